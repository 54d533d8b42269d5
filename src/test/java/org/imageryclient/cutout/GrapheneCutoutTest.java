// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.cutout;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import net.imglib2.Cursor;
import net.imglib2.RandomAccess;
import net.imglib2.type.numeric.integer.UnsignedLongType;
import net.imglib2.view.Views;

import org.imageryclient.SourceNotFound;
import org.imageryclient.Timestamp;
import org.imageryclient.geom.Region;
import org.imageryclient.testing.Answer;
import org.imageryclient.testing.LoggedRequest;
import org.imageryclient.testing.RecordedCave;
import org.imageryclient.testing.RecordedExchange;
import org.imageryclient.testing.RecordedGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Cutouts of a graph whose every answer was recorded from a real server. */
class GrapheneCutoutTest extends GrapheneCutoutCase {

	/** The box of the downloads that were recorded from CloudVolume. */
	private static final Region PYTHONS = Region.bounds(1000, 2000, 300, 1100,
		2064, 316);

	static Stream<String> momentsAfterIngest() {
		return new RecordedGraph(RecordedCave.folder().resolve(
			"supervoxel_roots_pcg_test_v1.csv.gz")).moments().stream().filter(m -> !m
				.contains("before_ingest"));
	}

	@ParameterizedTest
	@MethodSource("momentsAfterIngest")
	void labels_areTheRecordedRootsOfTheSupervoxels(final String moment) {
		final SegmentationCutout supervoxels = client().segmentation(SOMEWHERE,
			RootSelection.rawIds());

		final SegmentationCutout roots = client().segmentation(CutoutRequest.of(
			SOMEWHERE).withTimestamp(time(RecordedGraph.seconds(moment))));

		final RandomAccess<UnsignedLongType> root = roots.labels().randomAccess();
		final Cursor<UnsignedLongType> supervoxel = Views.iterable(supervoxels
			.labels()).localizingCursor();
		while (supervoxel.hasNext()) {
			final long id = supervoxel.next().get();
			assertEquals(id == 0 ? 0 : cave.graph().root(id, moment), root
				.setPositionAndGet(supervoxel).get());
		}
		assertEquals(0, roots.status().failedRootLookups());
		assertTrue(roots.ids().length > 5);
	}

	@Test
	void labels_justBeforeIngest_areZerosAndEveryLookUpIsReported() {
		final Timestamp early = time("1704873599.999");
		final CutoutRequest request = CutoutRequest.of(SOMEWHERE).withTimestamp(
			early);
		final long supervoxels = client().segmentation(SOMEWHERE, RootSelection
			.rawIds()).ids().length;

		final SegmentationCutout cutout = client().segmentation(request);

		assertEquals(0, cutout.ids().length);
		assertEquals(supervoxels, cutout.status().failedRootLookups());
		assertEquals(supervoxels, cutout.status().roots().beforeGraph());
		final Exception e = assertThrows(SourceNotFound.class, () -> client()
			.segmentation(request.withStrict(true)));
		assertTrue(e.getMessage().contains(early.toString()), e.getMessage());
		assertTrue(e.getMessage().contains(supervoxels +
			" supervoxels without a root, since the graph began later"), e
				.getMessage());
	}

	@Test
	void requests_forRoots_areWhatCloudVolumeSends() {
		final RecordedExchange python = RecordedCave.pythonTraffic().stream()
			.filter(e -> e.name().equals(
				"download agglomerate=True timestamp=1711929600")).findFirst()
			.orElseThrow();

		client().segmentation(CutoutRequest.of(PYTHONS).withTimestamp(time(
			"1711929600")));

		assertEquals(1, rootRequests().size());
		final LoggedRequest ours = rootRequests().get(0);
		assertEquals(python.method(), ours.method());
		assertEquals(python.pathAndQuery(), ours.rawPath());
		assertArrayEquals(python.requestBody(), ours.body());
	}

	@Test
	void requests_forRoots_areAsFewAsBatches() {
		final CutoutRequest request = CutoutRequest.of(SOMEWHERE).withTimestamp(
			BEFORE_EDITS);
		client().segmentation(request);
		assertEquals(1, rootRequests().size());

		client().segmentation(request);
		assertEquals(1, rootRequests().size());

		client().segmentation(request.withRegion(Region.bounds(1040, 2030, 305,
			1200, 2120, 330)));
		assertEquals(2, rootRequests().size());
		final long asked = rootRequests().stream().mapToLong(r -> r.body().length)
			.sum() / Long.BYTES;
		assertEquals(client().segmentation(Region.bounds(1040, 2030, 305, 1200,
			2120, 330), RootSelection.rawIds()).ids().length, asked);
	}

