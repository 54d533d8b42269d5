// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.volume;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;

import org.imageryclient.AccessDenied;
import org.imageryclient.Canceled;
import org.imageryclient.CorruptData;
import org.imageryclient.Progress;
import org.imageryclient.geom.Long3;
import org.imageryclient.geom.Resolution;
import org.imageryclient.geom.VoxelBox;
import org.imageryclient.precomputed.DataType;
import org.imageryclient.testing.Answer;
import org.imageryclient.testing.Fault;
import org.imageryclient.testing.FormulaVolume;
import org.imageryclient.testing.PositionFormula;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ReadFailureTest {

	private static FormulaVolume written() {
		return FormulaVolume.raw(DataType.UINT8, PositionFormula.DISTINCT).scale(
			new Resolution(4, 4, 40), Long3.ZERO, new Long3(160, 160, 16), new Long3(
				16, 16, 8));
	}

	@Test
	void
		read_canceledWhileTheServerIsSlow_returnsWithinTwoSecondsAndAsksNoMore()
	{
		try (OpenVolume open = new OpenVolume(written())) {
			open.server.latency(Duration.ofSeconds(1));
			final long start = System.nanoTime();
			assertThrows(Canceled.class, () -> open.volume.read(0, open.volume.bounds(
				0), cancelOnceAsked(open)));
			final Duration took = Duration.ofNanos(System.nanoTime() - start);
			assertTrue(took.toMillis() < 2000, "took " + took);

			// A request on the same pool comes after any that is left, but those that
			// were under way may arrive at any time.
			open.server.latency(Duration.ZERO);
			open.volume.read(0, VoxelBox.ofSize(Long3.ZERO, new Long3(1, 1, 1)),
				Progress.NONE);
			assertTrue(open.server.requests().size() <= open.session.threads() + 1,
				open.server.requests().size() + " of 200 chunks were asked for");
		}
	}

	@Test
	void read_corruptChunk_failsWithItsKey() {
		try (OpenVolume open = new OpenVolume(written())) {
			open.server.rule("/s0/32-48_", r -> Answer.of(200, "short"));
			final CorruptData e = assertThrows(CorruptData.class, () -> open.volume
				.read(0, open.volume.bounds(0), Progress.NONE));
			assertTrue(e.getMessage().contains(open.server.url("s0/32-48_")), e
				.getMessage());
		}
	}

	@Test
	void read_deniedChunk_asksForItOnce() {
		try (OpenVolume open = new OpenVolume(written())) {
			open.server.rule("/s0/32-48_16-32_0-8", r -> Answer.of(401, "log in"));
			assertThrows(AccessDenied.class, () -> open.volume.read(0, open.volume
				.bounds(0), Progress.NONE));
			assertEquals(1, open.server.requests("/s0/32-48_16-32_0-8").size());
		}
	}

	@Test
	void read_fifthOfTheAnswersSpoiled_givesTheFormula() {
		final FormulaVolume written = written();
		try (OpenVolume open = new OpenVolume(written)) {
			open.server.faults(0.2, 11, Fault.UNAVAILABLE, Fault.RESET,
				Fault.TRUNCATE);
			final Planes planes = Planes.of(open.volume.read(0, open.volume.bounds(0),
				Progress.NONE).image());
			for (int z = 0; z < 16; z++) {
				final byte[] plane = (byte[]) planes.plane(z);
				for (int i = 0; i < plane.length; i++)
					assertEquals((byte) written.valueAt(0, i % 160, i / 160, z, 0),
						plane[i]);
			}
		}
	}

	private static Progress cancelOnceAsked(final OpenVolume open) {
		return new Progress() {

			@Override
			public void report(final String task, final long done, final long total) {
				// Not looked at.
			}

			@Override
			public boolean isCanceled() {
				return !open.server.requests().isEmpty();
			}
		};
	}
}
