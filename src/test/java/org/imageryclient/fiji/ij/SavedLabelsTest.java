// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.ij;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

import org.imageryclient.CorruptData;
import org.imageryclient.Progress;
import org.imageryclient.SourceNotFound;
import org.imageryclient.Unsupported;
import org.imageryclient.cutout.ImageryClient;
import org.imageryclient.cutout.SegmentationCutout;
import org.imageryclient.export.LabelStack;
import org.imageryclient.export.SaveOptions;
import org.imageryclient.geom.Long3;
import org.imageryclient.geom.Region;
import org.imageryclient.geom.Resolution;
import org.imageryclient.http.HttpTransport;
import org.imageryclient.mask.LabelImage;
import org.imageryclient.mask.MaskSet;
import org.imageryclient.precomputed.DataType;
import org.imageryclient.store.Stores;
import org.imageryclient.testing.FormulaVolume;
import org.imageryclient.testing.PositionFormula;
import org.imageryclient.volume.Planes;
import org.imageryclient.volume.ReadSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scijava.Context;
import org.scijava.script.ScriptModule;
import org.scijava.script.ScriptService;

/** Every voxel of these labels has an id of its own, of all 64 bits. */
class SavedLabelsTest {

	private static ReadSession session;
	private static ImageryClient client;

	@TempDir
	Path folder;

	@BeforeAll
	static void open(@TempDir final Path data) {
		FormulaVolume.labels(DataType.UINT64, PositionFormula.DISTINCT).scale(
			new Resolution(8, 8, 40), Long3.ZERO, new Long3(280, 250, 2), new Long3(
				64, 64, 2)).writeTo(data);
		session = ReadSession.builder(new Stores(HttpTransport.anonymous()))
			.threads(2).build();
		client = ImageryClient.builder(session).segmentationSource(
			"precomputed://" + data.toUri()).build();
		// All chunks are read now: the folder is gone when the tests run.
		client.segmentation(Region.bounds(0, 0, 0, 280, 250, 2));
	}

	@AfterAll
	static void close() {
		session.close();
	}

	@ParameterizedTest
	@CsvSource({ "20, 10, 1, 8", "10, 15, 2, 16", "280, 250, 1, 32" })
	void labels_ofAnyNumberOfRoots_mapBackToTheSameIds(final int width,
		final int height, final int depth, final int bits)
	{
		final SegmentationCutout cutout = client.segmentation(Region.bounds(0, 0, 0,
			width, height, depth));
		assertEquals(width * height * depth, cutout.ids().length);

		final Path file = save(cutout);

		assertEquals(bits, IJ.openImage(file.toString()).getBitDepth());
		final LabelImage read = SavedLabels.open(file);
		final long[] table = read.table();
		final Planes planes = Planes.of(read.indices());
		for (int z = 0; z < depth; z++) {
			final int[] plane = (int[]) planes.plane(z);
			for (int i = 0; i < plane.length; i++)
				assertEquals(cutout.idAt(i % width, i / width, z), table[plane[i]]);
		}
		assertArrayEquals(cutout.ids(), MaskSet.of(read).ids());
	}

	@Test
	void jythonExample_readsTheSameIdsInAllTheirDigits() throws Exception {
		final SegmentationCutout cutout = client.segmentation(Region.bounds(0, 0, 0,
			4, 3, 2));
		final Path file = save(cutout);
		final Context context = new Context();
		try {
			final ScriptModule script = context.service(ScriptService.class).run(Path
				.of("scripts", "jython", "Read_saved_labels.py").toFile(), true, Map.of(
					"labels", file.toFile())).get();

			assertEquals(cutout.masks().stream().map(mask -> Long.toUnsignedString(
				mask.id()) + " 1").collect(Collectors.joining("\n")), script.getOutput(
					"sizes"));
		}
		finally {
			context.dispose();
		}
	}

	@Test
	void open_withoutTheTable_saysWhereItWasLookedFor() throws Exception {
		final Path file = save(client.segmentation(Region.bounds(0, 0, 0, 2, 2,
			1)));
		Files.delete(folder.resolve("fig.csv"));
		final Exception e = assertThrows(SourceNotFound.class, () -> SavedLabels
			.open(file));
		assertTrue(e.getMessage().contains(folder.resolve("fig.csv").toString()), e
			.getMessage());
	}

	@Test
	void open_withoutTheImage_saysSo() {
		assertThrows(SourceNotFound.class, () -> SavedLabels.open(folder.resolve(
			"none.tif")));
	}

	@ParameterizedTest
	@CsvSource({ "8-bit, 5, slice 1 is 5.0", "16-bit, 65535, slice 1 is 65535.0",
		"32-bit, 0.5, slice 1 is 0.5", "32-bit, -1, slice 1 is -1.0",
		"RGB, 1, colour" })
	void of_aPixelThatIsNoLabel_isRefusedAndNamed(final String type,
		final float value, final String named)
	{
		final ImagePlus image = IJ.createImage("labels", type + " black", 2, 1, 2);
		image.getStack().getProcessor(2).setf(1, value);
		final Exception e = assertThrows(CorruptData.class, () -> SavedLabels.of(
			image, new long[] { 0, 7, 8, 9, 10 }));
		assertTrue(e.getMessage().contains(named), e.getMessage());
	}

	@Test
	void moreLabelsThanFloatsCount_areRefused() {
		CutoutImages.checkCount(LabelStack.MOST_IN_FLOATS);
		final Exception e = assertThrows(Unsupported.class, () -> CutoutImages
			.checkCount(LabelStack.MOST_IN_FLOATS + 1));
		assertTrue(e.getMessage().contains("16777216"), e.getMessage());
	}

	private Path save(final SegmentationCutout cutout) {
		return new TiffStackFormat().save(cutout, SaveOptions.prefix(folder.resolve(
			"fig.tif")), Progress.NONE).get(0);
	}
}
