// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.imageryclient.testing.FaultServer;
import org.imageryclient.testing.MacroBridge;
import org.imageryclient.testing.SampleVolume;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;
import org.scijava.log.LogLevel;
import org.scijava.log.LogService;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;
import org.scijava.prefs.PrefService;

class ImageryCutoutCommandTest {

	private static final String VOLUMES = "source=[" + SampleVolume.em() +
		"] segmentation=[" + SampleVolume.seg() + "] ";

	private final Context context = new Context();

	@TempDir
	private Path folder;

	@AfterEach
	void dispose() {
		context.dispose();
	}

	@Test
	void menu_isUnderPlugins() {
		final CommandInfo command = context.service(CommandService.class)
			.getCommand(ImageryCutoutCommand.class);

		assertEquals("Plugins > Imagery Client > Imagery Cutout...", command
			.getMenuPath().getMenuString());
	}

	@Test
	void timestamp_isNotRemembered() {
		assertFalse(context.service(CommandService.class).getCommand(
			ImageryCutoutCommand.class).getInput("timestamp").isPersisted());
	}

	@Test
	void run_givesTheImageWithItsOverlay() throws Exception {
		final Module done = run("source", SampleVolume.em(), "segmentation",
			SampleVolume.seg(), "center", "20512,12512,310", "size", "40,30,2");

		final ImagePlus image = (ImagePlus) done.getOutput("image");
		assertEquals("40 30 1 2 1", Arrays.stream(image.getDimensions()).mapToObj(
			Integer::toString).reduce((a, b) -> a + " " + b).orElseThrow());
		assertTrue(image.getOverlay().size() > 0);
	}

	@Test
	void run_showsTheSegmentsInTheColours() throws Exception {
		final Module done = run("segmentation", SampleVolume.seg(), "center",
			"20512,12512,310", "size", "40,30,1", "colors", "#ff8001");

		assertEquals(0xffff8001, ((ImagePlus) done.getOutput("image"))
			.getProcessor().getColorModel().getRGB(1));
	}

	@Test
	void run_withoutSegmentation_givesImagery() throws Exception {
		final Module done = run("source", SampleVolume.em(), "bounds",
			"20500,12500,310,20540,12530,311");

		assertNull(((ImagePlus) done.getOutput("image")).getOverlay());
	}

	@Test
	void run_countsInTheResolutionAndReadsTheMip() throws Exception {
		final Module done = run("source", SampleVolume.em(), "center",
			"5128,3128,310", "size", "20,10", "resolution", "18.4x18.4x45", "mip",
			"1", "fit", "native");

		final ImagePlus image = (ImagePlus) done.getOutput("image");
		assertEquals(40, image.getWidth());
		assertEquals(9.2, image.getCalibration().pixelWidth, 1e-9);
	}

	@Test
	void run_showNone_savesAndShowsNothing() throws Exception {
		final Module done = run("source", SampleVolume.em(), "center",
			"20512,12512,310", "size", "40,30,1", "show", "none", "save", folder
				.resolve("fig").toFile());

		assertNull(done.getOutput("image"));
		assertEquals(List.of("fig.manifest.json", "fig_imagery.png"), filesLeft());
	}

	@Test
	void run_outsideTheVolume_warnsThatAllIsBlack() throws Exception {
		final List<String> logged = listen();

		run("source", SampleVolume.em(), "segmentation", SampleVolume.seg(),
			"center", "512,512,10", "size", "4,4,1");

		assertEquals(2, logged.stream().filter(line -> line.contains(
			"wholly outside")).count(), logged.toString());
	}

	@Test
	void run_atTheEdgeOfTheVolume_doesNotWarn() throws Exception {
		final List<String> logged = listen();

		run("source", SampleVolume.em(), "center", "20000,12000,300", "size",
			"40,40,1");

		assertTrue(logged.stream().noneMatch(line -> line.contains(
			"wholly outside")), logged.toString());
	}

	@Test
	void run_withRootsThatDoNotOccur_namesThem() throws Exception {
		final List<String> logged = listen();

		run("source", SampleVolume.em(), "segmentation", SampleVolume.seg(),
			"center", "20512,12512,310", "size", "400,400,1", "roots",
			"864691135752731847,9223372036854775809");

		assertEquals(List.of(
			"Requested roots that do not occur in the cutout: 9223372036854775809"),
			logged);
	}

