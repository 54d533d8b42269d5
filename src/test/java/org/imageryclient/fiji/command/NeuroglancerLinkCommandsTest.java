// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.imageryclient.auth.Token;
import org.imageryclient.color.ColorScheme;
import org.imageryclient.cutout.CutoutRequest;
import org.imageryclient.cutout.Fit;
import org.imageryclient.cutout.RootSelection;
import org.imageryclient.fiji.service.CutoutDisplay;
import org.imageryclient.fiji.service.CutoutService;
import org.imageryclient.geom.Region;
import org.imageryclient.geom.Resolution;
import org.imageryclient.link.NeuroglancerState;
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
import org.scijava.command.Command;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;
import org.scijava.script.ScriptService;

/** From a cutout to a link, and back. */
class NeuroglancerLinkCommandsTest {

	private static final String CUTOUT = "source=[" + SampleVolume.em() +
		"] segmentation=[" + SampleVolume.seg() +
		"] center=20512,12512,310 size=40,30,2 ";

	/** As someone copied it from a viewer. */
	private static final String STATE =
		"{\"dimensions\":{\"x\":[9.2e-9,\"m\"],\"y\":[9.2e-9,\"m\"],\"z\":[4.5e-8,\"m\"]},\"position\":[10256.5,6256.5,310.5]," +
			"\"layers\":[{\"type\":\"image\",\"source\":\"precomputed://" + address(
				SampleVolume.em()) + "\",\"name\":\"em\"}," +
			"{\"type\":\"segmentation\",\"source\":\"precomputed://" + address(
				SampleVolume.seg()) +
			"\",\"name\":\"seg\",\"segments\":[\"864691135038985821\",\"!1\"],\"segmentColors\":{\"864691135038985821\":\"#ff0000\"}}]}";

	private final Context context = new Context();

	@TempDir
	private Path folder;

	@AfterEach
	void dispose() {
		context.dispose();
	}

	private static String address(final String sample) {
		return Path.of(sample).toUri().toString().replaceFirst("/$", "");
	}

	@Test
	void open_makesTheCutoutAroundThePosition() throws Exception {
		final Module done = run(OpenNeuroglancerLinkCommand.class, "link", STATE,
			"size", "20,16,2");

		final ImagePlus image = (ImagePlus) done.getOutput("image");
		assertEquals("20 16 2", image.getWidth() + " " + image.getHeight() + " " +
			image.getNSlices());
		assertEquals(9.2, image.getCalibration().pixelWidth, 1e-9);
		assertEquals(Region.centered(10256, 6256, 310).size(20, 16, 2).at(Resolution
			.of(9.2, 9.2, 45)), request(image).region());
	}

	@Test
	void open_showsTheSelectedSegmentsInTheirColours() throws Exception {
		final Module done = run(OpenNeuroglancerLinkCommand.class, "link", STATE,
			"size", "20,16,2");

		final ImagePlus image = (ImagePlus) done.getOutput("image");
		assertEquals(RootSelection.of(864691135038985821L), request(image).roots());
		assertEquals(ColorScheme.parse("864691135038985821=#ff0000 hashed"), state(
			image).colors());
	}

	@Test
	void open_takesPixelsOfAMip() throws Exception {
		final Module done = run(OpenNeuroglancerLinkCommand.class, "link", STATE,
			"size", "12 x 8 px", "mip", "2");

		final ImagePlus image = (ImagePlus) done.getOutput("image");
		assertEquals(12, image.getWidth());
		assertEquals(18.4, image.getCalibration().pixelWidth, 1e-9);
	}

	@Test
	void open_ofAStoredState_fetchesItOnce() throws Exception {
		try (FaultServer server = FaultServer.over(Map.of("nglstate/api/v1/7", STATE
			.getBytes(StandardCharsets.UTF_8))))
		{
			final Module done = run(OpenNeuroglancerLinkCommand.class, "link",
				"https://spelunker.cave-explorer.org/#!middleauth+" + server.url(
					"nglstate/api/v1/7"), "size", "20,16");

			assertEquals(20, ((ImagePlus) done.getOutput("image")).getWidth());
			assertEquals(1, server.requests().size());
		}
	}

