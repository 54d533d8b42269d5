// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.imageryclient.Timestamp;
import org.imageryclient.auth.Credentials;
import org.imageryclient.auth.Token;
import org.imageryclient.cutout.CutoutRequest;
import org.imageryclient.cutout.Fit;
import org.imageryclient.cutout.ImageryClient;
import org.imageryclient.cutout.RootSelection;
import org.imageryclient.cutout.SegmentationCutout;
import org.imageryclient.geom.Region;
import org.imageryclient.testing.RecordedCave;
import org.imageryclient.testing.RecordedGraph;
import org.imageryclient.volume.ReadSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * All voxels of the recorded graph: the supervoxels are those of the recorded
 * arrays, and their roots those of the recorded table at each of its moments.
 */
class RecordedVolumeTest {

	private static final Region ALL = Region.bounds(1000, 2000, 300, 1280, 2180,
		350);

	private static RecordedCave cave;
	private static ReadSession session;
	private static ImageryClient client;

	@BeforeAll
	static void open() {
		cave = RecordedCave.start();
		final Credentials credentials = Credentials.none();
		credentials.give(cave.address(), Token.of(RecordedCave.VIEWER));
		session = ReadSession.builder(credentials).build();
		client = ImageryClient.builder(session).segmentationSource("graphene://" +
			cave.url("segmentation/table/pcg_test_v1")).build();
	}

	@AfterAll
	static void close() {
		session.close();
		cave.close();
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1 })
	void supervoxels_areThoseOfTheArray(final int mip) throws IOException {
		final SegmentationCutout cutout = client.segmentation(request(mip)
			.withRoots(RootSelection.rawIds()));

		assertEquals(Optional.empty(), ArrayComparison.firstDifference(supervoxels(
			mip), ImageNumbers.of(cutout.labels()), 0));
	}

	@ParameterizedTest(name = "{1} at mip {0}")
	@MethodSource("mipsAndMoments")
	void roots_areThoseOfTheTable(final int mip, final String moment)
		throws IOException
	{
		final NumberArray expected = supervoxels(mip).mapped(id -> id == 0 ? 0
			: cave.graph().root(id, moment));

		final SegmentationCutout cutout = client.segmentation(request(mip)
			.withTimestamp(time(moment)));

		assertEquals(Optional.empty(), ArrayComparison.firstDifference(expected,
			ImageNumbers.of(cutout.labels()), 0));
		assertEquals(0, cutout.status().failedRootLookups());
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1 })
	void roots_justBeforeIngest_areNoneAndEveryLookUpIsCounted(final int mip)
		throws IOException
	{
		final int supervoxels = client.segmentation(request(mip).withRoots(
			RootSelection.rawIds())).ids().length;

		final SegmentationCutout cutout = client.segmentation(request(mip)
			.withTimestamp(time("t_1ms_before_ingest@1704873599.999")));

		assertEquals(0, cutout.ids().length);
		assertEquals(supervoxels, cutout.status().failedRootLookups());
	}

	static Stream<Arguments> mipsAndMoments() {
		final List<String> moments = cave.graph().moments().stream().filter(m -> !m
			.contains("before_ingest")).toList();
		return IntStream.range(0, 2).boxed().flatMap(mip -> moments.stream().map(
			moment -> Arguments.of(mip, moment)));
	}

	private static CutoutRequest request(final int mip) {
		return CutoutRequest.of(ALL).withSegmentationMip(mip).withFit(Fit.NATIVE);
	}

	private static NumberArray supervoxels(final int mip) throws IOException {
		return NpzReader.read(RecordedCave.folder().resolve("ws_mip" + mip +
			".npz")).get("labels");
	}

	private static Timestamp time(final String moment) {
		final String seconds = RecordedGraph.seconds(moment);
		return Timestamp.parse(seconds.equals("now") ? "2026-11-22T20:28:00Z"
			: seconds, Clock.systemUTC());
	}
}
