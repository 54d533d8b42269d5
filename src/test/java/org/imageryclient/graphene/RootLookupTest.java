// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.graphene;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;

import org.imageryclient.Timestamp;
import org.imageryclient.auth.Token;
import org.imageryclient.auth.TokenSource;
import org.imageryclient.http.HttpLimits;
import org.imageryclient.http.HttpTransport;
import org.imageryclient.http.RetryPolicy;
import org.imageryclient.store.SourceUrl;
import org.imageryclient.testing.LoggedRequest;
import org.imageryclient.testing.RecordedCave;
import org.imageryclient.testing.RecordedGraph;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RootLookupTest {

	private static final long[] SUPERVOXELS = { 72057594037927937L,
		72057594037927955L, 72127962782105617L, 72198331660501050L,
		72198331660501052L, 72268769057046663L };

	private static final long UNKNOWN = 72057594037999999L;

	private static final long A_ROOT = 360287970189639696L;

	private static RecordedCave cave;
	private static ChunkedGraphClient client;
	private static SegmentLayout layout;

	@BeforeAll
	static void start() {
		cave = RecordedCave.start();
		final TokenSource viewer = address -> Optional.of(Token.of(
			RecordedCave.VIEWER));
		client = new ChunkedGraphClient(GrapheneAddress.of(SourceUrl.parse(
			"graphene://" + cave.url("segmentation/table/pcg_test_v1"))),
			new HttpTransport(HttpLimits.DEFAULT, RetryPolicy.DEFAULT, viewer));
		layout = client.info().layout();
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
	void answer_equalsTheRecordedTableAtEveryMomentAfterIngest() {
		final RecordedGraph graph = cave.graph();
		final RootLookup lookup = new RootLookup(client, layout);
		for (final String moment : graph.moments()) {
			if (moment.contains("before_ingest")) continue;
			final RootTable found = run(lookup, SUPERVOXELS, time(moment));
			final long[] expected = Arrays.stream(SUPERVOXELS).map(id -> graph.root(
				id, moment)).toArray();
			assertArrayEquals(expected, found.roots(), moment);
			assertEquals(0, found.failed(), moment);
		}
	}

	@Test
	void answer_justBeforeIngest_isAFailureForEveryId() {
		final RootTable found = run(new RootLookup(client, layout), SUPERVOXELS,
			time("t@1704873599.999"));

		assertArrayEquals(new long[SUPERVOXELS.length], found.roots());
		assertEquals(SUPERVOXELS.length, found.unchanged());
	}

	@Test
	void answer_countsWhatTheServerDoesNotKnow() {
		final RootTable found = run(new RootLookup(client, layout), new long[] {
			SUPERVOXELS[0], UNKNOWN }, time("t@1711929600"));

		assertEquals(0, found.roots()[1]);
		assertEquals(1, found.unknown());
		assertEquals(1, found.failed());
	}

	@Test
	void answer_ofABatchOfUnknownIds_isNotTakenForRoots() {
		final RootTable found = run(new RootLookup(client, layout), new long[] {
			UNKNOWN, UNKNOWN + 1 }, time("t@1711929600"));

		assertArrayEquals(new long[2], found.roots());
		assertEquals(2, found.unchanged());
	}

	@Test
	void requests_carryEachIdOnceSortedWithoutZeroAndRoots() {
		final long[] ids = { 0, SUPERVOXELS[3], A_ROOT, SUPERVOXELS[1],
			SUPERVOXELS[3], 0 };

		final RootTable found = run(new RootLookup(client, layout), ids, time(
			"t@1711929600"));

		assertArrayEquals(new long[] { SUPERVOXELS[1], SUPERVOXELS[3] }, asked(0));
		assertEquals(0, found.roots()[0]);
		assertEquals(A_ROOT, found.roots()[2]);
		assertEquals(found.roots()[1], found.roots()[4]);
	}

	@Test
	void requests_areAsManyAsBatches() {
		final RootLookup lookup = new RootLookup(client, layout, 4);

		run(lookup, SUPERVOXELS, time("t@1711929600"));

		assertEquals(2, cave.server().requests().size());
		assertEquals(2, lookup.mostRequests(SUPERVOXELS.length));
	}

	@Test
	void requests_askAgainOnlyForWhatWasNotSeenAtThatMoment() {
		final RootLookup lookup = new RootLookup(client, layout);
		run(lookup, Arrays.copyOf(SUPERVOXELS, 4), time("t@1711929600"));

		run(lookup, SUPERVOXELS, time("t@1711929600"));
		assertArrayEquals(Arrays.copyOfRange(SUPERVOXELS, 4, 6), asked(1));

		run(lookup, SUPERVOXELS, time("t@1711929600"));
		assertEquals(2, cave.server().requests().size());

		run(lookup, SUPERVOXELS, time("t@1719792000"));
		assertEquals(SUPERVOXELS.length, asked(2).length);
	}

	@Test
	void requests_repeatAnIdThatWasUnknown() {
		final RootLookup lookup = new RootLookup(client, layout);
		final long[] ids = { SUPERVOXELS[0], UNKNOWN };
		run(lookup, ids, time("t@1711929600"));
		run(lookup, ids, time("t@1711929600"));

		assertArrayEquals(new long[] { UNKNOWN }, asked(1));
	}

	@Test
	void requests_ofBackgroundAlone_areNone() {
		final RootTable found = run(new RootLookup(client, layout), new long[] { 0,
			0 }, time("t@1711929600"));

		assertEquals(List.of(), cave.server().requests());
		assertArrayEquals(new long[2], found.roots());
	}

	@Test
	void cache_forgetsTheMomentUsedLongestAgo() {
		final RootCache cache = new RootCache(10);
		final long[] ids = new Random(1).longs(6).toArray();
		cache.put(time("t@1"), ids, ids);
		cache.put(time("t@2"), ids, ids);

		assertEquals(0, known(cache, time("t@1"), ids));
		assertEquals(6, known(cache, time("t@2"), ids));
	}

	@Test
	void cache_refusesMoreAtOnceThanItHolds() {
		final RootCache cache = new RootCache(5);
		final long[] ids = new Random(1).longs(6).toArray();
		cache.put(time("t@1"), ids, ids);

		assertEquals(0, known(cache, time("t@1"), ids));
	}

	private static int known(final RootCache cache, final Timestamp time,
		final long[] ids)
	{
		final boolean[] known = new boolean[ids.length];
		cache.get(time, ids, new long[ids.length], known);
		int count = 0;
		for (final boolean k : known)
			if (k) count++;
		return count;
	}

	private static RootTable run(final RootLookup lookup, final long[] ids,
		final Timestamp time)
	{
		final RootLookup.Question question = lookup.ask(ids, time);
		question.requests().forEach(Runnable::run);
		return question.answer();
	}

	private static Timestamp time(final String moment) {
		return Timestamp.parse(RecordedGraph.seconds(moment), Clock.systemUTC());
	}

	/** The ids of a request for roots, which must be sorted and distinct. */
	private static long[] asked(final int number) {
		final LoggedRequest request = cave.server().requests().get(number);
		final long[] ids = new long[request.body().length / Long.BYTES];
		java.nio.ByteBuffer.wrap(request.body()).order(
			java.nio.ByteOrder.LITTLE_ENDIAN).asLongBuffer().get(ids);
		final TreeSet<Long> sorted = new TreeSet<>();
		for (final long id : ids)
			sorted.add(id);
		assertTrue(Arrays.equals(ids, sorted.stream().mapToLong(id -> id)
			.toArray()));
		return ids;
	}
}
