// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.volume;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

import org.imageryclient.CutoutException;
import org.imageryclient.Timestamp;
import org.imageryclient.auth.Token;
import org.imageryclient.http.HttpLimits;
import org.imageryclient.http.HttpTransport;
import org.imageryclient.http.RetryPolicy;
import org.imageryclient.store.SourceUrl;
import org.imageryclient.store.Stores;
import org.imageryclient.testing.RecordedCave;
import org.imageryclient.testing.RecordedGraph;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Roots of a recorded graph, asked for as a screen asks: for every pixel. */
class LiveRootsTest {

	private final Deque<Runnable> later = new ArrayDeque<>();
	private final List<CutoutException> failures = new ArrayList<>();
	private int repaints;

	private RecordedCave cave;
	private ReadSession session;
	private LiveRoots roots;
	private String moment;
	private long[] supervoxels;

	@BeforeEach
	void open() {
		cave = RecordedCave.start();
		session = ReadSession.builder(new Stores(new HttpTransport(
			HttpLimits.DEFAULT, new RetryPolicy(1, Duration.ZERO, Duration.ZERO,
				Duration.ofSeconds(20)), address -> Optional.of(Token.of(
					RecordedCave.VIEWER))))).build();
		final List<String> moments = cave.graph().moments();
		moment = moments.get(moments.size() - 1);
		supervoxels = cave.graph().supervoxels();
		roots = new LiveRoots(Volume.open(SourceUrl.parse("graphene://" + cave.url(
			"segmentation/table/pcg_test_v1")), session).agglomeration()
			.orElseThrow(), time(moment), (delay, task) -> later.add(task),
			() -> repaints++, failures::add);
	}

	@AfterEach
	void close() {
		roots.close();
		session.close();
		cave.close();
	}

	@Test
	void root_notKnownYet_isZeroWithoutARequest() {
		final int before = cave.server().requests().size();

		assertEquals(0, roots.root(supervoxels[0]));

		assertEquals(before, cave.server().requests().size());
		assertEquals(1, later.size());
	}

	@Test
	void manyPixels_areLookedUpInOneRequest() {
		final int before = cave.server().requests().size();
		for (int pass = 0; pass < 3; pass++)
			for (final long supervoxel : supervoxels)
				roots.root(supervoxel);

		runLater();

		assertEquals(before + 1, cave.server().requests().size());
		assertEquals(1, repaints);
		for (final long supervoxel : supervoxels)
			assertEquals(cave.graph().root(supervoxel, moment), roots.root(
				supervoxel));
		assertTrue(later.isEmpty());
	}

	@Test
	void background_isNeverAskedFor() {
		assertEquals(0, roots.root(0));
		assertTrue(later.isEmpty());
	}

	@Test
	void otherTime_showsItsRootsAndFetchesNoChunk() {
		final String earlier = cave.graph().moments().stream().filter(m -> !m
			.contains("before_ingest")).findFirst().orElseThrow();
		roots.root(supervoxels[0]);
		runLater();
		final int before = cave.server().requests().size();

		roots.at(time(earlier));
		for (final long supervoxel : supervoxels)
			roots.root(supervoxel);
		runLater();

		assertEquals(before + 1, cave.server().requests().size());
		for (final long supervoxel : supervoxels)
			assertEquals(cave.graph().root(supervoxel, earlier), roots.root(
				supervoxel));
	}

	@Test
	void answersOfATimeNoLongerShown_areDropped() {
		final String earlier = cave.graph().moments().stream().filter(m -> !m
			.contains("before_ingest")).findFirst().orElseThrow();
		for (final long supervoxel : supervoxels)
			roots.root(supervoxel);
		final Runnable underWay = later.remove();

		roots.at(time(earlier));
		for (final long supervoxel : supervoxels)
			roots.root(supervoxel);
		underWay.run();
		runLater();

		for (final long supervoxel : supervoxels)
			assertEquals(cave.graph().root(supervoxel, earlier), roots.root(
				supervoxel));
	}

	@Test
	void serverInTrouble_isSaidAndAskedAgain() {
		roots.root(supervoxels[0]);
		cave.close();

		later.remove().run();

		assertEquals(1, failures.size());
		assertEquals(1, later.size());
		assertEquals(0, roots.root(supervoxels[0]));
	}

	@Test
	void close_asksNoMore() {
		roots.root(supervoxels[0]);
		final int before = cave.server().requests().size();

		roots.close();
		runLater();

		assertEquals(before, cave.server().requests().size());
		assertTrue(failures.isEmpty());
	}

	private void runLater() {
		for (int i = 0; i < 5 && !later.isEmpty(); i++)
			later.remove().run();
	}

	private static Timestamp time(final String moment) {
		return Timestamp.parse(RecordedGraph.seconds(moment), Clock.systemUTC());
	}
}