	@ParameterizedTest
	@CsvSource({ "show, hologram", "save, no-such-folder/fig.tif" })
	void run_whenItCouldNotEndWell_doesNotBegin(final String field,
		final String value) throws Exception
	{
		final Object given = field.equals("save") ? folder.resolve(value).toFile()
			: value;

		final Module done = run("source", "nowhere/at/all", "center", "5,5,5",
			"size", "4,4,1", field, given);

		final String reason = ((Cancelable) done.getDelegateObject())
			.getCancelReason();
		assertTrue(reason.contains(field), reason);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { //
		"source       | nowhere/at/all | nowhere/at/all", //
		"source       | minnie 65      | minnie 65", //
		"center       | 1,2            | center", //
		"size         | 0,1,1          | size", //
		"mip          | 7              | 7", //
		"mip          | 8x8x40         | 8 x 8 x 40 nm", //
		"resolution   | 8x8            | resolution", //
		"resolution   | segmentation   | segmentation", //
		"roots        | seven          | seven", //
		"roots        | 12             | segmentation", //
		"fit          | tight          | tight", //
		"colors       | plaid          | plaid", //
		"show         | hologram       | auto, none or one of" })
	void run_withAWrongField_isCanceledWithItsName(final String field,
		final String value, final String named) throws Exception
	{
		final List<Object> inputs = new ArrayList<>(List.of("source", SampleVolume
			.em(), "center", "20512,12512,310", "size", "4,4,1"));
		inputs.addAll(List.of(field, value));

		final Module done = run(inputs.toArray());

		assertTrue(((Cancelable) done).isCanceled());
		final String reason = ((Cancelable) done).getCancelReason();
		assertTrue(reason.contains(named), reason);
		assertNull(done.getOutput("image"));
	}

	@Test
	void run_withoutAnyAddress_saysWhichAreWanted() throws Exception {
		final Module done = run("center", "1,2,3", "size", "4,4");

		final String reason = ((Cancelable) done).getCancelReason();
		assertTrue(reason.contains("source") && reason.contains("segmentation"),
			reason);
	}

	@Test
	void run_doesNotTakeWhatAnEarlierRunWasGiven() throws Exception {
		run("source", SampleVolume.em(), "center", "20512,12512,310", "size",
			"4,4,1", "mip", "2");

		final Module done = run("source", SampleVolume.em(), "center",
			"20512,12512,310", "size", "40,30,1");

		assertEquals(4.6, ((ImagePlus) done.getOutput("image"))
			.getCalibration().pixelWidth, 1e-9);
		context.service(PrefService.class).clear(ImageryCutoutCommand.class);
	}

	@Timeout(60)
	@Test
	void cancel_stopsWithinTwoSecondsAndAsksForNothingMore() throws Exception {
		try (FaultServer server = FaultServer.over(SampleVolume.FOLDER).latency(
			Duration.ofSeconds(1)))
		{
			final CommandModule module = new CommandModule(context.service(
				CommandService.class).getCommand(ImageryCutoutCommand.class));
			context.inject(module.getCommand());
			module.setInputs(Map.of("source", server.url("em"), "bounds",
				"20000,12000,300,21024,13024,320", "save", folder.resolve("fig")
					.toFile()));
			final Future<Module> running = context.service(ModuleService.class).run(
				module, true);
			while (server.requests().size() < 2)
				Thread.sleep(10);

			final long start = System.nanoTime();
			((Cancelable) module).cancel("");
			running.get(10, TimeUnit.SECONDS);

			final long elapsedMillis = (System.nanoTime() - start) / 1_000_000;
			assertTrue(elapsedMillis < 2000, elapsedMillis + " ms");
			assertNull(module.getOutput("image"));
			assertEquals(List.of(), filesLeft());
			// Those that were under way may still arrive.
			Thread.sleep(500);
			final int asked = server.requests().size();
			Thread.sleep(1500);
			assertEquals(asked, server.requests().size());
		}
	}

	@Test
	void macro_getsTheCurrentImage() {
		final String result = MacroBridge.to(context).run(
			"run('Imagery Cutout...', '" + VOLUMES +
				"center=20512,12512,310 size=40,30,2 roots=all'); getDimensions(w, h, c, s, f);" +
				"getVoxelSize(vw, vh, vd, unit); return '' + w + ' ' + h + ' ' + s + ' ' + vw + ' ' + unit + ' ' + Overlay.size;",
			"");

		assertTrue(result.startsWith("40 30 2 4.6 nm "), result);
		assertFalse(result.endsWith(" 0"), result);
	}

	@Test
	void macro_stopsAtAnErrorAndSaysWhy() {
		final MacroBridge macros = MacroBridge.to(context);

		final String result = macros.run("run('Imagery Cutout...', '" + VOLUMES +
			"center=20512,12512 size=4,4'); return 'went on';", "");

		assertEquals("", result);
		assertTrue(((Cancelable) macros.lastModule()).isCanceled());
		assertEquals("", ((Cancelable) macros.lastModule()).getCancelReason(),
			"ImageJ has said it");
	}

	private Module run(final Object... inputs) throws Exception {
		return context.service(CommandService.class).run(ImageryCutoutCommand.class,
			true, inputs).get();
	}

	/** The warnings from now on. */
	private List<String> listen() {
		final List<String> logged = new CopyOnWriteArrayList<>();
		context.service(LogService.class).addLogListener(message -> {
			if (message.level() <= LogLevel.WARN) logged.add(message.text());
		});
		return logged;
	}

	private List<String> filesLeft() throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.map(f -> f.getFileName().toString()).sorted().toList();
		}
	}
}
