// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

import javax.imageio.ImageIO;

import org.imageryclient.color.RootColors;
import org.imageryclient.cutout.ImageryClient;
import org.imageryclient.cutout.PairedCutout;
import org.imageryclient.cutout.RootSelection;
import org.imageryclient.export.IdTable;
import org.imageryclient.fiji.service.CutoutService;
import org.imageryclient.geom.Region;
import org.imageryclient.mask.MaskSet;
import org.imageryclient.mask.RootMask;
import org.imageryclient.table.SegmentTable;
import org.imageryclient.testing.MacroBridge;
import org.imageryclient.testing.SampleVolume;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.log.LogService;
import org.scijava.module.Module;

class SegmentationMasksCommandTest {

	private static final String PAIR = "source=[" + SampleVolume.em() +
		"] segmentation=[" + SampleVolume.seg() +
		"] center=20512,12512,310 size=40,30,2";
	/** One of two that are there. */
	private static final String ROOT = "864691135567055530";
	private static final String HUGE = "18446744073709551615";

	private final Context context = new Context();
	private final List<String> logged = new ArrayList<>();

	@TempDir
	private Path folder;

	@AfterEach
	void dispose() {
		context.dispose();
	}

	// -- from a macro --

	@Test
	void macro_savesMasksAsTheyAreInTheCutout() throws Exception {
		macro(PAIR + " save=[" + folder.resolve("fig") + "]");

		final MaskSet masks = pair().masks();
		final TreeSet<String> expected = new TreeSet<>();
		for (final RootMask mask : masks.stream().toList())
			for (int z = 0; z < 2; z++) {
				final String name = "fig_slice_" + z + "_root_id_" + Long
					.toUnsignedString(mask.id()) + ".png";
				expected.add(name);
				final int argb = RootColors.hashed().argb(mask.id());
				final byte[] plane = mask.plane(2, z);
				final BufferedImage picture = ImageIO.read(folder.resolve(name)
					.toFile());
				for (int i = 0; i < plane.length; i++)
					assertEquals(plane[i] == 0 ? 0 : argb, picture.getRGB(i % 40, i /
						40));
			}
		assertEquals(List.copyOf(expected), files());
	}

	@Test
	void macro_savesLabelsRoisAndTable_andShowsTheTable() throws Exception {
		final String seen = macro(PAIR +
			" masks=false labels=true rois=true table=true save=[" + folder.resolve(
				"fig") + "]",
			"return '' + nResults + ' ' + Table.getString('root_id', 0) + ' ' + Table.get('voxels', 0);");

		assertEquals(List.of("fig_labels.csv", "fig_labels.tif", "fig_rois.zip",
			"fig_segments.csv"), files());
		final PairedCutout pair = pair();
		final SegmentTable table = SegmentTable.of(pair);
		assertEquals(table.toCsv(), Files.readString(folder.resolve(
			"fig_segments.csv")));
		assertEquals(IdTable.toCsv(pair.masks(), RootColors.hashed()), Files
			.readString(folder.resolve("fig_labels.csv")));
		assertEquals(table.segments().size() + " " + Long.toUnsignedString(table
			.segments().get(0).id()) + " " + table.segments().get(0).voxels(), seen);
		try (ZipFile rois = new ZipFile(folder.resolve("fig_rois.zip").toFile())) {
			assertEquals(pair.masks().stream().mapToLong(mask -> mask.bounds().size()
				.z()).sum(), rois.size());
		}
	}

	@Test
	void macro_saysWhichRequestedRootsAreAbsent() {
		listen();
		macro(PAIR + " roots=[" + ROOT + ", 77, " + HUGE + "] save=[" + folder
			.resolve("fig") + "]");

		assertTrue(logged.stream().anyMatch(line -> line.contains(": 77, " + HUGE)),
			logged.toString());
		assertTrue(logged.stream().anyMatch(line -> line.contains("1 segments")),
			logged.toString());
	}

	@Test
	void macro_stopsAtAnErrorAndSaysWhy() {
		assertEquals("", macro(PAIR, "return 'went on';"));
	}

	// -- each key --

