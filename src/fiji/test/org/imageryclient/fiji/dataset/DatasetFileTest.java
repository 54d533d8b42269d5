// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.StreamSupport;

import net.imagej.Dataset;
import net.imagej.DatasetService;
import net.imagej.units.UnitService;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedLongType;
import net.imglib2.view.Views;

import org.imageryclient.TooLarge;
import org.imageryclient.cutout.ImageryClient;
import org.imageryclient.cutout.RootSelection;
import org.imageryclient.cutout.SegmentationCutout;
import org.imageryclient.fiji.service.CutoutService;
import org.imageryclient.geom.Region;
import org.imageryclient.testing.SampleVolume;
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
import org.junit.jupiter.params.provider.ValueSource;
import org.scijava.Context;
import org.scijava.convert.ConvertService;
import org.scijava.io.IOService;
import org.scijava.util.FileUtils;

/** Through SciJava's own {@code IOService}, with the real imagej-common. */
class DatasetFileTest {

	private static final Region REGION = Region.bounds(20508, 12508, 310, 20540,
		12538, 312);

	@TempDir
	private Path folder;

	private final Context context = new Context(ConvertService.class,
		DatasetService.class, UnitService.class, IOService.class,
		CutoutService.class);
	private final IOService io = context.service(IOService.class);
	private final ConvertService convert = context.service(ConvertService.class);
	private final ImageryClient client = context.service(CutoutService.class)
		.open(SampleVolume.em(), SampleVolume.seg());
	private final SegmentationCutout labels = client.segmentation(REGION,
		RootSelection.all());

	@AfterEach
	void dispose() {
		context.dispose();
	}

	@Test
	void savedIds_openWithEveryBitAtTheirPlace() throws Exception {
		final String tiff = folder.resolve("ids.tif").toString();
		io.save(convert.convert(labels, Dataset.class), tiff);

		final SegmentationCutout back = convert.convert(io.open(tiff),
			SegmentationCutout.class);

		assertArrayEquals(labels.ids(), back.ids());
		assertEquals(labels.idAt(20, 11, 1), back.idAt(20, 11, 1));
		assertEquals(labels.box(), back.box());
		assertEquals(labels.resolution(), back.resolution());
	}

	@Test
	void labelsOfTheService_openAsIds() throws Exception {
		context.service(CutoutService.class).save(client.imageAndSegmentation(
			REGION, RootSelection.all()), folder.resolve("fig.tif"));

		final Dataset opened = (Dataset) io.open(folder.resolve("fig_labels.tif")
			.toString());

		assertArrayEquals(labels.ids(), convert.convert(opened,
			SegmentationCutout.class).ids());
	}

	@Test
	void tableOfAnotherProgram_isNotOurs() throws Exception {
		Files.writeString(folder.resolve("cells.csv"), "Area,Mean\n1,2\n");
		Files.writeString(folder.resolve("cells.tif"), "any");

		assertNull(io.getOpener(folder.resolve("cells.tif").toString()));
	}

	@Test
	void longEnding_isTiffToo() throws Exception {
		final String tiff = folder.resolve("ids.tiff").toString();
		io.save(convert.convert(labels, Dataset.class), tiff);

		assertArrayEquals(labels.ids(), convert.convert(io.open(tiff),
			SegmentationCutout.class).ids());
	}

	@ParameterizedTest
	@ValueSource(strings = { "em.ome.zarr", "em.zarr3", "em.n5" })
	void imagery_opensFromItsPyramidAtItsPlace(final String name)
		throws Exception
	{
		final Dataset saved = convert.convert(client.image(REGION), Dataset.class);
		final String pyramid = folder.resolve(name).toString();
		io.save(saved, pyramid);

		final Dataset opened = (Dataset) io.open(pyramid);

		assertEquals(saved.firstElement().getClass(), opened.firstElement()
			.getClass());
		assertArrayEquals(samples(saved), samples(opened));
		for (int d = 0; d < 3; d++) {
			assertEquals("nm", opened.axis(d).unit());
			assertEquals(saved.axis(d).calibratedValue(0), opened.axis(d)
				.calibratedValue(0));
			assertEquals(saved.axis(d).averageScale(0, 1), opened.axis(d)
				.averageScale(0, 1));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "ids.ome.zarr", "ids.zarr3", "ids.n5" })
	void ids_openFromTheirPyramidWithEveryBit(final String name)
		throws Exception
	{
		final String pyramid = folder.resolve(name).toString();
		io.save(convert.convert(labels, Dataset.class), pyramid);

		final Dataset opened = (Dataset) io.open(pyramid);

		assertInstanceOf(UnsignedLongType.class, opened.firstElement());
		final SegmentationCutout back = convert.convert(opened,
			SegmentationCutout.class);
		assertArrayEquals(labels.ids(), back.ids());
		assertEquals(labels.idAt(20, 11, 1), back.idAt(20, 11, 1));
		assertEquals(labels.box(), back.box());
	}

	@ParameterizedTest
	@ValueSource(strings = { "fig.zarr", "fig.n5" })
	void pair_opensAsItsImagery(final String name) throws Exception {
		context.service(CutoutService.class).save(client.imageAndSegmentation(
			REGION, RootSelection.all()), folder.resolve(name));

		final Dataset opened = (Dataset) io.open(folder.resolve(name).toString());

		assertArrayEquals(samples(convert.convert(client.image(REGION),
			Dataset.class)), samples(opened));
	}

	@ParameterizedTest
	@ValueSource(strings = { "fig.zarr", "fig.zarr3", "fig.n5", "fig" })
	void folderWithoutAnImage_isLeftToOthers(final String name) throws Exception {
		Files.createDirectories(folder.resolve(name).resolve("em"));

		assertNull(io.getOpener(folder.resolve(name).toString()));
	}

	@Test
	void imageLargerThanTheMemory_isRefusedAndSaysHowMuchItNeeds() {
		final String pyramid = folder.resolve("em.n5").toString();
		try (N5Writer n5 = new N5Factory().openWriter(StorageFormat.N5, pyramid)) {
			n5.createDataset("em", new DatasetAttributes(new long[] { 30000, 30000,
				30000 }, new int[] { 64, 64, 64 }, DataType.UINT8,
				new RawCompression()));
		}

		final IOException refused = assertThrows(IOException.class, () -> io.open(
			pyramid));

		assertInstanceOf(TooLarge.class, refused.getCause());
		assertTrue(refused.getMessage().contains("needs"), refused.getMessage());
	}

	@Test
	void folderSavedAnew_opensWithItsNewVoxels() throws Exception {
		final String pyramid = folder.resolve("em.zarr").toString();
		final Dataset dataset = convert.convert(client.image(REGION),
			Dataset.class);
		io.save(dataset, pyramid);
		io.open(pyramid);
		FileUtils.deleteRecursively(folder.resolve("em.zarr").toFile());
		dataset.forEach(sample -> sample.setReal(7));
		io.save(dataset, pyramid);

		final Dataset opened = (Dataset) io.open(pyramid);

		assertEquals(7.0, opened.firstElement().getRealDouble());
	}

	/** Along x, then y, then z. */
	private static double[] samples(final Dataset dataset) {
		return StreamSupport.stream(Views.flatIterable(dataset).spliterator(),
			false).mapToDouble(RealType::getRealDouble).toArray();
	}
}
