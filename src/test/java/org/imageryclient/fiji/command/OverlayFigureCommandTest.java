// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.Overlay;
import ij.gui.Roi;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

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
import org.scijava.module.Module;

class OverlayFigureCommandTest {

	private static final String WHERE = "source=[" + SampleVolume.em() +
		"] segmentation=[" + SampleVolume.seg() +
		"] center=20652,12482,310 size=160,120,3 ";

	private static final String TWO_ROOTS =
		"roots=864691135514888398,864691135752731847 ";

	private final Context context = new Context();

	@TempDir
	private Path folder;

	@AfterEach
	void dispose() {
		WindowManager.setTempCurrentImage(null);
		context.dispose();
	}

	@Test
	void menu_isUnderPlugins() {
		assertEquals("Plugins > Imagery Client > Overlay Figure...", context
			.service(CommandService.class).getCommand(OverlayFigureCommand.class)
			.getMenuPath().getMenuString());
	}

	@Test
	void macro_asRecorded_makesTheCurrentImageInLayersAndSavesIt()
		throws IOException
	{
		final String result = MacroBridge.to(context).run(
			"run('Overlay Figure...', '" + WHERE + TWO_ROOTS +
				"colors=tab10 alpha=0.5 outline=inside width=2 scalebar=[100 nm] " +
				"legend=both merge=false overlap=true axis=z range=[] show=auto save=[" +
				file("fig.tif") +
				"]'); getVoxelSize(w, h, d, unit); return '' + Overlay.size + ' ' + w + ' ' + unit + ' ' + nSlices;",
			"");

		// Two roots in three slices, plate, bar and text, two boxes and two ids.
		assertEquals("13 4.6 nm 3", result);
		assertEquals(List.of("fig.tif", "fig.tif.manifest.json", "fig_legend.svg"),
			filesLeft());
		assertTrue(Files.readString(folder.resolve("fig_legend.svg")).contains(
			"#1f77b4"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { //
		"                                    | colors=tab10", //
		"                                    | alpha=0.6", //
		"                                    | outline=inside", //
		"outline=inside                      | outline=outside", //
		"outline=inside                      | width=5", //
		"roots=all outline=outside width=12  | merge=false", //
		"roots=all outline=outside merge=false width=4 | overlap=false", //
		"                                    | axis=y", //
		"axis=y                              | axis=x", //
		"                                    | range=50,180", //
		"                                    | scalebar=none", //
		"                                    | scalebar=[150 nm]", //
		"                                    | legend=picture" })
	void key_changesThePicture(final String others, final String key)
		throws IOException
	{
		final String base = others == null ? "" : others + " ";
		final String roots = base.contains("roots=") ? "" : TWO_ROOTS;

		final BufferedImage without = saved(roots + base, "without");
		final BufferedImage with = saved(roots + key + " " + base, "with");

		assertFalse(Arrays.equals(pixels(without), pixels(with)), key);
	}

	@Test
	void defaults_areThoseOfThePage() throws IOException {
		final BufferedImage plain = saved("", "plain");
		final BufferedImage written = saved(
			"colors=hashed alpha=0.4 outline=none width=3 merge=true overlap=true axis=z scalebar=auto legend=file ",
			"written");

		assertArrayEquals(pixels(plain), pixels(written));
	}

	@ParameterizedTest
	@CsvSource({ "none, 0", "picture, 0", "file, 1", "both, 1" })
	void legend_isBesideWhereItIsSaid(final String place, final int files)
		throws Exception
	{
		run("legend", place, "save", file("fig.png"));

		assertEquals(files, filesLeft().stream().filter(name -> name.endsWith(
			"_legend.svg")).count());
	}

	@ParameterizedTest
	@CsvSource({ "500 nm, 500 nm", "0.25um, 250 nm", "500, 500 nm",
		"0.0005 mm, 500 nm", "1 µm, 1 µm" })
	void scalebar_isALengthWithItsUnit(final String written, final String drawn)
		throws Exception
	{
		final ImagePlus image = image(run("scalebar", written, "size", "300,40,1"));

		assertTrue(image.getOverlay().size() > 0);
		assertTrue(Arrays.stream(image.getOverlay().toArray()).anyMatch(
			roi -> roi instanceof ij.gui.TextRoi text && text.getText().strip()
				.equals(drawn)));
	}

	@Test
	void image_hasAnElementForEachRootUnderItsId() throws Exception {
		final Overlay elements = image(run("roots",
			"864691135514888398,864691135752731847", "size", "160,120,1"))
			.getOverlay();

		assertEquals(List.of("864691135514888398", "864691135752731847"), Arrays
			.stream(elements.toArray()).map(Roi::getName).filter(name -> name
				.startsWith("8646")).toList());
	}

	@Test
	void show_none_givesNoImage() throws Exception {
		assertNull(run("show", "none").getOutput("image"));
	}

	@Test
	void segmentation_alone_isOverWhite() throws Exception {
		final Module done = run("source", "", "roots", "864691135752731847");

		final ImagePlus image = image(done);
		assertEquals(255, image.getStack().getProcessor(1).get(0, 0));
		assertEquals(255, image.getStack().getProcessor(1).getStatistics().min);
	}

	@Test
	void imagery_alone_hasABarAndNoLegend() throws Exception {
		run("segmentation", "", "size", "160,120,1", "save", file("fig.png"));

		assertEquals(List.of("fig.png", "fig.png.manifest.json"), filesLeft());
	}

	@ParameterizedTest
	@CsvSource({ "colors, mauve", "outline, around", "scalebar, long",
		"scalebar, 0 nm", "legend, right", "axis, t", "range, 5", "save, fig",
		"save, fig.jpg" })
	void wrongField_isCanceledWithItsNameBeforeAnythingIsRead(final String field,
		final String value) throws Exception
	{
		final Module done = run("source", "nowhere/at/all", field, field.equals(
			"save") ? file(value) : value);

		final String reason = ((Cancelable) done).getCancelReason();
		assertTrue(reason.contains(value), reason);
		assertFalse(reason.contains("nowhere"), reason);
		assertEquals(List.of(), filesLeft());
	}

	@ParameterizedTest
	@CsvSource({ "-0.1, 3", "1.1, 3", "0.4, -1" })
	void wrongNumber_isCanceled(final double alpha, final int width)
		throws Exception
	{
		final Module done = run("alpha", alpha, "width", width);

		assertTrue(((Cancelable) done).isCanceled());
	}

	@Test
	void scalebar_longerThanThePicture_isCanceledAndNothingIsSaved()
		throws Exception
	{
		final Module done = run("scalebar", "1 mm", "save", file("fig.png"));

		assertTrue(((Cancelable) done).getCancelReason().contains("1 mm"));
		assertEquals(List.of(), filesLeft());
	}

	@Test
	void macro_stopsAtAnErrorAndSaysWhy() {
		final MacroBridge macros = MacroBridge.to(context);

		assertNotEquals("went on", macros.run("run('Overlay Figure...', '" + WHERE +
			"outline=around'); return 'went on';", ""));
		assertTrue(((Cancelable) macros.lastModule()).isCanceled());
	}

	/** The first slice of what a macro with these keys saves. */
	private BufferedImage saved(final String keys, final String name)
		throws IOException
	{
		MacroBridge.to(context).run("run('Overlay Figure...', '" + keys + WHERE +
			"show=none save=[" + file(name + ".png") + "]');", "");
		return ImageIO.read(folder.resolve(name + "_slice_0.png").toFile());
	}

	private File file(final String name) {
		return folder.resolve(name).toFile();
	}

	private static int[] pixels(final BufferedImage image) {
		return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0,
			image.getWidth());
	}

	private static ImagePlus image(final Module done) {
		assertFalse(((Cancelable) done).isCanceled(), ((Cancelable) done)
			.getCancelReason());
		return (ImagePlus) done.getOutput("image");
	}

	/** With the sample and a small box unless they are given. */
	private Module run(final Object... inputs) throws Exception {
		final List<Object> all = new ArrayList<>(List.of("source", SampleVolume
			.em(), "segmentation", SampleVolume.seg(), "center", "20652,12482,310",
			"size", "160,120,2"));
		all.addAll(List.of(inputs));
		return context.service(CommandService.class).run(OverlayFigureCommand.class,
			true, all.toArray()).get();
	}

	private List<String> filesLeft() throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.map(f -> f.getFileName().toString()).sorted().toList();
		}
	}
}
