// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.cutout;

import java.util.Optional;
import java.util.stream.IntStream;

import org.imageryclient.geom.Long3;
import org.imageryclient.geom.Resolution;
import org.imageryclient.geom.VoxelBox;

/**
 * Decides what a request means. Pure: looks at descriptions of volumes, reads
 * nothing of them. Source: semantics of ImageryClient §2 to §8, with the rulings
 * of doc/parity.md.
 *
 * @param defaultFrame the resolution of coordinates where a region names none
 */
record CutoutPlanner(Resolution defaultFrame) {

	CutoutPlan image(final ClientSide side, final CutoutRequest request) {
		final int mip = side.mip(request.imageMip());
		final boolean isChosen = isChosen(request.imageMip(), side);
		final SidePlanner planner = planner(request, isChosen, side.volume()
			.resolution(mip));
		return plan(planner, Optional.of(planner.single(image(side, mip))), Optional
			.empty());
	}

	CutoutPlan segmentation(final ClientSide side, final CutoutRequest request) {
		final int mip = side.mip(request.segmentationMip());
		final boolean isChosen = isChosen(request.segmentationMip(), side);
		final SidePlanner planner = planner(request, isChosen, side.volume()
			.resolution(mip));
		return plan(planner, Optional.empty(), Optional.of(planner.single(labels(
			side, mip, request))));
	}

	/** The finer side sets the grid; the other is brought to it. */
	CutoutPlan pair(final ClientSide image, final ClientSide segmentation,
		final CutoutRequest request)
	{
		final int imageMip = image.mip(request.imageMip());
		final int segmentationMip = segmentation.mip(request.segmentationMip());
		final boolean isChosen = isChosen(request.imageMip(), image) || isChosen(
			request.segmentationMip(), segmentation);
		final Scan i = image(image, imageMip);
		final Scan s = labels(segmentation, segmentationMip, request);
		final boolean isOntoSegmentation = isCoarserOrEqual(i.resolution(), s
			.resolution());
		final Scan target = isOntoSegmentation ? s : i;
		final Scan other = isOntoSegmentation ? i : s;
		final SidePlanner planner = planner(request, isChosen, target.resolution());
		final SidePlan targetPlan = planner.single(target);
		final SidePlan otherPlan = planner.beside(other, targetPlan);
		return plan(planner, Optional.of(isOntoSegmentation ? otherPlan
			: targetPlan), Optional.of(isOntoSegmentation ? targetPlan : otherPlan));
	}

	private CutoutPlan plan(final SidePlanner planner,
		final Optional<SidePlan> image, final Optional<SidePlan> segmentation)
	{
		return new CutoutPlan(planner.request(), planner.framing().frame(), planner
			.isToBounds() ? Fit.BOUNDS : Fit.NATIVE, image, segmentation);
	}

	private SidePlanner planner(final CutoutRequest request,
		final boolean isMipChosen, final Resolution pixelGrid)
	{
		final boolean isToBounds = switch (request.fit()) {
			case BOUNDS -> true;
			case NATIVE -> false;
			case AUTO -> !isMipChosen && !request.region().isInPixels();
		};
		return new SidePlanner(request, Framing.of(request.region(), defaultFrame,
			pixelGrid), isToBounds);
	}

	private static boolean isChosen(final Mip mip, final ClientSide side) {
		return !mip.or(side.defaultMip()).isDefault();
	}

	private static boolean isCoarserOrEqual(final Resolution a,
		final Resolution b)
	{
		return IntStream.range(0, 3).allMatch(d -> a.get(d) >= b.get(d));
	}

	private static Scan image(final ClientSide side, final int mip) {
		return new Scan(side, mip, side.volume().dataType().byteLength() * side
			.volume().channels(), false);
	}

	/** Labels are held as 4-byte positions in a table of ids. */
	private static Scan labels(final ClientSide side, final int mip,
		final CutoutRequest request)
	{
		return new Scan(side, mip, Integer.BYTES, side.isAgglomerated() && !request
			.roots().isRaw());
	}