	@ParameterizedTest
	@CsvSource({ "x, 30 x 2", "y, 40 x 2", "z, 40 x 30" })
	void axis_isAcrossTheSlices(final String axis, final String expected)
		throws Exception
	{
		run("roots", ROOT, "axis", axis, "save", fig());

		final BufferedImage first = ImageIO.read(folder.resolve(files().get(0))
			.toFile());
		assertEquals(expected, first.getWidth() + " x " + first.getHeight());
	}

	@Test
	void colors_areThoseOfMasks() throws Exception {
		run("roots", ROOT, "colors", ROOT + "=#ff800080", "save", fig());

		final BufferedImage picture = ImageIO.read(folder.resolve(files().get(0))
			.toFile());
		final TreeSet<String> seen = new TreeSet<>();
		for (int i = 0; i < 40 * 30; i++)
			seen.add(Integer.toHexString(picture.getRGB(i % 40, i / 40)));
		assertTrue(seen.contains("80ff8000") && seen.size() <= 2, seen.toString());
	}

	@Test
	void background_addsTheBackground() throws Exception {
		run("roots", ROOT, "background", true, "rois", true, "save", fig());

		assertTrue(files().contains("fig_slice_0_root_id_0.png"), files()
			.toString());
		try (ZipFile rois = new ZipFile(folder.resolve("fig_rois.zip").toFile())) {
			assertTrue(rois.stream().anyMatch(e -> e.getName().equals(
				"0_slice_0.roi")));
		}
	}

	@Test
	void segmentationAlone_suffices() throws Exception {
		final Module done = run("source", "", "table", true, "masks", false, "save",
			fig());

		assertFalse(((Cancelable) done).isCanceled());
		final SegmentTable table = SegmentTable.of(pair().segmentation());
		assertEquals(table.toCsv(), Files.readString(folder.resolve(
			"fig_segments.csv")));
	}

	@Test
	void table_ofTwoGrids_warnsThatItHasNoIntensities() throws Exception {
		listen();
		run("mip", "0,1", "resize", false, "fit", "native", "table", true, "save",
			fig());

		assertTrue(logged.stream().anyMatch(line -> line.contains(
			"no mean intensities")), logged.toString());
	}

	// -- what makes no sense --

	@ParameterizedTest
	@CsvSource({ "axis, w, axis", "colors, plaid, plaid",
		"roots, none, segmentation", "save, '', save",
		"masks, false, masks false" })
	void run_withAWrongField_isCanceledWithItsName(final String field,
		final String value, final String named) throws Exception
	{
		final Module done = run("save", fig(), field, field.equals("save")
			? new File(value) : field.equals("masks") ? Boolean.valueOf(value)
				: value);

		assertTrue(((Cancelable) done).isCanceled());
		final String reason = ((Cancelable) done).getCancelReason();
		assertTrue(reason.contains(named), reason);
		assertEquals(List.of(), files());
	}

	@Test
	void run_ofRoisAloneWithoutAScreen_saysThatThereIsNone() throws Exception {
		final Module done = run("rois", true);

		assertTrue(((Cancelable) done).getCancelReason().contains(
			"there is no screen for ROIs"), ((Cancelable) done).getCancelReason());
	}

	private String macro(final String options) {
		return macro(options, "return '';");
	}

	private String macro(final String options, final String then) {
		return MacroBridge.to(context).run("run('Segmentation Masks...', '" +
			options + "'); " + then, "");
	}

	/** With imagery, segmentation and box, unless the inputs say otherwise. */
	private Module run(final Object... inputs) throws Exception {
		final List<Object> all = new ArrayList<>(List.of("source", SampleVolume
			.em(), "segmentation", SampleVolume.seg(), "center", "20512,12512,310",
			"size", "40,30,2"));
		all.addAll(List.of(inputs));
		return context.service(CommandService.class).run(
			SegmentationMasksCommand.class, true, all.toArray()).get();
	}

	private void listen() {
		context.service(LogService.class).addLogListener(message -> logged.add(
			message.text()));
	}

	private PairedCutout pair() {
		final ImageryClient client = context.service(CutoutService.class).open(
			SampleVolume.em(), SampleVolume.seg());
		return client.imageAndSegmentation(Region.centered(20512, 12512, 310).size(
			40, 30, 2), RootSelection.all());
	}

	private File fig() {
		return folder.resolve("fig").toFile();
	}

	private List<String> files() throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.map(f -> f.getFileName().toString()).filter(name -> !name
				.endsWith(".manifest.json")).sorted().toList();
		}
	}
}