	@Test
	void open_savesAsTold() throws Exception {
		final Module done = run(OpenNeuroglancerLinkCommand.class, "link", STATE,
			"size", "20,16,1", "show", "none", "save", folder.resolve("fig")
				.toFile());

		assertNull(done.getOutput("image"));
		assertTrue(Files.exists(folder.resolve("fig_imagery.png")));
		assertTrue(Files.exists(folder.resolve(
			"fig_root_id_864691135038985821.png")));
	}

	@Test
	void macro_mayHoldTheStateItself() {
		final MacroBridge macros = MacroBridge.to(context);

		final String result = macros.run(
			"run('Open Neuroglancer Link...', 'link=[" + STATE +
				"] size=20,16,2'); getDimensions(w, h, c, s, f); return '' + w + ' ' + h + ' ' + s;",
			"");

		assertEquals("20 16 2", result);
	}

	@Timeout(60)
	@Test
	void open_canceled_stopsTheCutoutWithinTwoSeconds() throws Exception {
		try (FaultServer server = FaultServer.over(SampleVolume.FOLDER).latency(
			Duration.ofSeconds(1)))
		{
			final CommandModule module = new CommandModule(context.service(
				CommandService.class).getCommand(OpenNeuroglancerLinkCommand.class));
			context.inject(module.getCommand());
			module.setInputs(Map.of("link", STATE.replace(address(SampleVolume.em()),
				server.url("em")).replace(address(SampleVolume.seg()), server.url(
					"seg")), "size", "400,400,20"));
			final Future<Module> running = context.service(ModuleService.class).run(
				module, true);
			while (server.requests().size() < 3)
				Thread.sleep(10);

			final long start = System.nanoTime();
			module.cancel("");
			running.get(10, TimeUnit.SECONDS);

			final long elapsedMillis = (System.nanoTime() - start) / 1_000_000;
			assertTrue(elapsedMillis < 2000, elapsedMillis + " ms");
			assertNull(module.getOutput("image"));
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '^', value = { //
		"                       | 4,4   | link", //
		"minnie65_public        | 4,4   | Expected a Neuroglancer link", //
		"{\"layers\":[]}        | 4,4   | image or segmentation", //
		"{\"layers\":[{\"type\":\"mesh\",\"name\":\"m\",\"source\":\"x\"}],\"position\":[1,2,3]} | 4,4 | mesh", //
		"{\"layers\":[5]}       | 4,4   | $.layers[0]", //
		"{\"layers\":[{\"type\":\"image\",\"source\":\"gs://b/em\"}],\"position\":[1,2,3]} |  | size", //
		"{\"layers\":[{\"type\":\"image\",\"source\":\"gs://b/em\"}]} | 4,4 | center" })
	void open_ofWhatCannotBeOpened_saysWhy(final String link, final String size,
		final String named) throws Exception
	{
		final Module done = run(OpenNeuroglancerLinkCommand.class, "link", Optional
			.ofNullable(link).orElse(""), "size", Optional.ofNullable(size).orElse(
				""));

		assertTrue(((Cancelable) done).isCanceled());
		final String reason = ((Cancelable) done).getCancelReason();
		assertTrue(reason.contains(named), reason);
	}

	@Test
	void copy_ofTheCurrentImage_givesItsRequestAndColours() {
		final MacroBridge macros = MacroBridge.to(context);
		macros.run("run('Imagery Cutout...', '" + CUTOUT +
			"roots=864691135038985821,18446744073709551615 mip=0 colors=[hashed 7]');" +
			"run('Copy Neuroglancer Link...', '');", "");

		final NeuroglancerState state = NeuroglancerState.parse((String) macros
			.lastModule().getOutput("link"));
		assertEquals(Optional.of(CutoutRequest.of(Region.centered(20512, 12512, 310)
			.size(40, 30, 2).at(Resolution.of(4.6, 4.6, 45))).withImageMip(0)
			.withSegmentationMip(0).withRoots(RootSelection.of("864691135038985821",
				"18446744073709551615"))), state.request());
		assertEquals(ColorScheme.hashed(7), state.colors());
	}

	@Test
	void copy_ofAFigure_isOfItsCutoutInItsColours() {
		final MacroBridge macros = MacroBridge.to(context);
		macros.run("run('Overlay Figure...', '" + CUTOUT + "colors=Set1');" +
			"run('Copy Neuroglancer Link...', '');", "");

		final NeuroglancerState state = NeuroglancerState.parse((String) macros
			.lastModule().getOutput("link"));
		assertEquals(Region.centered(20512, 12512, 310).size(40, 30, 2).at(
			Resolution.of(4.6, 4.6, 45)), state.request().orElseThrow().region());
		assertEquals(0xffe41a1c, state.segmentation().orElseThrow().segmentColors()
			.values().iterator().next());
	}

	@Test
	void copy_ofFields_readsNothingAndGivesTheirRequest() throws Exception {
		try (FaultServer server = FaultServer.over(SampleVolume.FOLDER)) {
			final Module done = run(CopyNeuroglancerLinkCommand.class, "source",
				server.url("em"), "bounds", "20500,12500,310,20540,12530,312", "fit",
				"native", "colors", "tab10", "site", "https://ngl.example.org");

			final String link = (String) done.getOutput("link");
			assertTrue(link.startsWith("https://ngl.example.org/#!"), link);
			assertEquals(Optional.of(CutoutRequest.of(Region.bounds(20500, 12500, 310,
				20540, 12530, 312).at(Resolution.of(4.6, 4.6, 45))).withFit(
					Fit.NATIVE)), NeuroglancerState.parse(link).request());
			assertEquals("/em/info", server.requests().stream().map(r -> r.path())
				.distinct().collect(Collectors.joining(" ")));
		}
	}

	@Test
	void copy_withoutACurrentImage_isOfWhatWasShownLast() throws Exception {
		final CutoutService cutouts = context.service(CutoutService.class);
		cutouts.show(cutouts.open(SampleVolume.em(), "").image(Region.centered(
			20512, 12512, 310).size(4, 4)), ColorScheme.hashed(7));
		MacroBridge.to(context).run("close('*');", "");

		final String link = (String) run(CopyNeuroglancerLinkCommand.class)
			.getOutput("link");

		assertEquals(cutouts.lastShown(), Optional.of(NeuroglancerState.parse(
			link)));
	}

	@Test
	void copy_withoutAnImageOrASource_saysWhatIsWanted() throws Exception {
		MacroBridge.to(context).run("close('*');", "");

		final Module done = run(CopyNeuroglancerLinkCommand.class);

		assertTrue(((Cancelable) done).getCancelReason().contains("source"));
	}

	@Test
	void copy_neverHoldsAToken() throws Exception {
		final String token = "c0ffee00c0ffee00c0ffee00c0ffee00";
		try (FaultServer server = FaultServer.over(SampleVolume.FOLDER)
			.requireToken("/em", token))
		{
			context.service(CutoutService.class).session().credentials().give(URI
				.create(server.url()), Token.of(token));

			final String link = (String) run(CopyNeuroglancerLinkCommand.class,
				"source", "precomputed://middleauth+" + server.url("em"), "center",
				"20512,12512,310", "size", "4,4").getOutput("link");

			assertFalse(link.contains(token), link);
			assertTrue(link.contains("middleauth"), link);
		}
	}

	@Test
	void copiedLink_openedAgain_isTheSameCutout() {
		final MacroBridge macros = MacroBridge.to(context);
		macros.run("run('Imagery Cutout...', '" + CUTOUT +
			"mip=1 fit=native colors=Set1');" +
			"run('Copy Neuroglancer Link...', '');", "");
		final String link = (String) macros.lastModule().getOutput("link");
		macros.run("run('Imagery Cutout...', '" + CUTOUT +
			"mip=1 fit=native colors=Set1');", "");
		final ImagePlus first = (ImagePlus) macros.lastModule().getOutput("image");

		macros.run("run('Open Neuroglancer Link...', 'link=[" + link + "]');", "");

		final ImagePlus again = (ImagePlus) macros.lastModule().getOutput("image");
		assertEquals(request(first), request(again));
		assertEquals(state(first).colors(), state(again).colors());
		for (int z = 1; z <= first.getNSlices(); z++)
			assertArrayEquals((byte[]) first.getStack().getPixels(z), (byte[]) again
				.getStack().getPixels(z));
		assertArrayEquals(pixels(first), pixels(again));
	}

	/** With the overlay drawn in. */
	private static int[] pixels(final ImagePlus image) {
		return (int[]) image.flatten().getProcessor().getPixels();
	}

	@Test
	void source_mayBeALink() throws Exception {
		final Module done = run(ImageryCutoutCommand.class, "source", STATE, "size",
			"20,16,2");

		final ImagePlus image = (ImagePlus) done.getOutput("image");
		assertEquals(Region.centered(10256, 6256, 310).size(20, 16, 2).at(Resolution
			.of(9.2, 9.2, 45)), request(image).region());
		assertEquals(RootSelection.all(), request(image).roots());
	}

	@Test
	void source_thatIsALink_countsInItsVoxels() throws Exception {
		final Module done = run(ImageryCutoutCommand.class, "source", STATE,
			"center", "10250,6250,311", "size", "4,4");

		assertEquals(Region.centered(10250, 6250, 311).size(4, 4).at(Resolution.of(
			9.2, 9.2, 45)), request((ImagePlus) done.getOutput("image")).region());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "resolution | 8x8x40 | resolution",
		"size | | size", "segmentation | nowhere | nowhere" })
	void source_thatIsALink_withAWrongField_isRefused(final String field,
		final String value, final String named) throws Exception
	{
		final Module done = run(ImageryCutoutCommand.class, field, Optional
			.ofNullable(value).orElse(""), field.equals("size") ? "mip" : "size",
			field.equals("size") ? "" : "4,4", "source", STATE);

		final String reason = ((Cancelable) done).getCancelReason();
		assertTrue(reason.contains(named), reason);
	}

