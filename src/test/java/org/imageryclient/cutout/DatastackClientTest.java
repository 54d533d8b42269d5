// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.cutout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.imageryclient.AccessDenied;
import org.imageryclient.Unsupported;
import org.imageryclient.auth.Credentials;
import org.imageryclient.auth.Token;
import org.imageryclient.auth.TokenFiles;
import org.imageryclient.geom.Region;
import org.imageryclient.geom.Resolution;
import org.imageryclient.http.RetryPolicy;
import org.imageryclient.testing.Answer;
import org.imageryclient.testing.FaultServer;
import org.imageryclient.testing.LoggedRequest;
import org.imageryclient.testing.RecordedCave;
import org.imageryclient.volume.ReadSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Clients of datastacks: what the record gives, and who gets the token. A
 * global server knows the datastack, a local one runs its graph, a bucket holds
 * the imagery.
 */
class DatastackClientTest {

	private static final byte[] INFO =
		"""
				{"type": "image", "data_type": "uint8", "num_channels": 1, "scales": [{"key": "s",
				"size": [300, 300, 60], "resolution": [8, 8, 40], "voxel_offset": [1000, 2000, 300],
				"chunk_sizes": [[64, 64, 16]], "encoding": "raw"}]}"""
			.getBytes(StandardCharsets.UTF_8);

	private static final Region SOMEWHERE = Region.bounds(1040, 2030, 305, 1060,
		2050, 310).at(Resolution.of(8, 8, 40));

	private final RecordedCave local = RecordedCave.start();
	private final FaultServer bucket = FaultServer.over(Map.of("em/info", INFO,
		"other/info", INFO));
	private final FaultServer global = FaultServer.over(Map.of());
	private final Credentials credentials = Credentials.none();
	private final ReadSession session = session(credentials);

	@AfterEach
	void stop() {
		session.close();
		local.close();
		bucket.close();
		global.close();
	}

	@Test
	void client_hasTheSourcesAndTheResolutionOfTheRecord() {
		record("precomputed://" + bucket.url("em"), graph());

		final ImageryClient client = stack().build();

		assertEquals(Optional.of("precomputed://" + bucket.url("em")), client
			.imageSource());
		assertEquals(Optional.of(graph()), client.segmentationSource());
		assertEquals(Resolution.of(4, 4, 40), client.resolution());
	}

	@Test
	void client_takesWhatIsGivenBeforeWhatIsRecorded() {
		record("precomputed://" + bucket.url("em"), graph());
		final String other = "precomputed://" + bucket.url("other");

		final ImageryClient client = stack().imageSource(other).resolution(
			Resolution.of(16, 16, 40)).withoutSegmentation().build();

		assertEquals(Optional.of(other), client.imageSource());
		assertEquals(Optional.empty(), client.segmentationSource());
		assertEquals(Resolution.of(16, 16, 40), client.resolution());
		assertEquals(List.of(), bucket.requests("/em/info"));
	}

	@Test
	void client_canCountInVoxelsOfAVolumeInstead() {
		record("precomputed://" + bucket.url("em"), graph());

		assertEquals(Resolution.of(8, 8, 40), stack().resolutionOfImage().build()
			.resolution());
	}

	@Test
	void token_goesToTheServersOfTheRecordAndNotToTheBucket() {
		record("precomputed://" + bucket.url("em"), graph());

		stack().build().segmentation(SOMEWHERE, RootSelection.all());

		assertEquals(List.of(true), withToken(global));
		assertTrue(local.server().requests().size() > 3);
		for (final LoggedRequest request : local.server().requests())
			assertEquals(request.path().startsWith("/segmentation"), hasToken(
				request), request.path());
		assertFalse(withToken(bucket).contains(true));
	}

	@Test
	void token_goesToTheHostOfTheRecordedGraphThoughItIsNotTheLocalServer() {
		record("precomputed://" + bucket.url("em"), graph(), bucket.url());
		credentials.give(URI.create(global.url()), viewer());

		client().datastack("stack", URI.create(global.url())).withoutImagery()
			.build();

		assertEquals(List.of(true), withToken(local.server()));
	}

	@Test
	void token_goesToTheLocalServerOfARecordThatWasReadBefore() {
		record("precomputed://" + bucket.url("em"), graph());
		stack().withoutSegmentation().build();

		client().segmentationSource(graph()).build();

		assertEquals(List.of(true), withToken(local.server()));
	}

	@Test
	void token_goesToImageryOfMiddleauth() {
		record("precomputed://middleauth+" + bucket.url("em"), graph());

		stack().withoutSegmentation().build();

		assertEquals(List.of(true), withToken(bucket));
	}

