// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.cutout;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;

import org.imageryclient.Timestamp;
import org.imageryclient.geom.Region;
import org.imageryclient.testing.Answer;
import org.imageryclient.volume.NotCurrent;
import org.junit.jupiter.api.Test;

/** Roots of a graph that are asked for by their ids, current or not. */
class ListedRootsTest extends GrapheneCutoutCase {

	private static final Region WIDE = Region.bounds(1000, 2000, 300, 1280, 2180,
		350);

	private static final long SPLIT_ROOT = 360287970189639696L;
	private static final long NO_ROOT = 360287970199999999L;
	private static final long[] ITS_PARTS = { 360287970189640010L,
		360287970189640181L };

	@Test
	void listedRoots_showTheObjectTheyNameAndAreSaidToBeOld() {
		final SegmentationCutout cutout = client().segmentation(CutoutRequest.of(
			SOMEWHERE).withRoots(RootSelection.ofBits(SPLIT_ROOT)).withTimestamp(
				AFTER_SPLIT));

		assertArrayEquals(new long[] { SPLIT_ROOT }, cutout.ids());
		assertEquals(new NotCurrent(true, Optional.empty(), List.of(ITS_PARTS[0],
			ITS_PARTS[1])), cutout.status().roots().notCurrent().get(SPLIT_ROOT));
		assertTrue(cutout.status().toString().contains("not current"), cutout
			.status().toString());
		assertEquals(cutout.masks().mask(SPLIT_ROOT).voxelCount(), LongStream.of(
			ITS_PARTS).map(id -> all(AFTER_SPLIT).masks().find(id).map(m -> m
				.voxelCount()).orElse(0L)).sum());
	}

	@Test
	void listedRoots_thatShareSupervoxels_goToTheLater() {
		final RootSelection oldThenNew = RootSelection.ofBits(SPLIT_ROOT,
			ITS_PARTS[0]);
		final RootSelection newThenOld = RootSelection.ofBits(ITS_PARTS[0],
			SPLIT_ROOT);

		assertArrayEquals(new long[] { SPLIT_ROOT, ITS_PARTS[0] }, client()
			.segmentation(CutoutRequest.of(WIDE).withRoots(oldThenNew).withTimestamp(
				AFTER_SPLIT)).ids());
		assertArrayEquals(new long[] { SPLIT_ROOT }, client().segmentation(
			CutoutRequest.of(WIDE).withRoots(newThenOld).withTimestamp(AFTER_SPLIT))
			.ids());
	}

	@Test
	void listedRoots_takeOneRequestForSeveral() {
		client().segmentation(CutoutRequest.of(SOMEWHERE).withRoots(RootSelection
			.ofBits(ITS_PARTS)).withTimestamp(AFTER_SPLIT));

		assertEquals(1, requests("leaves").size());
		assertEquals(0, rootRequests().size());
		assertTrue(requests("leaves").get(0).rawPath().contains(
			"bounds=1040-1130_2030-2120_305-330"), requests("leaves").toString());
	}

	@Test
	void listedRoots_ofAServerThatTakesNoSeveral_takeOneRequestEach() {
		final SegmentationCutout expected = client().segmentation(CutoutRequest.of(
			SOMEWHERE).withRoots(RootSelection.ofBits(ITS_PARTS)).withTimestamp(
				AFTER_SPLIT));
		cave.server().clearLog();
		cave.server().rule(
			"/segmentation/api/v1/table/pcg_test_v1/node/leaves_many",
			request -> Answer.of(404, "no such route"));

		final SegmentationCutout cutout = client().segmentation(CutoutRequest.of(
			SOMEWHERE).withRoots(RootSelection.ofBits(ITS_PARTS)).withTimestamp(
				AFTER_SPLIT));

		assertArrayEquals(ITS_PARTS, cutout.ids());
		for (final long root : ITS_PARTS)
			assertEquals(expected.masks().mask(root).voxelCount(), cutout.masks()
				.mask(root).voxelCount());
		assertEquals(2, requests("/leaves?bounds=").size());
	}

	/** is_latest_roots leaves out an edit of the very moment, roots has it. */
	@Test
	void listedRoots_atTheMomentOfAnEdit_areCurrentAsRootsHasIt() {
		final Timestamp split = time("1717200000.5");

		final RootStatus old = listed(split, SPLIT_ROOT);
		final RootStatus parts = listed(split, ITS_PARTS);

		assertEquals(Set.of(SPLIT_ROOT), old.notCurrent().keySet());
		assertEquals(Map.of(), parts.notCurrent());
	}

	@Test
	void listedRoots_thatCameToBeLater_areSaidTo() {
		final RootStatus parts = listed(BEFORE_EDITS, ITS_PARTS[0]);

		assertEquals(new NotCurrent(true, Optional.of(time("1717200000.5")), List
			.of()), parts.notCurrent().get(ITS_PARTS[0]));
		assertEquals("root " + ITS_PARTS[0] +
			" came to be only at 2024-06-01T00:00:00.500Z", parts.toString());
	}

	@Test
	void listedRoots_atATimeBeforeTheGraphBegan_areSaidToComeLater() {
		final RootStatus early = listed(time("1600000000"), SPLIT_ROOT);

		assertEquals("root " + SPLIT_ROOT +
			" came to be only at 2024-01-10T08:00:00Z, now its voxels belong to " +
			ITS_PARTS[0] + " and " + ITS_PARTS[1], early.toString());
	}

	@Test
	void listedRoots_thatTheServerDoesNotKnow_areSaidToBeNoneBesideOldOnes() {
		final RootStatus mixed = listed(AFTER_SPLIT, NO_ROOT, SPLIT_ROOT);

		assertEquals("root " + SPLIT_ROOT +
			" was not current at that time, now its voxels belong to " +
			ITS_PARTS[0] + " and " + ITS_PARTS[1] + "; root " + NO_ROOT +
			" is none that the server knows", mixed.toString());
	}

	@Test
	void listedRoots_whoseFateTheServerDoesNotTell_areSaidNotToBeCurrent() {
		cave.server().rule("/segmentation/api/v1/table/pcg_test_v1/valid_nodes",
			request -> Answer.of(404, "no such route"));

		assertEquals("root " + SPLIT_ROOT + " was not current at that time", listed(
			AFTER_SPLIT, SPLIT_ROOT).toString());
	}

	@Test
	void listedRoots_thatAreSupervoxels_areRefusedBeforeARequest() {
		final Exception e = assertThrows(IllegalArgumentException.class,
			() -> client().segmentation(SOMEWHERE, RootSelection.of(
				"72057594037927955")));
		assertTrue(e.getMessage().contains("72057594037927955 is of layer 1"), e
			.getMessage());
		assertEquals(0, requests("leaves").size());
	}

	private RootStatus listed(final Timestamp time, final long... roots) {
		return client().segmentation(CutoutRequest.of(SOMEWHERE).withRoots(
			RootSelection.ofBits(roots)).withTimestamp(time)).status().roots();
	}

	private SegmentationCutout all(final Timestamp time) {
		return client().segmentation(CutoutRequest.of(SOMEWHERE).withTimestamp(
			time));
	}
}
