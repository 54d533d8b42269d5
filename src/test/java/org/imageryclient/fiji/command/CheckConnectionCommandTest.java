// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.imageryclient.testing.Answer;
import org.imageryclient.testing.FaultServer;
import org.imageryclient.testing.MacroBridge;
import org.imageryclient.testing.RecordedCave;
import org.imageryclient.testing.SampleVolume;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.log.LogService;

/** Each from the line that the recorder writes. */
class CheckConnectionCommandTest {

	private final String realHome = System.getProperty("user.home");
	private final List<String> logged = new ArrayList<>();

	@TempDir
	private Path home;
	private Context context;

	@BeforeEach
	void start() {
		System.setProperty("user.home", home.toString());
		context = new Context();
		context.service(LogService.class).addLogListener(m -> logged.add(m.text()));
	}

	@AfterEach
	void stop() {
		context.dispose();
		System.setProperty("user.home", realHome);
	}

	@Test
	void volumesOnAServer_areTriedStepByStep() {
		try (FaultServer server = FaultServer.over(SampleVolume.FOLDER)) {
			final String report = report("source=precomputed://" + server.url("em") +
				" segmentation=precomputed://" + server.url("seg"));

			assertEquals(List.of("ok proxy", "ok DNS", "ok connection", "ok opening",
				"ok info", "ok one chunk", "ok opening", "ok info", "ok one chunk"),
				steps(report));
			assertTrue(report.endsWith("\n\nAll is well.\n"), report);
			assertTrue(report.contains("4.6 x 4.6 x 45 nm"), report);
		}
	}

	@Test
	void datastack_isTriedDownToItsRoots() throws Exception {
		try (RecordedCave cave = RecordedCave.start()) {
			token(RecordedCave.VIEWER);

			final String report = report("source=realcave_stack@" + cave.address());

			// Of the recorded datastack's imagery nothing was kept.
			assertEquals(List.of("ok proxy", "ok DNS", "ok connection", "ok token",
				"FAILED imagery", "ok segmentation", "ok info", "ok one chunk",
				"ok roots"), steps(report));
			assertTrue(report.contains(
				"found: ~/.cloudvolume/secrets/cave-secret.json"), report);
			assertFalse(report.contains(home.toString()), report);
			assertFalse((report + logged).contains(RecordedCave.VIEWER));
		}
	}

	@Test
	void missingToken_isSaidWithThePlacesAndTheCommand() {
		try (RecordedCave cave = RecordedCave.start()) {
			final String report = report("source=graphene://" + cave.url(
				"segmentation/table/pcg_test_v1"));

			assertTrue(steps(report).contains("FAILED token"), report);
			assertTrue(report.contains("~/.cloudvolume/secrets/cave-secret.json"),
				report);
			assertTrue(report.contains("Set CAVE Token..."), report);
		}
	}

	@Test
	void tokenThatTheServerRefuses_isSaidWhereTheVolumeIsOpened()
		throws Exception
	{
		final String wrong = "ffffffffffffffffffffffffffffffff";
		try (RecordedCave cave = RecordedCave.start()) {
			token(wrong);

			final String report = report("source=graphene://" + cave.url(
				"segmentation/table/pcg_test_v1"));

			assertEquals(List.of("ok token", "FAILED opening"), steps(report).subList(
				3, 5));
			assertFalse((report + logged).contains(wrong));
		}
	}

	@Test
	void brokenTokenFile_isNamedWithoutItsContent() throws Exception {
		final Path secrets = Files.createDirectories(home.resolve(
			".cloudvolume/secrets"));
		Files.writeString(secrets.resolve("cave-secret.json"), "no json: hush");
		try (RecordedCave cave = RecordedCave.start()) {
			final String report = report("source=graphene://" + cave.url(
				"segmentation/table/pcg_test_v1"));

			assertTrue(report.contains(
				"~/.cloudvolume/secrets/cave-secret.json is no JSON"), report);
			assertFalse(report.contains("hush"), report);
		}
	}

	@Test
	void serverThatIsDown_isNotWaitedFor() throws Exception {
		final String report = report("source=precomputed://http://127.0.0.1:" +
			freePort() + "/em");

		assertEquals(List.of("ok proxy", "ok DNS", "FAILED connection"), steps(
			report));
		assertTrue(report.contains("the server may be down, or a firewall"),
			report);
	}

	@Test
	void nameThatNobodyKnows_isFoundByItsDns() {
		final String report = report(
			"source=precomputed://https://no-such-server.invalid/em");

		assertEquals(List.of("ok proxy", "FAILED DNS"), steps(report));
		assertTrue(report.contains("no-such-server.invalid"), report);
	}

	@Test
	void serverWithoutTls_isFoundByItsTls() {
		try (FaultServer server = FaultServer.over(SampleVolume.FOLDER)) {
			final String report = report("source=precomputed://" + server.url("em")
				.replace("http:", "https:"));

			assertEquals("FAILED TLS", steps(report).get(2));
		}
	}

	@Test
	void wrongPath_isSaidWhereTheVolumeIsOpened() {
		try (FaultServer server = FaultServer.over(SampleVolume.FOLDER)) {
			final String report = report("source=precomputed://" + server.url(
				"nothing"));

			assertEquals("FAILED opening", steps(report).get(3));
		}
	}

	@Test
	void chunkThatIsBroken_failsAloneAndTheSegmentationIsTried() {
		try (FaultServer server = FaultServer.over(SampleVolume.FOLDER)) {
			server.rule("/em/", request -> request.path().endsWith("info") ? server
				.content(request) : Answer.of(200, "no jpeg"));

			final String report = report("source=precomputed://" + server.url("em") +
				" segmentation=precomputed://" + server.url("seg"));

			assertEquals(List.of("FAILED one chunk", "ok opening", "ok info",
				"ok one chunk"), steps(report).subList(5, 9));
			assertTrue(report.endsWith("1 of these failed: begin with the first.\n"),
				report);
		}
	}

	@Test
	void folder_needsNoNetwork() {
		final String report = report("source=" + SampleVolume.em());

		assertEquals(List.of("skipped network", "ok opening", "skipped network",
			"ok info", "ok one chunk"), steps(report));
	}

	@Test
	void nothingGiven_stopsTheMacro() {
		final String result = MacroBridge.to(context).run(
			"run(\"Check Connection...\", \"\"); return \"went on\";", "");

		assertNotEquals("went on", result);
		assertTrue(logged.stream().anyMatch(m -> m.startsWith(
			"Expected the address of a volume")), logged.toString());
	}

	private String report(final String options) {
		final MacroBridge macros = MacroBridge.to(context);
		assertEquals("", macros.run("run(\"Check Connection...\", \"" + options +
			"\");", ""));
		final String report = (String) macros.lastModule().getOutput("report");
		assertTrue(logged.contains(report), logged.toString());
		return report;
	}

	/** The first two columns of its lines. */
	private static List<String> steps(final String report) {
		return report.lines().filter(line -> line.matches("(ok|FAILED|skipped) .*"))
			.map(line -> line.substring(0, 8).strip() + " " + line.substring(8, 21)
				.strip()).toList();
	}

	private void token(final String token) throws IOException {
		final Path secrets = Files.createDirectories(home.resolve(
			".cloudvolume/secrets"));
		Files.writeString(secrets.resolve("cave-secret.json"), "{\"token\": \"" +
			token + "\"}");
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}
}