	/**
	 * One volume at one mip.
	 *
	 * @param bytesPerVoxel once in memory
	 */
	record Scan(ClientSide side, int mip, int bytesPerVoxel,
		boolean looksUpRoots)
	{

		Resolution resolution() {
			return side.volume().resolution(mip);
		}

		SidePlan plan(final VoxelBox readBox, final Resolution r,
			final VoxelBox box, final AxisRule[] rules)
		{
			return new SidePlan(side.source(), mip, resolution(), side.volume()
				.dataType(), side.volume().channels(), readBox, r, box, rules[0],
				rules[1], rules[2], side.volume().grid(mip).cellsCovering(readBox)
					.voxelCount(), bytesPerVoxel, looksUpRoots);
		}
	}

	/**
	 * Plans single sides of one request.
	 *
	 * @param isToBounds whether the result comes on the grid of the frame
	 */
	record SidePlanner(CutoutRequest request, Framing framing,
		boolean isToBounds)
	{

		/** A side that sets its own grid. */
		SidePlan single(final Scan scan) {
			if (!isToBounds) return natively(scan);
			final VoxelBox box = framing.boundsBox();
			if (box.isEmpty()) throw emptyBox(scan, box, framing.frame());
			return onto(scan, framing.frame(), box);
		}

		/** The coarser side of a pair. */
		SidePlan beside(final Scan scan, final SidePlan target) {
			if (scan.resolution().equals(target.mipResolution())) return single(
				scan);
			return request.resize() ? onto(scan, target.resolution(), target.box())
				: natively(scan);
		}

		private SidePlan natively(final Scan scan) {
			final Resolution r = scan.resolution();
			final VoxelBox box = checked(scan, framing.nativeBox(r));
			return scan.plan(box, r, box, rules(d -> new AxisRule.Same(box.size().get(
				d))));
		}

		private SidePlan onto(final Scan scan, final Resolution r,
			final VoxelBox box)
		{
			return request.resample() == Resample.ALIGNED ? aligned(scan, r, box)
				: zoomed(scan, r, box);
		}

		/** Reads what the centres of the target's voxels need, and no more. */
		private SidePlan aligned(final Scan scan, final Resolution r,
			final VoxelBox box)
		{
			final long[] min = new long[3];
			final long[] max = new long[3];
			for (int d = 0; d < 3; d++) {
				final VoxelRatio ratio = VoxelRatio.of(r.get(d), scan.resolution().get(
					d));
				min[d] = ratio.sourceOfCentre(box.min().get(d));
				max[d] = ratio.sourceOfCentre(box.max().get(d) - 1) + 1;
			}
			return scan.plan(new VoxelBox(Long3.of(min), Long3.of(max)), r, box,
				rules(d -> new AxisRule.Aligned(box.size().get(d), box.min().get(d),
					min[d], r.get(d), scan.resolution().get(d))));
		}

		private SidePlan zoomed(final Scan scan, final Resolution r,
			final VoxelBox box)
		{
			final VoxelBox readBox = checked(scan, framing.referenceBox(scan
				.resolution()));
			return scan.plan(readBox, r, box, rules(d -> new AxisRule.Zoom(box.size()
				.get(d), readBox.size().get(d))));
		}

		private static AxisRule[] rules(
			final java.util.function.IntFunction<AxisRule> ofAxis)
		{
			return IntStream.range(0, 3).mapToObj(ofAxis).toArray(AxisRule[]::new);
		}

		private VoxelBox checked(final Scan scan, final VoxelBox box) {
			if (box.isEmpty()) throw emptyBox(scan, box, scan.resolution());
			return box;
		}

		/** The typical trap is a frame that is finer along z than the mip. */
		private IllegalArgumentException emptyBox(final Scan scan,
			final VoxelBox box, final Resolution grid)
		{
			final StringBuilder axes = new StringBuilder();
			for (int d = 0; d < 3; d++)
				if (box.min().get(d) == box.max().get(d)) axes.append(axes.isEmpty()
					? "" : ", ").append("xyz".charAt(d));
			return new IllegalArgumentException(
				"Expected a box of at least one voxel but " + framing.corners() +
					" in voxels of " + framing.frame() + " (" + request.region() +
					") is " + HumanUnits.size(box.size()) + " voxels of " + grid +
					" at mip " + scan.mip() + " (" + scan.resolution() + ") of " + scan
						.side().source() + "; try a larger size along " + axes +
					", a finer mip, or fit = bounds.");
		}
	}
}
