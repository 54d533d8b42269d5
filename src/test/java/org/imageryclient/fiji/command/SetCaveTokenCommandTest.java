// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;

import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.prefs.BackingStoreException;
import java.util.prefs.Preferences;
import java.util.stream.Stream;

import org.imageryclient.cutout.ImageryClient;
import org.imageryclient.fiji.service.CutoutService;
import org.imageryclient.testing.Answer;
import org.imageryclient.testing.RecordedCave;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;
import org.scijava.log.LogMessage;
import org.scijava.log.LogService;
import org.scijava.platform.AbstractPlatform;
import org.scijava.platform.Platform;
import org.scijava.plugin.PluginInfo;
import org.scijava.plugin.PluginService;

class SetCaveTokenCommandTest {

	private static final String WRONG = "ffffffffffffffffffffffffffffffff";

	private final String realHome = System.getProperty("user.home");
	private final List<String> logged = new ArrayList<>();

	@TempDir
	Path home;

	private RecordedCave cave;
	private Context context;

	@BeforeEach
	void start() {
		System.setProperty("user.home", home.toString());
		cave = RecordedCave.start();
		context = new Context();
		context.service(LogService.class).addLogListener(message -> logged.add(text(
			message)));
	}

	@AfterEach
	void stop() {
		context.dispose();
		cave.close();
		System.setProperty("user.home", realHome);
	}

	@Test
	void token_isCheckedKeptAndSaysWhatItOpens() throws Exception {
		final CommandModule done = run(RecordedCave.VIEWER);

		assertFalse(done.isCanceled(), done.getCancelReason());
		assertEquals(2, secrets().size());
		assertTrue(Files.readString(secrets().get(0)).contains(
			RecordedCave.VIEWER));
		assertTrue(logged.stream().anyMatch(m -> m.contains(
			"The token is Vera Viewer's. It opens realcave_stack, realcave_file_stack, " +
				"realcave_public, realcave_gs_stack. Permissions: view for realcave.")),
			logged.toString());
		assertEquals(List.of("/auth/api/v1/user/cache", "/info/api/v2/datastacks"),
			cave.paths());
	}

	@Test
	void token_whoseUserHasNotAcceptedTerms_saysWhich() throws Exception {
		cave.server().rule("/auth/api/v1/user/cache", request -> Answer.of(200,
			"{\"name\": \"Vera\", \"missing_tos\": [{\"tos_id\": 1, \"tos_name\": \"flywire\"}]}"));

		run(RecordedCave.VIEWER);

		assertTrue(logged.stream().anyMatch(m -> m.contains(
			"Not accepted yet are the terms of service \"flywire\"")), logged
				.toString());
	}

	@Test
	void token_ofAServerWithoutAccounts_isKeptAllTheSame() throws Exception {
		cave.server().rule("/auth/api/v1/user/cache", request -> Answer.of(404,
			"<html>"));

		assertFalse(run(RecordedCave.VIEWER).isCanceled());
		assertEquals(2, secrets().size());
	}

	@Test
	void token_opensADatastackByItsName() throws Exception {
		run(RecordedCave.VIEWER);
		final CutoutService cutouts = context.service(CutoutService.class);

		final ImageryClient client = cutouts.client().datastack("realcave_stack",
			cave.address()).withoutImagery().build();

		assertEquals("4 x 4 x 40 nm", client.resolution().toString());
		assertTrue(client.segmentationVolume().orElseThrow().agglomeration()
			.isPresent());
		assertEquals(4, cutouts.datastacks(cave.address()).size());
	}

	@Test
	void token_thatTheServerRefuses_isNotKept() throws Exception {
		final CommandModule done = run(WRONG);

		assertTrue(done.isCanceled());
		assertTrue(done.getCancelReason().contains("not valid or has expired"), done
			.getCancelReason());
		assertEquals(List.of(), secrets());
		assertFalse((done.getCancelReason() + logged).contains(WRONG));
	}

	@Test
	void token_isNeitherLoggedNorRememberedNorRecorded() throws Exception {
		final CommandModule done = run(RecordedCave.VIEWER);

		assertFalse(done.getInputs().toString().contains(RecordedCave.VIEWER));
		assertFalse(logged.toString().contains(RecordedCave.VIEWER));
		assertFalse(preferences(Preferences.userRoot()).contains(
			RecordedCave.VIEWER));
		final CommandInfo info = context.service(CommandService.class).getCommand(
			SetCaveTokenCommand.class);
		assertTrue(info.is("no-record"));
		assertFalse(info.getInput("token").isPersisted());
		assertEquals("password", info.getInput("token").getWidgetStyle());
	}

