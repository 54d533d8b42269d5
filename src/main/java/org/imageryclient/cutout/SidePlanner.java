// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.cutout;

import java.util.function.IntFunction;
import java.util.stream.IntStream;

import org.imageryclient.geom.Long3;
import org.imageryclient.geom.Resolution;
import org.imageryclient.geom.VoxelBox;

/**
 * Plans single sides of one request.
 *
 * @param framing where the region is on any grid
 * @param isToBounds whether the result comes on the grid of the frame
 */
record SidePlanner(CutoutRequest request, Framing framing,
	boolean isToBounds)
{

	/** A side that sets its own grid. */
	SidePlan single(final Scan scan) {
		if (!isToBounds) return natively(scan);
		final VoxelBox box = framing.boundsBox();
		if (box.isEmpty()) throw emptyBox(scan, box, framing.frame(),
			"fit = native");
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
		final VoxelBox box = checked(scan, framing.nativeBox(r), "fit = bounds");
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
			.resolution()), "fit = bounds with resample = aligned");
		return scan.plan(readBox, r, box, rules(d -> new AxisRule.Zoom(box.size()
			.get(d), readBox.size().get(d))));
	}

	private static AxisRule[] rules(final IntFunction<AxisRule> ofAxis) {
		return IntStream.range(0, 3).mapToObj(ofAxis).toArray(AxisRule[]::new);
	}

	private VoxelBox checked(final Scan scan, final VoxelBox box,
		final String remedy)
	{
		if (box.isEmpty()) throw emptyBox(scan, box, scan.resolution(), remedy);
		return box;
	}

	/** The typical trap is a frame that is finer along z than the mip. */
	private IllegalArgumentException emptyBox(final Scan scan,
		final VoxelBox box, final Resolution grid, final String remedy)
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
				", a finer mip, or " + remedy + ".");
	}
}