	@Test
	void at_fetchesNoChunkAndSharesTheVoxels() {
		final SegmentationCutout before = client().segmentation(CutoutRequest.of(
			SOMEWHERE).withTimestamp(BEFORE_EDITS));
		final int chunks = chunkRequests();

		final SegmentationCutout after = before.at(AFTER_SPLIT);

		assertEquals(chunks, chunkRequests());
		assertSame(before.indices(), after.indices());
		assertEquals(Optional.of(AFTER_SPLIT), after.timestamp());
		final SegmentationCutout fresh = client().segmentation(CutoutRequest.of(
			SOMEWHERE).withTimestamp(AFTER_SPLIT));
		assertArrayEquals(fresh.ids(), after.ids());
		assertEquals(Optional.of(BEFORE_EDITS), before.timestamp());
	}

	@Test
	void difference_labelsTheVoxelsWhoseRootChanged() {
		final SegmentationCutout before = client().segmentation(CutoutRequest.of(
			SOMEWHERE).withTimestamp(BEFORE_EDITS));

		final SegmentationCutout changed = before.difference(BEFORE_EDITS,
			AFTER_SPLIT);

		final SegmentationCutout after = before.at(AFTER_SPLIT);
		long voxels = 0;
		final Cursor<UnsignedLongType> c = Views.iterable(changed.labels())
			.localizingCursor();
		while (c.hasNext()) {
			final long id = c.next().get();
			final long x = c.getLongPosition(0);
			final long y = c.getLongPosition(1);
			final long z = c.getLongPosition(2);
			final long now = after.idAt(x, y, z);
			assertEquals(now == before.idAt(x, y, z) ? 0 : now, id);
			if (id != 0) voxels++;
		}
		assertTrue(voxels > 0);
		assertTrue(voxels < after.indices().size());
	}

	@Test
	void time_isFrozenOncePerRequest() {
		final Timestamp now = new Timestamp(Instant.parse(
			"2026-11-22T20:00:00.123Z"));
		final ImageryClient client = ImageryClient.builder(session)
			.segmentationSource(source()).clock(Clock.fixed(now.instant(),
				ZoneOffset.UTC)).build();

		final SegmentationCutout cutout = client.segmentation(SOMEWHERE);

		assertEquals(Optional.of(now), cutout.timestamp());
		assertTrue(rootRequests().get(0).rawPath().endsWith("timestamp=" + now
			.toSeconds()), rootRequests().get(0).rawPath());
	}

	@Test
	void time_inTheFuture_isRefusedHoweverItIsGiven() {
		final Timestamp ahead = new Timestamp(Instant.now().plusSeconds(600));
		final SegmentationCutout now = client().segmentation(SOMEWHERE);
		final ImageryClient late = ImageryClient.builder(session)
			.segmentationSource(source()).timestamp(ahead).build();
		cave.server().clearLog();

		for (final Executable call : List.<Executable> of(() -> client()
			.segmentation(CutoutRequest.of(SOMEWHERE).withTimestamp(ahead)),
			() -> late.segmentation(SOMEWHERE), () -> now.at(ahead), () -> now
				.difference(AFTER_SPLIT, ahead)))
		{
			final String message = assertThrows(IllegalArgumentException.class, call)
				.getMessage();
			assertTrue(message.contains("not in the future but got " + ahead),
				message);
		}
		assertEquals(0, chunkRequests());
	}

	@Test
	void token_goesToTheGraphAndNotToTheBucket() {
		client().segmentation(SOMEWHERE);

		for (final LoggedRequest request : cave.server().requests())
			assertEquals(request.path().startsWith("/segmentation"), request.header(
				"Authorization").isPresent(), request.path());
		assertTrue(chunkRequests() > 0);
		assertFalse(cave.server().requests().stream().anyMatch(r -> r.rawPath()
			.contains(RecordedCave.VIEWER)));
	}

	/** What a server names is none of those whom the user or the record named. */
	@Test
	void token_doesNotGoToABucketForWhichTheServerAsksForIt() {
		final String info = "/segmentation/table/pcg_test_v1/info";
		final String recorded = new String(cave.exchange("graphene info")
			.responseBody(), StandardCharsets.UTF_8);
		cave.server().rule(info, request -> Answer.of(200, recorded.replaceAll(
			"\"data_dir\": ?\"[^\"]*\"", "\"data_dir\": \"middleauth+" + cave.url(
				"data/ws") + "\"")));

		client().segmentation(SOMEWHERE, RootSelection.rawIds());

		assertTrue(chunkRequests() > 0);
		for (final LoggedRequest request : requests("/data/ws"))
			assertEquals(Optional.empty(), request.header("Authorization"));
	}

	@Test
	void at_ofAFlatSegmentation_isRefused() {
		final SegmentationCutout flat = ImageryClient.builder(session)
			.segmentationSource(cave.url("data/ws")).build().segmentation(SOMEWHERE);

		assertEquals(Optional.empty(), flat.timestamp());
		final Exception e = assertThrows(IllegalArgumentException.class, () -> flat
			.at(AFTER_SPLIT));
		assertTrue(e.getMessage().contains("flat"), e.getMessage());
	}

	@Test
	void outsideTheVolume_nothingIsAsked() {
		final int before = cave.server().requests().size();
		final ImageryClient client = client();
		client.segmentation(Region.bounds(0, 0, 0, 20, 20, 4));

		// The description alone.
		assertEquals(before + 1, cave.server().requests().size());
	}
}