	@Test
	void token_doesNotFollowTheRedirectOfAnInfoToAnotherServer() {
		final String target = "precomputed://middleauth+" + bucket.url("em");
		global.rule("/moved/info", request -> Answer.of(200, "{\"redirect\": \"" +
			target + "\"}"));

		client().token(viewer()).imageSource("precomputed://middleauth+" + global
			.url("moved")).build();

		assertEquals(List.of(true), withToken(global));
		assertEquals(List.of(false), withToken(bucket));
	}

	@Test
	void token_doesNotFollowTheRedirectOfAServerToAnother() {
		global.redirect("/moved/info", 302, bucket.url("em/info"));

		client().token(viewer()).imageSource("precomputed://middleauth+" + global
			.url("moved")).build();

		assertEquals(List.of(true), withToken(global));
		assertEquals(List.of(false), withToken(bucket));
	}

	@Test
	void token_ofOneServerIsNotSentToAnotherThatNobodyNamed() {
		credentials.give(URI.create(global.url()), viewer());

		assertThrows(AccessDenied.class, () -> client().segmentationSource(graph())
			.build());

		assertEquals(List.of(false), withToken(local.server()));
	}

	@Test
	void token_isNotSentToPlainImageryThatTheUserNames() {
		client().token(viewer()).imageSource(bucket.url("em")).build();

		assertEquals(List.of(false), withToken(bucket));
	}

	@Test
	void record_thatLeadsIntoTheUsersDisk_isRefused() {
		record("file:///etc", graph());

		final String message = assertThrows(Unsupported.class, stack()::build)
			.getMessage();

		assertTrue(message.contains("stack on " + global.url()) && message.contains(
			"\"file:///etc\""), message);
	}

	@Test
	void record_withoutSources_saysSo() {
		global.rule("/info", request -> Answer.of(200, "{}"));

		final String message = assertThrows(IllegalArgumentException.class,
			stack()::build).getMessage();

		assertTrue(message.contains("nor does the record of stack on " + global
			.url()), message);
	}

	@Test
	void server_thatIsNoAddress_isNamed() {
		final String message = assertThrows(IllegalArgumentException.class,
			() -> client().datastack("stack", URI.create("global.org")).build())
			.getMessage();

		assertTrue(message.contains("\"global.org\""), message);
	}

	@Test
	void server_isTheOneThatPythonFoundTheDatastackOn(@TempDir final Path home)
		throws Exception
	{
		record("precomputed://" + bucket.url("em"), graph());
		final Path secrets = Files.createDirectories(home.resolve(
			".cloudvolume/secrets"));
		Files.writeString(secrets.resolve("cave_datastack_to_server_map.json"),
			"{\"stack\": \"" + global.url() + "\"}");
		try (ReadSession withFiles = session(new Credentials(TokenFiles.standard(Map
			.of(), home))))
		{
			ImageryClient.builder(withFiles).datastack("stack").withoutSegmentation()
				.build();
		}

		assertEquals(1, global.requests().size());
	}

	/** The record of "stack". Its local server is written as people do. */
	private void record(final String image, final String segmentation) {
		record(image, segmentation, local.address().getRawAuthority());
	}

	private void record(final String image, final String segmentation,
		final String localServer)
	{
		global.rule("/info/api/v2/datastack/full/stack", request -> Answer.of(200,
			"{\"aligned_volume\": {\"image_source\": \"" + image +
				"\"}, \"segmentation_source\": \"" + segmentation +
				"\", \"local_server\": \"" + localServer +
				"\", \"viewer_resolution_x\": 4.0, \"viewer_resolution_y\": 4.0, \"viewer_resolution_z\": 40.0}"));
	}

	private String graph() {
		return "graphene://" + local.url("segmentation/table/pcg_test_v1");
	}

	private ImageryClientBuilder stack() {
		return client().token(viewer()).datastack("stack", URI.create(global
			.url()));
	}

	private ImageryClientBuilder client() {
		return ImageryClient.builder(session);
	}

	private static Token viewer() {
		return Token.of(RecordedCave.VIEWER);
	}

	private static ReadSession session(final Credentials credentials) {
		return ReadSession.builder(credentials, new RetryPolicy(2, Duration.ZERO,
			Duration.ZERO, Duration.ofSeconds(20))).build();
	}

	private static List<Boolean> withToken(final FaultServer server) {
		return server.requests().stream().map(DatastackClientTest::hasToken)
			.toList();
	}

	private static boolean hasToken(final LoggedRequest request) {
		return request.headers().toString().contains(RecordedCave.VIEWER);
	}
}