	@Test
	void jython_opensAndMakesLinks() throws Exception {
		final String script =
			"#@ CutoutService cutouts\n#@ String link\n#@output String again\n" +
				"state = cutouts.readLink(link)\n" +
				"pair = cutouts.open(link).imageAndSegmentation(state.request(20, 16, 2))\n" +
				"again = cutouts.link(pair, state.colors())\n";

		final Module done = context.service(ScriptService.class).run("link.py",
			script, true, Map.of("link", STATE)).get();

		final NeuroglancerState again = NeuroglancerState.parse((String) done
			.getOutput("again"));
		assertEquals(Region.centered(10256, 6256, 310).size(20, 16, 2).at(Resolution
			.of(9.2, 9.2, 45)), again.request().orElseThrow().region());
		assertEquals(RootSelection.of(864691135038985821L), again.request()
			.orElseThrow().roots());
	}

	@Test
	void service_opensAndMakesLinks() {
		final CutoutService cutouts = context.service(CutoutService.class);
		final NeuroglancerState state = cutouts.readLink(STATE);

		final String link = cutouts.link(cutouts.open(STATE).imageAndSegmentation(
			state.request(20, 16, 2)), state.colors());

		assertEquals(Optional.of(state.request(20, 16, 2)), cutouts.readLink(link)
			.request());
		assertEquals(state.colors(), cutouts.readLink(link).colors());
	}

	private static NeuroglancerState state(final ImagePlus image) {
		return NeuroglancerState.parse(image.getProp(CutoutDisplay.STATE_PROPERTY));
	}

	private static CutoutRequest request(final ImagePlus image) {
		return state(image).request().orElseThrow();
	}

	private Module run(final Class<? extends Command> command,
		final Object... inputs) throws Exception
	{
		return context.service(CommandService.class).run(command, true, inputs)
			.get();
	}
}
