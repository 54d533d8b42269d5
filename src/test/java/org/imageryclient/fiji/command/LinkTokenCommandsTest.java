// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.imageryclient.fiji.service.CutoutService;
import org.imageryclient.testing.Answer;
import org.imageryclient.testing.RecordedCave;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

/** What the commands send to a server that only a link names. */
class LinkTokenCommandsTest {

	private final String realHome = System.getProperty("user.home");

	@TempDir
	Path home;

	private RecordedCave cave;
	private Context context;

	@BeforeEach
	void start() throws IOException {
		System.setProperty("user.home", home.toString());
		Files.writeString(Files.createDirectories(home.resolve(
			".cloudvolume/secrets")).resolve("cave-secret.json"), "{\"token\": \"" +
				RecordedCave.VIEWER + "\"}");
		cave = RecordedCave.start();
		context = new Context();
	}

	@AfterEach
	void stop() {
		context.dispose();
		cave.close();
		System.setProperty("user.home", realHome);
	}

	/** The last is the name of a datastack on that server. */
	@ParameterizedTest
	@ValueSource(strings = { "graphene://%s/segmentation/table/pcg_test_v1",
		"precomputed://middleauth+%s/data/em", "stack@%s" })
	void link_getsNoTokenForAll(final String form) throws Exception {
		final String link = link(String.format(form, cave.address()));

		final CommandModule opened = run(OpenNeuroglancerLinkCommand.class, "link",
			link, "size", "20,20,2", "show", "none");
		final CommandModule cutOut = run(ImageryCutoutCommand.class, "source", link,
			"size", "20,20,2", "show", "none");

		assertTrue(opened.isCanceled() && cutOut.isCanceled());
		assertFalse(cave.server().requests().isEmpty());
		assertEquals(0, tokensSent());
	}

	@Test
	void refusal_namesTheCommandThatOpensTheLink() throws Exception {
		// A server of graphs alone.
		cave.server().rule("/info", request -> Answer.of(404, "<html>"));
		cave.server().rule("/auth", request -> Answer.of(404, "<html>"));
		cave.server().rule("/auth_info", request -> Answer.of(200,
			"{\"login_url\": \"https://global.example.org/sticky_auth\"}"));
		final String link = link("graphene://" + cave.url(
			"segmentation/table/pcg_test_v1"));
		final String refusal = run(OpenNeuroglancerLinkCommand.class, "link", link,
			"size", "20,20,2", "show", "none").getCancelReason();
		assertTrue(refusal.contains("run Set CAVE Token with this server"),
			refusal);

		final CommandModule set = run(SetCaveTokenCommand.class, "server", cave
			.address().toString(), "token", RecordedCave.VIEWER);
		final CommandModule opened = run(OpenNeuroglancerLinkCommand.class, "link",
			link, "size", "20,20,2", "show", "none");

		assertFalse(set.isCanceled(), set.getCancelReason());
		assertFalse(opened.isCanceled(), opened.getCancelReason());
		assertTrue(tokensSent() > 0);
	}

	@Test
	void setCaveToken_keepsNothingForAServerThatIsNoneOfCave() throws Exception {
		cave.server().rule("/info", request -> Answer.of(404, "<html>"));
		cave.server().rule("/auth", request -> Answer.of(404, "<html>"));

		final CommandModule set = run(SetCaveTokenCommand.class, "server", cave
			.address().toString(), "token", RecordedCave.VIEWER);

		assertTrue(set.isCanceled());
		try (var files = Files.list(home.resolve(".cloudvolume/secrets"))) {
			assertEquals(1, files.count());
		}
	}

	/** Where most states are stored that people share, and most graphs. */
	@ParameterizedTest
	@ValueSource(strings = { "https://global.daf-apis.com",
		"https://minnie.microns-daf.com", "https://prod.flywire-daf.com",
		"https://cave.fanc-fly.com" })
	void publicServer_getsTheTokenForAllThoughALinkNamesIt(final String server) {
		assertEquals(Optional.of(RecordedCave.VIEWER), tokenOfLinked(server));
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://minnie.microns-daf.com.example.org",
		"https://evil-minnie.microns-daf.com", "https://microns-daf.com",
		"https://minnie.microns-daf.com:8443" })
	void serverThatIsCalledAlike_getsNone(final String server) {
		assertEquals(Optional.empty(), tokenOfLinked(server));
	}

	private Optional<String> tokenOfLinked(final String server) {
		final CutoutService cutouts = context.service(CutoutService.class);
		cutouts.readLink(
			"{\"layers\": [{\"type\": \"image\", \"name\": \"em\", \"source\": \"precomputed://middleauth+" +
				server + "/em\"}]}");
		return cutouts.session().credentials().tokenFor(URI.create(server + "/em"))
			.map(token -> token.reveal());
	}

	private CommandModule run(final Class<? extends Command> command,
		final Object... inputs) throws Exception
	{
		return context.service(CommandService.class).run(command, true, inputs)
			.get();
	}

	private long tokensSent() {
		return cave.server().requests().stream().filter(r -> r.headers().toString()
			.contains(RecordedCave.VIEWER)).count();
	}

	private static String link(final String address) {
		final String type = address.startsWith("graphene") ? "segmentation"
			: "image";
		return "{\"dimensions\": {\"x\": [8e-9, \"m\"], \"y\": [8e-9, \"m\"], \"z\": [40e-9, \"m\"]}, \"position\": [1050, 2040, 306], " +
			"\"layers\": [{\"type\": \"" + type +
			"\", \"name\": \"layer\", \"source\": \"" + address + "\"}]}";
	}
}
