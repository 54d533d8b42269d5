// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.cutout;

import java.util.Optional;

import org.imageryclient.geom.Long3;
import org.imageryclient.geom.Point;
import org.imageryclient.geom.Region;
import org.imageryclient.geom.Region.Corners;
import org.imageryclient.geom.Resolution;
import org.imageryclient.geom.VoxelBox;

/**
 * What voxels a region is on any grid. Pure arithmetic. Source: semantics of
 * ImageryClient §2, with rulings 9 and 13 of doc/parity.md.
 *
 * @param frame the resolution in whose voxels {@code corners} count
 * @param corners of the region, exact
 * @param pixels the size in pixels on the grid {@code pixelGrid}, where the
 *          region has such; else empty
 * @param pixelGrid the grid whose pixels count
 */
record Framing(Resolution frame, Corners corners, Optional<Point> pixels,
	Resolution pixelGrid)
{

	/** Doubles hold every whole number up to here. */
	private static final double LIMIT = 1L << 53;

	/**
	 * @param defaultFrame where the region names none
	 * @param pixelGrid the grid that pixels of the region are of
	 */
	static Framing of(final Region region, final Resolution defaultFrame,
		final Resolution pixelGrid)
	{
		final Resolution frame = region.frame().orElse(defaultFrame);
		if (!region.isInPixels()) return new Framing(frame, region.corners(Optional
			.empty()), Optional.empty(), pixelGrid);
		final long[] size = region.pixelSize();
		final double[] asDoubles = new double[size.length];
		for (int d = 0; d < size.length; d++)
			asDoubles[d] = size[d];
		final Point extent = Point.of(extent(asDoubles, pixelGrid, frame));
		// No depth given: 0 stands for "as the reference computes it".
		final Point pixels = new Point(size[0], size[1], size.length == 3 ? size[2]
			: 0);
		return new Framing(frame, region.corners(Optional.of(extent)), Optional.of(
			pixels), pixelGrid);
	}

	/**
	 * A size in pixels of a grid as a size in voxels of the frame; without a depth
	 * that is 1, one voxel of the frame.
	 */
	static double[] extent(final double[] pixels, final Resolution grid,
		final Resolution frame)
	{
		final double[] extent = { 0, 0, 1 };
		for (int d = 0; d < pixels.length; d++)
			extent[d] = (long) pixels[d] * grid.get(d) / frame.get(d);
		return extent;
	}

	/**
	 * The box on the grid {@code r} as the reference has it: corners truncated
	 * toward zero in the frame, scaled, and truncated toward zero again. May be
	 * empty.
	 */
	VoxelBox referenceBox(final Resolution r) {
		return new VoxelBox(scaled(corners.min(), r), scaled(corners.max(), r));
	}

	/** The same, with exactly the pixels that were asked for on their grid. */
	VoxelBox nativeBox(final Resolution r) {
		final VoxelBox box = referenceBox(r);
		if (pixels.isEmpty() || !r.equals(pixelGrid)) return box;
		final long[] size = box.size().toArray();
		for (int d = 0; d < 3; d++)
			if (pixels.get().get(d) > 0) size[d] = (long) pixels.get().get(d);
		return VoxelBox.ofSize(box.min(), Long3.of(size));
	}

	/**
	 * The box on the frame's own grid: its lower corner truncated toward zero, its
	 * size the exact one rounded, halves to even. May be empty.
	 */
	VoxelBox boundsBox() {
		final long[] min = new long[3];
		final long[] size = new long[3];
		for (int d = 0; d < 3; d++) {
			min[d] = (long) corners.min().get(d);
			size[d] = (long) Math.rint(corners.max().get(d) - corners.min().get(d));
		}
		return VoxelBox.ofSize(Long3.of(min), Long3.of(size));
	}

	private Long3 scaled(final Point corner, final Resolution r) {
		final long[] voxel = new long[3];
		for (int d = 0; d < 3; d++) {
			final double factor = r.get(d) / frame.get(d);
			final double scaled = (long) corner.get(d) / factor;
			if (!(Math.abs(scaled) <= LIMIT)) throw new IllegalArgumentException(
				"Expected coordinates within ±2^53 voxels but [" + corner +
					"] in voxels of " + frame + " is " + scaled + " along " + "xyz".charAt(
						d) + " in voxels of " + r + ".");
			voxel[d] = (long) scaled;
		}
		return Long3.of(voxel);
	}
}
