// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.cutout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;

import org.imageryclient.AccessDenied;
import org.imageryclient.CutoutException;
import org.imageryclient.SourceNotFound;
import org.imageryclient.TooLarge;
import org.imageryclient.geom.Long3;
import org.imageryclient.geom.Region;
import org.imageryclient.geom.Resolution;
import org.imageryclient.precomputed.DataType;
import org.imageryclient.testing.FaultServer;
import org.imageryclient.testing.FormulaVolume;
import org.imageryclient.testing.PositionFormula;
import org.imageryclient.volume.ReadSession;
import org.imageryclient.volume.ReadStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Ruling 6: zeros have a reason, and what is asked of a server is what the plan
 * counts. Four chunks of 8 x 8 x 4 voxels in a row for each side.
 */
class MissingDataTest {

	private static final Region ALL = Region.bounds(0, 0, 0, 32, 8, 4);

	private FaultServer server;
	private ReadSession session;

	@BeforeEach
	void serveTwoVolumes() {
		final Map<String, byte[]> files = new HashMap<>();
		volume(FormulaVolume.raw(DataType.UINT8, PositionFormula.DISTINCT)).files()
			.forEach((name, bytes) -> files.put("em/" + name, bytes));
		volume(FormulaVolume.labels(DataType.UINT64, PositionFormula.CUBES)).files()
			.forEach((name, bytes) -> files.put("seg/" + name, bytes));
		files.remove("em/s0/8-16_0-8_0-4");
		server = FaultServer.over(files);
		server.forbid("/em/s0/16-24");
		session = SampleClients.session();
	}

	@AfterEach
	void close() {
		session.close();
		server.close();
	}

	@Test
	void image_withMissingChunks_countsThem() {
		assertEquals(new ReadStatus(4, 2, 1, 1, 0, 0), client().image(ALL).status()
			.image());
	}

	@Test
	void image_withMissingChunks_isNotComplete() {
		assertFalse(client().image(ALL).status().isComplete());
	}

	@Test
	void image_whereAChunkIsAbsent_isZero() {
		assertEquals(0, ImageValues.at(client().image(ALL), 10, 3, 2));
	}

	@Test
	void strict_forbiddenChunk_isAccessDenied() {
		assertNames(assertThrows(AccessDenied.class, () -> strict(16, 24)),
			"1 of the 1 chunks at mip 0", "403");
	}

	@Test
	void strict_absentChunk_isNotFound() {
		assertNames(assertThrows(SourceNotFound.class, () -> strict(8, 16)),
			"1 of the 1 chunks at mip 0", "absent");
	}

	@Test
	void strict_completeBox_isACutout() {
		assertTrue(strict(0, 8).status().isComplete());
	}

	@Test
	void strict_outsideTheVolume_isACutout() {
		assertEquals(8 * 8 * 4, strict(-8, 0).status().image().voxelsOutside());
	}

	@Test
	void pair_resampled_asksForEachPlannedChunkOnce() {
		final CutoutRequest request = CutoutRequest.of(Region.bounds(1, 1, 0, 60,
			15, 4).at(Resolution.of(2, 2, 10)));
		final ImageryClient client = client();
		server.clearLog();
		client.imageAndSegmentation(request);
		assertTrue(server.counts().values().stream().allMatch(n -> n == 1), server
			.counts().toString());
		assertEquals(client.planImageAndSegmentation(request).chunks(), server
			.requests().size());
	}

	@Test
	void plan_asksForNothing() {
		final ImageryClient client = client();
		server.clearLog();
		client.planImageAndSegmentation(CutoutRequest.of(ALL)).describe();
		assertEquals(0, server.requests().size());
	}

	@Test
	void tooLarge_asksForNothing() {
		final ImageryClient client = builder().memory(new MemoryCheck(() -> 1L))
			.build();
		server.clearLog();
		assertThrows(TooLarge.class, () -> client.image(ALL));
		assertEquals(0, server.requests().size());
	}

	@Test
	void build_asksForEachInfoOnce() {
		client();
		assertEquals(2, server.requests().size());
	}

	private ImageCutout<?> strict(final double from, final double to) {
		return client().image(CutoutRequest.of(Region.bounds(from, 0, 0, to, 8, 4))
			.withStrict(true));
	}

	private ImageryClient client() {
		return builder().build();
	}

	private ImageryClientBuilder builder() {
		return ImageryClient.builder(session).imageSource("precomputed://" + server
			.url("em")).segmentationSource("precomputed://" + server.url("seg"));
	}

	private static FormulaVolume volume(final FormulaVolume volume) {
		return volume.scale(Resolution.of(4, 4, 10), Long3.ZERO, new Long3(32, 8,
			4), new Long3(8, 8, 4));
	}

	private static void assertNames(final CutoutException thrown,
		final String... parts)
	{
		for (final String part : parts)
			assertTrue(thrown.getMessage().contains(part), thrown.getMessage());
	}
}
