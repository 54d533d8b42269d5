// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.cutout;

import java.util.Optional;
import java.util.stream.Stream;

import org.imageryclient.geom.Resolution;

/**
 * All decisions of a cutout, before its first byte is fetched: which mips, which
 * boxes, how many chunks, how much memory, which grid. Pure; making one does no
 * I/O.
 *
 * <pre>
 * client.planImage(request).describe(); // for people
 * </pre>
 *
 * @param request what was asked for, with the client's own mips where it named
 *          none
 * @param frame the resolution in whose voxels the region counts
 * @param fit {@link Fit#BOUNDS} or {@link Fit#NATIVE}: what was decided
 * @param image of the imagery, if it is asked for
 * @param segmentation of the segmentation, if it is asked for
 */
public record CutoutPlan(CutoutRequest request, Resolution frame, Fit fit,
	Optional<SidePlan> image, Optional<SidePlan> segmentation)
{

	/**
	 * The request with its frame spelled out: any client of the same sources,
	 * whatever its defaults, plans the same by it.
	 */
	public CutoutRequest standaloneRequest() {
		return request.withRegion(request.region().at(frame));
	}

	/** The number of chunks that will be asked for. */
	public long chunks() {
		return sides().mapToLong(SidePlan::chunks).sum();
	}

	/**
	 * The bytes of the voxels of these chunks: no more is fetched, mostly less,
	 * since chunks are stored compressed.
	 */
	public long chunkBytes() {
		return sides().mapToLong(SidePlan::chunkBytes).reduce(0,
			CutoutPlan::addSaturated);
	}

	/** The bytes that the finished cutout holds. */
	public long resultBytes() {
		return sides().mapToLong(SidePlan::resultBytes).reduce(0,
			CutoutPlan::addSaturated);
	}

	/**
	 * The most bytes held at once. The sides are read one after the other, so the
	 * second is made while the first is held.
	 */
	public long peakBytes() {
		long held = 0;
		long peak = 0;
		for (final SidePlan side : sides().toList()) {
			held = addSaturated(held, side.resultBytes());
			peak = Math.max(peak, addSaturated(held, side.workingBytes()));
		}
		return peak;
	}

	/** Whether ids will be looked up as roots on a server. */
	public boolean looksUpRoots() {
		return sides().anyMatch(SidePlan::looksUpRoots);
	}

	/** The planned sides, imagery first. */
	public Stream<SidePlan> sides() {
		return Stream.of(image, segmentation).flatMap(Optional::stream);
	}

	/** The plan in a few lines for people. */
	public String describe() {
		return PlanText.of(this);
	}

	/**
	 * What it costs, for people, a line each: the voxels of the result, chunks and
	 * megabytes, memory, look-ups of roots.
	 */
	public String cost() {
		return PlanText.cost(this);
	}

	private static long addSaturated(final long a, final long b) {
		final long sum = a + b;
		return sum < 0 ? Long.MAX_VALUE : sum;
	}
}