	/** Of a cutout with the token: files, image, log, inputs, preferences. */
	@Test
	void token_isInNothingThatACutoutLeaves(@TempDir final Path figures)
		throws Exception
	{
		run(RecordedCave.VIEWER);
		logged.clear();

		final CommandModule done = context.service(CommandService.class).run(
			ImageryCutoutCommand.class, true, "segmentation", "graphene://" + cave
				.url("segmentation/table/pcg_test_v1"), "bounds",
			"1040,2030,305,1060,2050,307", "timestamp", "2024-07-01", "show",
			"imagej", "save", figures.resolve("fig.tif").toString()).get();

		assertFalse(done.isCanceled(), done.getCancelReason() + logged);
		assertTrue(withToken(cave) > 2);
		try (Stream<Path> files = Files.list(figures)) {
			final List<Path> saved = files.toList();
			assertTrue(saved.stream().anyMatch(f -> f.toString().endsWith(
				".manifest.json")), saved.toString());
			for (final Path file : saved)
				assertFalse(Files.readString(file, StandardCharsets.ISO_8859_1)
					.contains(RecordedCave.VIEWER), file.toString());
		}
		final ImagePlus image = (ImagePlus) done.getOutput("image");
		assertFalse((done.getInputs() + "" + image.getProperties() + image
			.getInfoProperty() + logged + preferences(Preferences.userRoot()))
			.contains(RecordedCave.VIEWER));
	}

	private static long withToken(final RecordedCave cave) {
		return cave.server().requests().stream().filter(r -> r.headers().toString()
			.contains(RecordedCave.VIEWER)).count();
	}

	@Test
	void server_thatIsNone_isNamed() throws Exception {
		final CommandModule done = context.service(CommandService.class).run(
			SetCaveTokenCommand.class, true, "server", "not a server", "token", "x")
			.get();

		assertTrue(done.getCancelReason().contains("\"not a server\""), done
			.getCancelReason());
	}

	@Test
	void server_thatAScriptLeavesOut_isAskedFor() throws Exception {
		final CommandModule done = context.service(CommandService.class).run(
			SetCaveTokenCommand.class, true, "server", null, "token", "x").get();

		assertTrue(done.getCancelReason().contains(
			"Expected the address of a CAVE server"), done.getCancelReason());
	}

	@Test
	void page_thatListsTheTokens_isOpenedInTheBrowser() throws Exception {
		context.service(PluginService.class).addPlugin(new PluginInfo<>(
			Browser.class, Platform.class));
		final SetCaveTokenCommand command = new SetCaveTokenCommand();
		context.inject(command);

		command.openTokenPage();

		assertEquals(List.of(new URL(
			"https://global.daf-apis.com/sticky_auth/settings/tokens")),
			Browser.OPENED);
	}

	/** A platform whose browser is a list. */
	public static class Browser extends AbstractPlatform {

		static final List<URL> OPENED = new ArrayList<>();

		@Override
		public void open(final URL url) {
			OPENED.add(url);
		}
	}

	private CommandModule run(final String token) throws Exception {
		return context.service(CommandService.class).run(SetCaveTokenCommand.class,
			true, "server", cave.address().toString(), "token", token).get();
	}

	private List<Path> secrets() throws IOException {
		final Path folder = home.resolve(".cloudvolume/secrets");
		if (!Files.isDirectory(folder)) return List.of();
		try (var files = Files.list(folder)) {
			return files.sorted().toList();
		}
	}

	private static String preferences(final Preferences node)
		throws BackingStoreException
	{
		final StringBuilder all = new StringBuilder();
		for (final String key : node.keys())
			all.append(key).append('=').append(node.get(key, "")).append('\n');
		for (final String child : node.childrenNames())
			all.append(preferences(node.node(child)));
		return all.toString();
	}

	private static String text(final LogMessage message) {
		return message.text() + Optional.ofNullable(message.throwable()).map(
			t -> t + Arrays.toString(t.getStackTrace())).orElse("");
	}
}
