// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.volume;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;

import org.imageryclient.Progress;
import org.imageryclient.Timestamp;
import org.imageryclient.auth.Credentials;
import org.imageryclient.auth.Token;
import org.imageryclient.graphene.RootTable;
import org.imageryclient.store.SourceUrl;
import org.imageryclient.testing.RecordedCave;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What look-ups without a root are counted as. */
class AgglomerationTest {

	private static final long[] SUPERVOXELS = { 72057594037927937L,
		72057594037927955L, 72127962782105617L };

	private static final long[] UNKNOWN = { 72057594037999999L,
		72057594037999998L };

	private RecordedCave cave;
	private ReadSession session;
	private Agglomeration graph;

	@BeforeEach
	void open() {
		cave = RecordedCave.start();
		final Credentials credentials = Credentials.none();
		credentials.give(cave.address(), Token.of(RecordedCave.VIEWER));
		session = ReadSession.builder(credentials).build();
		graph = Volume.open(SourceUrl.parse("graphene://" + cave.url(
			"segmentation/table/pcg_test_v1")), session).agglomeration()
			.orElseThrow();
		cave.server().clearLog();
	}

	@AfterEach
	void close() {
		session.close();
		cave.close();
	}

	@Test
	void ids_beforeTheGraphBegan_areCountedAsSuch() {
		final RootTable found = roots("1704873599.999", SUPERVOXELS);

		assertArrayEquals(new long[] { 0, 0, 3 }, new long[] { found.unknown(),
			found.unchanged(), found.beforeGraph() });
		assertEquals(2, cave.server().requests().size());
	}

	@Test
	void ids_ofWhichTheGraphKnowsNone_areCountedAsComeBack() {
		final RootTable found = roots("1711929600", UNKNOWN);

		assertArrayEquals(new long[] { 0, 2, 0 }, new long[] { found.unknown(),
			found.unchanged(), found.beforeGraph() });
	}

	@Test
	void ids_unknownAmongKnownOnes_areCountedAsUnknown() {
		final RootTable found = roots("1711929600", SUPERVOXELS[0], UNKNOWN[0]);

		assertArrayEquals(new long[] { 1, 0, 0 }, new long[] { found.unknown(),
			found.unchanged(), found.beforeGraph() });
		assertEquals(1, cave.server().requests().size());
	}

	private RootTable roots(final String seconds, final long... ids) {
		return graph.rootsOf(ids, Timestamp.parse(seconds, Clock.systemUTC()),
			Progress.NONE);
	}
}
