// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.cutout;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/**
 * Plans of the same region on the grids of coarser mips, one step after the
 * other until no volume has a coarser one.
 *
 * @param plan at no step
 * @param image where the plan reads imagery: its volume
 * @param segmentation where it reads a segmentation: its volume
 * @param planning how it was made
 */
record CoarserPlans(CutoutPlan plan, Optional<ClientSide> image,
	Optional<ClientSide> segmentation,
	Function<CutoutRequest, CutoutPlan> planning) implements
	IntFunction<Optional<CutoutPlan>>
{

	/** The plan so many steps coarser, not fitted; empty where there is none. */
	@Override
	public Optional<CutoutPlan> apply(final int steps) {
		CutoutRequest request = plan.request().withFit(Fit.NATIVE);
		boolean isCoarser = false;
		if (plan.image().isPresent()) {
			final int mip = plan.image().get().mip() + steps;
			final int last = lastMip(image);
			request = request.withImageMip(Math.min(mip, last));
			isCoarser = mip <= last;
		}
		if (plan.segmentation().isPresent()) {
			final int mip = plan.segmentation().get().mip() + steps;
			final int last = lastMip(segmentation);
			request = request.withSegmentationMip(Math.min(mip, last));
			isCoarser |= mip <= last;
		}
		if (!isCoarser) return Optional.empty();
		try {
			return Optional.of(planning.apply(request));
		}
		catch (final IllegalArgumentException noVoxelAtThatMip) {
			return Optional.empty();
		}
	}

	/** The finest, from the plan itself on, that needs no more memory. */
	Optional<CutoutPlan> within(final long bytes) {
		if (plan.peakBytes() <= bytes) return Optional.of(plan);
		return Stream.iterate(1, steps -> steps + 1).map(this::apply).takeWhile(
			Optional::isPresent).flatMap(Optional::stream).filter(coarser -> coarser
				.peakBytes() <= bytes).findFirst();
	}

	private static int lastMip(final Optional<ClientSide> side) {
		return side.orElseThrow().volume().mipCount() - 1;
	}
}
