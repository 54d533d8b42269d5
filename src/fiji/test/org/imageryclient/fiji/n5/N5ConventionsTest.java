// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.n5;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonParser;

import java.nio.file.Path;

import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedByteType;

import org.imageryclient.fiji.service.CutoutService;
import org.imageryclient.geom.Long3;
import org.imageryclient.geom.Point;
import org.imageryclient.geom.Resolution;
import org.imageryclient.volume.Volume;
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

/** What N5 containers of other programs say of one array, and what follows. */
class N5ConventionsTest {

	private final Context context = new Context();
	private final CutoutService cutouts = context.service(CutoutService.class);

	@TempDir
	private Path folder;

	@AfterEach
	void dispose() {
		context.dispose();
	}

	@ParameterizedTest
	@CsvSource({ "angstrom, 40, 400", "Å, 40, 400", "nm, 4, 40",
		"um, 0.004, 0.04", "mm, 0.000004, 0.00004" })
	void pixelResolution_isInItsUnit(final String unit, final String xy,
		final String z)
	{
		write(DataType.UINT8, "pixelResolution", "{\"unit\":\"" + unit +
			"\",\"dimensions\":[" + xy + "," + xy + "," + z + "]}");

		assertEquals(new Resolution(4, 4, 40), image().resolution(0));
	}

	@ParameterizedTest
	@CsvSource({ "angstrom, 10", "nm, 1", "um, 0.001" })
	void transform_isInItsUnit(final String unit, final double nm) {
		write(DataType.UINT8, "transform",
			"{\"axes\":[\"z\",\"y\",\"x\"],\"units\":[\"" + unit + "\",\"" + unit +
				"\",\"" + unit + "\"],\"scale\":[" + 40 * nm + "," + 8 * nm + "," + 4 *
					nm + "],\"translate\":[" + 400 * nm + "," + 160 * nm + "," + 40 * nm +
				"]}");

		assertEquals(new Resolution(4, 8, 40), image().resolution(0));
		assertEquals(new Long3(10, 20, 10), image().bounds(0).min());
	}

	@ParameterizedTest
	@CsvSource({ "UINT64, true", "UINT32, true", "UINT16, false",
		"INT32, false" })
	void unsignedNumbersOf32BitsAndMore_areIds(final DataType type,
		final boolean areIds)
	{
		write(type, "resolution", "[4,4,40]");

		assertEquals(areIds, cutouts.open(address()).segmentationVolume()
			.isPresent());
	}

	@Test
	void coarserImagery_isTheMeanOfItsVoxels() {
		final ArrayImg<UnsignedByteType, ?> ramp = ArrayImgs.unsignedBytes(100, 2,
			1);
		for (int x = 0; x < 100; x++)
			for (int y = 0; y < 2; y++)
				ramp.getAt(x, y, 0).set(2 * x + 4 * y);

		final Pyramid.Level<UnsignedByteType> coarse = Pyramid.averaged(
			new Pyramid.Level<>(ramp, new Resolution(4, 4, 40), new Point(2, 2, 20)))
			.levels().get(1);

		// Of 4 i and 4 i + 2, and 4 more in the other row.
		for (int i = 0; i < 50; i++)
			assertEquals(4 * i + 3, coarse.image().getAt(i, 0, 0).get(), "at " + i);
	}

	private Volume<?> image() {
		return cutouts.open(address(), "").imageVolume().orElseThrow();
	}

	private String address() {
		return "n5://" + folder.resolve("other.n5");
	}

	private void write(final DataType type, final String attribute,
		final String value)
	{
		try (N5Writer n5 = new N5Factory().openWriter(StorageFormat.N5, folder
			.resolve("other.n5").toString()))
		{
			n5.createDataset("", new DatasetAttributes(new long[] { 3, 2, 1 },
				new int[] { 3, 2, 1 }, type, new RawCompression()));
			n5.setAttribute("", attribute, JsonParser.parseString(value));
		}
	}
}
