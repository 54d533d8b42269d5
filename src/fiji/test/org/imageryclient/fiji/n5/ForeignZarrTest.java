// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.n5;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;

import java.nio.file.Path;
import java.util.Arrays;

import org.imageryclient.Unsupported;
import org.imageryclient.cutout.ImageCutout;
import org.imageryclient.cutout.ImageryClient;
import org.imageryclient.fiji.service.CutoutService;
import org.imageryclient.geom.Long3;
import org.imageryclient.geom.Region;
import org.imageryclient.geom.Resolution;
import org.imageryclient.volume.Volume;
import org.janelia.saalfeldlab.n5.ByteArrayDataBlock;
import org.janelia.saalfeldlab.n5.DataType;
import org.janelia.saalfeldlab.n5.DatasetAttributes;
import org.janelia.saalfeldlab.n5.N5Writer;
import org.janelia.saalfeldlab.n5.RawCompression;
import org.janelia.saalfeldlab.n5.universe.N5Factory;
import org.janelia.saalfeldlab.n5.universe.StorageFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scijava.Context;

/** OME-Zarr as other programs write it: axes in all orders that there are. */
class ForeignZarrTest {

	private final Context context = new Context();
	private final CutoutService cutouts = context.service(CutoutService.class);

	@TempDir
	private Path folder;

	@AfterEach
	void dispose() {
		context.dispose();
	}

	@ParameterizedTest
	@CsvSource({ "zyx, 3x2x1", "czyx, 3x2x1x2", "tczyx, 3x2x1x2x1",
		"tzyx, 3x2x1x1" })
	void axesOfTheSpecification_areReadByTheirNames(final String axes,
		final String size)
	{
		write(size, multiscales(axes));

		final ImageCutout<?> image = open().image(Region.bounds(0, 0, 0, 3, 2, 1));

		// Samples count up along x, then y, then z, then channels.
		assertEquals(5, image.pixels().getAt(2, 1, 0, 0).getRealDouble());
		final int channels = size.startsWith("3x2x1x2") ? 2 : 1;
		assertEquals(channels, image.pixels().dimension(3));
		assertEquals(6 * channels - 1, image.pixels().getAt(2, 1, 0, channels - 1)
			.getRealDouble());
	}

	@Test
	void placeAndSize_areThoseOfAllTransformationsInTheirUnit() {
		write("3x2x1",
			"[{\"axes\":[{\"name\":\"z\",\"unit\":\"micrometer\"},{\"name\":\"y\",\"unit\":\"micrometer\"},{\"name\":\"x\",\"unit\":\"micrometer\"}]," +
				"\"datasets\":[{\"path\":\"0\",\"coordinateTransformations\":[{\"type\":\"scale\",\"scale\":[0.04,0.008,0.008]},{\"type\":\"translation\",\"translation\":[0.4,0.16,0.08]}]}]," +
				"\"coordinateTransformations\":[{\"type\":\"scale\",\"scale\":[2,2,2]}]}]");

		final Volume<?> volume = open().imageVolume().orElseThrow();

		assertEquals(new Resolution(16, 16, 80), volume.resolution(0));
		assertEquals(new Long3(10, 20, 10), volume.bounds(0).min());
	}

	@ParameterizedTest
	@CsvSource({ "xyz, 3x2x1", "yxz, 3x2x1", "zyxc, 3x2x1x2" })
	void otherOrderOfAxes_isRefused(final String axes, final String size) {
		write(size, multiscales(axes));

		final Unsupported refused = assertThrows(Unsupported.class, this::open);

		assertTrue(refused.getMessage().contains("z, y, x"), refused.getMessage());
	}

	@Test
	void momentsOfTime_areNotTakenForChannels() {
		write("3x2x1x4", multiscales("tzyx"));

		final Unsupported refused = assertThrows(Unsupported.class, this::open);

		assertTrue(refused.getMessage().contains("[3, 2, 1, 4]"), refused
			.getMessage());
	}

	private ImageryClient open() {
		return cutouts.open("zarr://" + folder.resolve("other.zarr"), "");
	}

	/** @param size the fastest axis first, as N5 has it */
	private void write(final String size, final String multiscales) {
		final int[] shape = Arrays.stream(size.split("x")).mapToInt(
			Integer::parseInt).toArray();
		final byte[] samples = new byte[Arrays.stream(shape).reduce(1, (a, b) -> a *
			b)];
		for (int i = 0; i < samples.length; i++)
			samples[i] = (byte) i;
		try (N5Writer n5 = new N5Factory().openWriter(StorageFormat.ZARR, folder
			.resolve("other.zarr").toString()))
		{
			final DatasetAttributes array = new DatasetAttributes(Arrays.stream(shape)
				.asLongStream().toArray(), shape, DataType.UINT8, new RawCompression());
			n5.createDataset("0", array);
			n5.writeBlock("0", n5.getDatasetAttributes("0"), new ByteArrayDataBlock(
				shape, new long[shape.length], samples));
			n5.setAttribute("", "multiscales", JsonParser.parseString(multiscales));
		}
	}

	private static String multiscales(final String axes) {
		final StringBuilder names = new StringBuilder();
		final StringBuilder ones = new StringBuilder();
		for (final char axis : axes.toCharArray()) {
			names.append(names.isEmpty() ? "" : ",").append("{\"name\":\"" + axis +
				"\"}");
			ones.append(ones.isEmpty() ? "1" : ",1");
		}
		return "[{\"version\":\"0.4\",\"axes\":[" + names +
			"],\"datasets\":[{\"path\":\"0\",\"coordinateTransformations\":[{\"type\":\"scale\",\"scale\":[" +
			ones + "]}]}]}]";
	}
}
