// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.imageryclient.AccessDenied;
import org.imageryclient.auth.Credentials;
import org.imageryclient.auth.Token;
import org.imageryclient.auth.TokenFiles;
import org.imageryclient.cutout.ImageryClient;
import org.imageryclient.cutout.ImageryClientBuilder;
import org.imageryclient.testing.Answer;
import org.imageryclient.testing.LoggedRequest;
import org.imageryclient.testing.RecordedCave;
import org.imageryclient.volume.ReadSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Who gets the token that is for all servers, when a link names them. All is on
 * one server here: as 127.0.0.1 it is the one that the link names, as localhost
 * another.
 */
class LinkTokenTest {

	@TempDir
	Path home;

	private RecordedCave cave;
	private Credentials credentials;
	private ReadSession session;

	@BeforeEach
	void start() throws IOException {
		cave = RecordedCave.start();
		secret("cave-secret.json");
		credentials = new Credentials(TokenFiles.standard(Map.of(), home));
		session = ReadSession.builder(credentials).build();
	}

	@AfterEach
	void stop() {
		session.close();
		cave.close();
	}

	@Test
	void tokenForAll_goesToTheServerThatTheUserNames() {
		client().segmentationSource(graph()).build();

		assertTrue(isTokenSent());
	}

	@Test
	void tokenForAll_doesNotGoToAServerThatOnlyALinkNames() {
		final NeuroglancerState state = NeuroglancerState.read(link(graph()),
			session.stores());

		final String message = refusal(state);

		assertFalse(isTokenSent());
		assertTrue(message.contains("The link names 127.0.0.1:" + cave.address()
			.getPort() +
			", which has no token of its own; if you trust it, run Set CAVE Token with this server."),
			message);
		assertFalse(message.contains("/cave-secret.json"), message);
		assertFalse(message.contains(RecordedCave.VIEWER), message);
	}

	@Test
	void tokenForAll_doesNotGoThereThroughAStateThatWasOnlyParsed() {
		refusal(NeuroglancerState.parse(link(graph())));

		assertFalse(isTokenSent());
	}

	/** As a dialog that the link filled in does. */
	@Test
	void tokenForAll_doesNotGoThereThoughTheAddressIsPassedOnAsText() {
		final String address = NeuroglancerState.read(link(graph()), session
			.stores()).segmentationSource().orElseThrow();

		assertThrows(AccessDenied.class, () -> client().segmentationSource(address)
			.build());

		assertFalse(isTokenSent());
	}

	@Test
	void tokenForAll_doesNotGoToLayersThatAreNotShownFirst() {
		NeuroglancerState.read("{\"layers\": [" + layer(graph().replace("127.0.0.1",
			"localhost")) + ", " + layer(graph()) + "]}", session.stores());

		assertThrows(AccessDenied.class, () -> client().segmentationSource(graph())
			.build());

		assertFalse(isTokenSent());
	}

	@Test
	void tokenForAll_doesNotGoToTheServerOfAStoredState() {
		cave.server().rule("/nglstate", request -> Answer.of(401, "{}"));

		final String message = assertThrows(AccessDenied.class,
			() -> NeuroglancerState.read("https://spelunker.cave-explorer.org/#!" +
				"middleauth+" + cave.url("nglstate/api/v1/1"), session.stores()))
			.getMessage();

		assertFalse(isTokenSent());
		assertTrue(message.contains("run Set CAVE Token"), message);
	}

	@Test
	void tokenForAll_goesToTheServersOfAStoredStateThatTheUserNamesBefore() {
		cave.server().rule("/nglstate", request -> Answer.of(200, link(graph())));
		client().segmentationSource(graph()).build();
		cave.server().clearLog();

		NeuroglancerState.read("#!middleauth+" + cave.url("nglstate/api/v1/1"),
			session.stores()).applyTo(client()).build();

		assertTrue(cave.server().requests().stream().allMatch(
			LinkTokenTest::hasToken));
	}

	@Test
	void tokenOfItsOwn_goesToTheServerThatALinkNames() throws IOException {
		secret("127.0.0.1:" + cave.address().getPort() + "-cave-secret.json");

		NeuroglancerState.read(link(graph()), session.stores()).applyTo(client())
			.build();

		assertTrue(isTokenSent());
	}

	@Test
	void tokenThatIsSetAfterTheLink_goesToItsServer() {
		final NeuroglancerState state = NeuroglancerState.read(link(graph()),
			session.stores());
		refusal(state);

		credentials.give(cave.address(), Token.of(RecordedCave.VIEWER));
		state.applyTo(client()).build();

		assertTrue(isTokenSent());
	}

	@Test
	void tokenForAll_goesToAServerThatARecordNamesThoughALinkDoesToo() {
		recordNames(graph());
		final NeuroglancerState state = NeuroglancerState.read(link(graph()),
			session.stores());

		client().datastack("stack", localhost()).withoutImagery().build();

		assertTrue(isTokenSent());
		cave.server().clearLog();
		state.applyTo(client()).build();
		assertTrue(isTokenSent());
	}

	@Test
	void tokenOfADatastack_doesNotGoToTheServerThatALinkAddsToIt() {
		recordNames("precomputed://gs://bucket/seg");

		assertThrows(AccessDenied.class, () -> NeuroglancerState.parse(link(
			graph())).applyTo(client().datastack("stack", localhost())
				.withoutImagery()).build());

		assertEquals(List.of(true, false), cave.server().requests().stream().map(
			LinkTokenTest::hasToken).toList());
	}

	private String refusal(final NeuroglancerState state) {
		return assertThrows(AccessDenied.class, () -> state.applyTo(client())
			.build()).getMessage();
	}

	private ImageryClientBuilder client() {
		return ImageryClient.builder(session);
	}

	private String graph() {
		return "graphene://" + cave.url("segmentation/table/pcg_test_v1");
	}

	private URI localhost() {
		return URI.create("http://localhost:" + cave.address().getPort());
	}

	private void recordNames(final String segmentation) {
		cave.server().rule("/info/api/v2/datastack/full/stack", request -> Answer
			.of(200, "{\"segmentation_source\": \"" + segmentation +
				"\", \"viewer_resolution_x\": 4.0, \"viewer_resolution_y\": 4.0, \"viewer_resolution_z\": 40.0}"));
	}

	private boolean isTokenSent() {
		return cave.server().requests().stream().anyMatch(LinkTokenTest::hasToken);
	}

	private static boolean hasToken(final LoggedRequest request) {
		return request.headers().toString().contains(RecordedCave.VIEWER);
	}

	private static String link(final String address) {
		return "{\"layers\": [" + layer(address) + "]}";
	}

	private static String layer(final String address) {
		return "{\"type\": \"segmentation\", \"name\": \"seg\", \"source\": \"" +
			address + "\"}";
	}

	private void secret(final String name) throws IOException {
		Files.writeString(Files.createDirectories(home.resolve(
			".cloudvolume/secrets")).resolve(name), "{\"token\": \"" +
				RecordedCave.VIEWER + "\"}");
	}
}
