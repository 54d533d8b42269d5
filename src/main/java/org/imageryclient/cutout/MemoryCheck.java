// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.cutout;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;

import org.imageryclient.TooLarge;
import org.imageryclient.geom.Long3;
import org.imageryclient.geom.VoxelBox;

/**
 * Refuses plans that the heap cannot hold, before anything is fetched.
 *
 * @param availableBytes how much more the heap can give now
 */
record MemoryCheck(LongSupplier availableBytes) {

	/** For chunks under way, tables of ids, and the program itself. */
	private static final long RESERVE = 24L << 20;

	/** The longest array that every Java machine can make. */
	private static final long LONGEST_ARRAY = Integer.MAX_VALUE - 8;

	/** Against what the heap of this Java machine can still give. */
	static MemoryCheck ofHeap() {
		final Runtime runtime = Runtime.getRuntime();
		return new MemoryCheck(() -> runtime.maxMemory() - runtime.totalMemory() +
			runtime.freeMemory());
	}

	/**
	 * @param coarser the plan of the same region, not fitted, that many mips
	 *          coarser; empty where there is none
	 * @throws TooLarge if the plan does not fit; says how much it needs, how much
	 *           there is, and what would fit
	 */
	void check(final CutoutPlan plan,
		final IntFunction<Optional<CutoutPlan>> coarser)
	{
		plan.sides().forEach(MemoryCheck::checkPlane);
		if (fits(plan, availableBytes.getAsLong())) return;
		// Garbage counts as used until it is collected.
		System.gc();
		final long available = availableBytes.getAsLong();
		if (fits(plan, available)) return;
		throw new TooLarge("Expected a cutout that fits the free memory of " +
			HumanUnits.bytes(Math.max(0, available)) + " but " + plan.request()
				.region() + " needs " + HumanUnits.bytes(plan.peakBytes()) + " as " +
			HumanUnits.size(largest(plan).box().size()) + " voxels of " + largest(
				plan).resolution() + "; try " + remedy(plan, coarser, available) + ".");
	}

	private static boolean fits(final CutoutPlan plan, final long available) {
		return plan.peakBytes() <= available - RESERVE;
	}

	private static String remedy(final CutoutPlan plan,
		final IntFunction<Optional<CutoutPlan>> coarser, final long available)
	{
		final String smaller = "at most " + HumanUnits.size(shrunk(plan,
			available)) + " voxels, or more memory for Java (-Xmx; in Fiji Edit > " +
			"Options > Memory & Threads)";
		for (int steps = 1;; steps++) {
			final Optional<CutoutPlan> next = coarser.apply(steps);
			if (next.isEmpty()) return smaller;
			if (!fits(next.get(), available)) continue;
			final SidePlan side = largest(next.get());
			return "mip " + side.mip() + " (" + side.mipResolution() +
				") with fit = native, which needs " + HumanUnits.bytes(next.get()
					.peakBytes()) + ", " + smaller;
		}
	}

	/** The same shape, smaller along x and y first. */
	private static Long3 shrunk(final CutoutPlan plan, final long available) {
		final Long3 size = largest(plan).box().size();
		final double part = Math.max(0, available - RESERVE) / (double) plan
			.peakBytes();
		final double side = Math.sqrt(part);
		final long x = Math.max(1, (long) (size.x() * side));
		final long y = Math.max(1, (long) (size.y() * side));
		final double rest = part * size.x() / x * size.y() / y;
		return new Long3(x, y, Math.max(1, Math.min(size.z(), (long) (size.z() *
			rest))));
	}

	private static SidePlan largest(final CutoutPlan plan) {
		return plan.sides().reduce((a, b) -> b.resultBytes() > a.resultBytes() ? b
			: a).orElseThrow();
	}

	private static void checkPlane(final SidePlan side) {
		for (final VoxelBox box : List.of(side.box(), side.readBox()))
		{
			final Long3 size = box.size();
			if (size.z() <= LONGEST_ARRAY && size.x() <= LONGEST_ARRAY / size.y())
				continue;
			throw new TooLarge("Expected slices of at most " + LONGEST_ARRAY +
				" voxels but " + HumanUnits.size(size) + " voxels of " + side
					.mipResolution() + " of " + side.source() +
				" were asked for; try a smaller size or a coarser mip.");
		}
	}
}
