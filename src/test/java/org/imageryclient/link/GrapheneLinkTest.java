// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.link;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.util.Optional;

import org.imageryclient.Timestamp;
import org.imageryclient.auth.Credentials;
import org.imageryclient.auth.Token;
import org.imageryclient.color.ColorScheme;
import org.imageryclient.cutout.CutoutRequest;
import org.imageryclient.cutout.ImageryClient;
import org.imageryclient.cutout.RootSelection;
import org.imageryclient.cutout.SegmentationCutout;
import org.imageryclient.geom.Region;
import org.imageryclient.testing.RecordedCave;
import org.imageryclient.volume.ReadSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Links to a graph, whose roots change with time. */
class GrapheneLinkTest {

	private static final Region SOMEWHERE = Region.bounds(1040, 2030, 305, 1130,
		2120, 330);

	/** Between the recorded edits: each of these is another answer. */
	private static final Timestamp AFTER_SPLIT = Timestamp.parse("1719792000",
		Clock.systemUTC());

	private static final Object[] PARTS = { "360287970189640010",
		"360287970189640181" };

	private RecordedCave cave;
	private ReadSession session;

	@BeforeEach
	void start() {
		cave = RecordedCave.start();
		final Credentials credentials = Credentials.none();
		credentials.give(cave.address(), Token.of(RecordedCave.VIEWER));
		session = ReadSession.builder(credentials).build();
	}

	@AfterEach
	void stop() {
		session.close();
		cave.close();
	}

	private SegmentationCutout cutout(final CutoutRequest request) {
		return ImageryClient.builder(session).segmentationSource("graphene://" +
			cave.url("segmentation/table/pcg_test_v1")).build().segmentation(request);
	}

	private static String link(final SegmentationCutout cutout) {
		return NeuroglancerState.of(cutout, ColorScheme.hashed(0)).toLink();
	}

	@Test
	void link_isOfSpelunker_withItsMillisecondsAndSpelling() {
		final String link = link(cutout(CutoutRequest.of(SOMEWHERE).withTimestamp(
			AFTER_SPLIT)));

		assertTrue(link.startsWith(NeuroglancerState.SPELUNKER_SITE), link);
		assertTrue(link.contains("%22timestamp%22:1719792000000"), link);
		assertTrue(link.contains("graphene://middleauth%2Bhttp://127.0.0.1"), link);
	}

	@Test
	void link_holdsNoToken() {
		assertFalse(link(cutout(CutoutRequest.of(SOMEWHERE))).contains(
			RecordedCave.VIEWER));
	}

	@Test
	void pastedLink_givesTheSameRootsOfTheSameTime() {
		final SegmentationCutout cutout = cutout(CutoutRequest.of(SOMEWHERE)
			.withTimestamp(AFTER_SPLIT).withRoots(RootSelection.of(PARTS)));

		final NeuroglancerState pasted = NeuroglancerState.parse(link(cutout));
		final SegmentationCutout again = pasted.applyTo(ImageryClient.builder(
			session)).build().segmentation(pasted.request().orElseThrow());

		assertEquals(cutout.plan().standaloneRequest(), again.plan().request());
		assertEquals(Optional.of(AFTER_SPLIT), again.timestamp());
		assertEquals(PARTS.length, again.ids().length);
		assertArrayEquals(cutout.ids(), again.ids());
	}

	@Test
	void requestWithoutATime_isPastedWithTheTimeThatItHad() {
		final SegmentationCutout cutout = cutout(CutoutRequest.of(SOMEWHERE));

		assertEquals(cutout.timestamp(), NeuroglancerState.parse(link(cutout))
			.request().orElseThrow().timestamp());
	}

	@Test
	void cutoutAtAnotherTime_hasThatTimeInItsLink() {
		final SegmentationCutout cutout = cutout(CutoutRequest.of(SOMEWHERE)).at(
			AFTER_SPLIT);

		assertEquals(Optional.of(AFTER_SPLIT), NeuroglancerState.parse(link(cutout))
			.request().orElseThrow().timestamp());
	}

	@Test
	void timeOfTheLayer_isTheClients() {
		final NeuroglancerState pasted = NeuroglancerState.parse(link(cutout(
			CutoutRequest.of(SOMEWHERE).withTimestamp(AFTER_SPLIT))));

		assertEquals(Optional.of(AFTER_SPLIT), pasted.applyTo(ImageryClient.builder(
			session)).build().timestamp());
	}

	/** Viewers that know no time drop it from the layer. */
	@Test
	void timeDroppedByAViewer_isInTheDescription() {
		final String json = NeuroglancerState.of(cutout(CutoutRequest.of(SOMEWHERE)
			.withTimestamp(AFTER_SPLIT)), ColorScheme.hashed(0)).toJson().replace(
				"\"timestamp\":1719792000000,", "");

		assertEquals(Optional.of(AFTER_SPLIT), NeuroglancerState.parse(json)
			.request().orElseThrow().timestamp());
	}
}
