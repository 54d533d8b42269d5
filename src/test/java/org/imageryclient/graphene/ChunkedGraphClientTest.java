// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.graphene;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import org.imageryclient.AccessDenied;
import org.imageryclient.SourceNotFound;
import org.imageryclient.Timestamp;
import org.imageryclient.Unavailable;
import org.imageryclient.auth.Token;
import org.imageryclient.auth.TokenSource;
import org.imageryclient.geom.Long3;
import org.imageryclient.geom.VoxelBox;
import org.imageryclient.http.HttpLimits;
import org.imageryclient.http.HttpTransport;
import org.imageryclient.http.RetryPolicy;
import org.imageryclient.store.SourceUrl;
import org.imageryclient.testing.LoggedRequest;
import org.imageryclient.testing.RecordedCave;
import org.imageryclient.testing.RecordedExchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChunkedGraphClientTest {

	private static final long SPLIT_ROOT = 360287970189639696L;

	private static final RetryPolicy HASTY = new RetryPolicy(3, Duration.ZERO,
		Duration.ZERO, Duration.ofSeconds(20));

	private static RecordedCave cave;

	@BeforeAll
	static void start() {
		cave = RecordedCave.start();
	}

	@AfterAll
	static void stop() {
		cave.close();
	}

	@BeforeEach
	void clearLog() {
		cave.server().clearLog();
	}

	@Test
	void info_tellsTheLayoutAndWhereTheSupervoxelsAre() {
		final GrapheneInfo info = viewer().info();

		assertEquals(cave.url("data/ws"), info.dataDir());
		assertEquals(new SegmentLayout(8, 5, Map.of(1, 10, 2, 10, 3, 2, 4, 1, 5,
			1)), info.layout());
		assertEquals(new Long3(64, 64, 16), info.chunkSize());
	}

	@Test
	void roots_areThoseThatCloudVolumeGot() {
		final RecordedExchange python = python("get_roots");
		final long[] ids = longs(python.requestBody());

		final long[] roots = viewer().roots(ids, time(1711929600), OptionalInt
			.empty());

		assertArrayEquals(longs(python.responseBody()), roots);
	}

	/** Real servers answer 500 to a form, and so does this one. */
	@Test
	void roots_areNotSentAsAForm() {
		assertEquals(500, cave.exchange(
			"roots_binary content-type x-www-form-urlencoded").status());

		viewer().roots(new long[] { 72057594037927955L }, time(1719792000),
			OptionalInt.empty());

		assertEquals(Optional.of("application/octet-stream"), cave.server()
			.requests().get(0).header("Content-Type"));
	}

	@Test
	void roots_areTakenFromAReplyThatCallsItselfAPage() {
		final RecordedExchange reply = cave.exchange("roots_binary timestamp");
		assertEquals("text/html; charset=utf-8", reply.responseHeaders().get(
			"Content-Type"));

		final long[] roots = viewer().roots(longs(reply.requestBody()), time(
			1706745600), OptionalInt.empty());

		assertArrayEquals(longs(reply.responseBody()), roots);
	}

	/** A POST is answered with 405. */
	@Test
	void idMapping_isAskedForByAGetWithABody() {
		assertEquals(405, cave.exchange("past_id_mapping POST").status());

		viewer().idMapping(new long[] { SPLIT_ROOT }, time(1706745600), Optional
			.empty());

		final LoggedRequest request = cave.server().requests().get(0);
		assertEquals("GET", request.method());
		assertEquals("{\"root_ids\":[" + SPLIT_ROOT + "]}", new String(request
			.body(), StandardCharsets.UTF_8));
	}

	@Test
	void roots_withALayerToStopAt_areThoseThatCloudVolumeGot() {
		final RecordedExchange python = python(
			"download agglomerate=True stop_layer=2");

		final long[] nodes = viewer().roots(longs(python.requestBody()), Optional
			.empty(), OptionalInt.of(2));

		assertArrayEquals(longs(python.responseBody()), nodes);
	}

	@Test
	void leaves_withinBounds_areSupervoxels() {
		final long[] leaves = viewer().leaves(SPLIT_ROOT, Optional.of(new VoxelBox(
			new Long3(1000, 2000, 300), new Long3(1280, 2180, 350))), OptionalInt
				.empty());

		assertTrue(leaves.length > 50);
	}

	@Test
	void leaves_ofALayer_areNodesOfIt() {
		final long[] nodes = viewer().leaves(SPLIT_ROOT, Optional.empty(),
			OptionalInt.of(2));

		assertEquals(2, nodes[0] >>> 56);
	}

	@Test
	void leaves_belowZeroAreRefusedBeforeTheServerFails() {
		final VoxelBox below = new VoxelBox(new Long3(-5, 0, 0), new Long3(1, 1,
			1));
		final Exception e = assertThrows(IllegalArgumentException.class,
			() -> viewer().leaves(SPLIT_ROOT, Optional.of(below), OptionalInt
				.empty()));
		assertTrue(e.getMessage().contains("[-5, 0, 0]"), e.getMessage());
	}

	@Test
	void leavesMany_takesOneRequestForSeveralRoots() {
		final long[] roots = { 360287970189640010L, 360287970189640181L };

		final Map<Long, long[]> leaves = viewer().leavesMany(roots, Optional
			.empty()).orElseThrow();

		assertEquals(1, cave.server().requests().size());
		assertArrayEquals(roots, leaves.keySet().stream().mapToLong(r -> r)
			.toArray());
		assertTrue(leaves.get(roots[0]).length > 5);
	}

	@Test
	void areLatestRoots_ofARootThatWasSplit_isFalse() {
		final boolean[] latest = viewer().areLatestRoots(new long[] { SPLIT_ROOT },
			time(1719792000));

		assertFalse(latest[0]);
	}

	@Test
	void lineage_leadsToTheNewestRoots() {
		final Lineage lineage = viewer().lineage(new long[] { SPLIT_ROOT }, Optional
			.of(new Timestamp(Instant.ofEpochSecond(1704873600))), Optional.empty());

		// The second edit split it into these, and no later one touched them.
		assertArrayEquals(new long[] { 360287970189640010L, 360287970189640181L },
			lineage.latest(SPLIT_ROOT));
	}

	@Test
	void rootTimestamps_areWhenTheyCameToBe() {
		final Timestamp[] born = viewer().rootTimestamps(new long[] { SPLIT_ROOT });

		assertEquals("2024-01-10T08:00:00Z", born[0].toString());
	}

	@Test
	void idMapping_leadsToTheRootsOfEarlier() {
		final IdMapping ids = viewer().idMapping(new long[] { SPLIT_ROOT }, time(
			1706745600), Optional.empty());

		assertEquals(List.of(SPLIT_ROOT), ids.past().get(SPLIT_ROOT));
	}

	@Test
	void oldestTimestamp_isReadToTheMillisecond() {
		assertEquals("2024-03-05T12:34:56.289Z", viewer().oldestTimestamp()
			.toString());
	}

	@Test
	void info_ofAnUnknownTable_namesIt() {
		final Exception e = assertThrows(SourceNotFound.class, () -> client(
			"no_such_table", RecordedCave.VIEWER).info());
		assertTrue(e.getMessage().contains("\"no_such_table\""), e.getMessage());
	}

	@Test
	void info_ofATableThatIsGone_saysWhatTheServerSays() {
		final Exception e = assertThrows(Unavailable.class, () -> client(
			"pcg_ghost_v1", RecordedCave.VIEWER).info());
		assertTrue(e.getMessage().contains("500"), e.getMessage());
		assertTrue(e.getMessage().contains("404 table"), e.getMessage());
	}

	@Test
	void info_withoutPermission_isDenied() {
		final Exception e = assertThrows(AccessDenied.class, () -> client(
			"pcg_test_v1", RecordedCave.NOBODY).info());
		assertTrue(e.getMessage().contains("realcave"), e.getMessage());
		assertFalse(e.getMessage().contains(RecordedCave.NOBODY), e.getMessage());
		assertEquals(1, cave.server().requests().size());
	}

	private static ChunkedGraphClient viewer() {
		return client("pcg_test_v1", RecordedCave.VIEWER);
	}

	private static ChunkedGraphClient client(final String table,
		final String token)
	{
		final TokenSource tokens = address -> Optional.of(Token.of(token));
		return new ChunkedGraphClient(GrapheneAddress.of(SourceUrl.parse(
			"graphene://" + cave.url("segmentation/table/" + table))),
			new HttpTransport(HttpLimits.DEFAULT, HASTY, tokens));
	}

	private static Optional<Timestamp> time(final long seconds) {
		return Optional.of(new Timestamp(Instant.ofEpochSecond(seconds)));
	}

	private static RecordedExchange python(final String call) {
		return RecordedCave.pythonTraffic().stream().filter(e -> e.name().equals(
			call)).findFirst().orElseThrow();
	}

	private static long[] longs(final byte[] body) {
		final long[] ids = new long[body.length / Long.BYTES];
		java.nio.ByteBuffer.wrap(body).order(java.nio.ByteOrder.LITTLE_ENDIAN)
			.asLongBuffer().get(ids);
		return ids;
	}
}
