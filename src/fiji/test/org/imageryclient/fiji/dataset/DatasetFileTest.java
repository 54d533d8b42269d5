// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import net.imagej.Dataset;
import net.imagej.DatasetService;
import net.imagej.units.UnitService;

import org.imageryclient.cutout.ImageryClient;
import org.imageryclient.cutout.RootSelection;
import org.imageryclient.cutout.SegmentationCutout;
import org.imageryclient.fiji.service.CutoutService;
import org.imageryclient.geom.Region;
import org.imageryclient.testing.SampleVolume;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.convert.ConvertService;
import org.scijava.io.IOService;

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
	void imagery_isSavedAsAPyramid() throws Exception {
		io.save(convert.convert(client.image(REGION), Dataset.class), folder
			.resolve("em.ome.zarr").toString());

		assertTrue(Files.isDirectory(folder.resolve("em.ome.zarr")));
	}
}
