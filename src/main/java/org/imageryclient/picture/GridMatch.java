// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.picture;

import java.util.stream.IntStream;

import org.imageryclient.geom.Long3;
import org.imageryclient.geom.Resolution;

/**
 * For each voxel of a grid, along each axis, the voxel of another grid that
 * covers its centre: how labels are seen from imagery that is finer, coarser or
 * elsewhere.
 *
 * @param voxels an array for x, y and z; {@link #OUTSIDE} where there is none
 */
public record GridMatch(int[]... voxels) {

	/** No voxel. */
	public static final int OUTSIDE = -1;

	/** A grid with itself. */
	public static GridMatch same(final Long3 size) {
		return new GridMatch(IntStream.range(0, 3).mapToObj(d -> IntStream.range(0,
			Math.toIntExact(size.get(d))).toArray()).toArray(int[][]::new));
	}

	/**
	 * @param size of the grid that is looked from, in voxels
	 * @param origin its first voxel, counted from the position 0 nm
	 * @param nm the size of its voxels
	 * @param otherSize of the grid that is looked at
	 */
	public static GridMatch of(final Long3 size, final Long3 origin,
		final Resolution nm, final Long3 otherSize, final Long3 otherOrigin,
		final Resolution otherNm)
	{
		return new GridMatch(IntStream.range(0, 3).mapToObj(d -> IntStream.range(0,
			Math.toIntExact(size.get(d))).map(i -> {
				final double centreNm = (origin.get(d) + i + 0.5) * nm.get(d);
				final long voxel = (long) Math.floor(centreNm / otherNm.get(d)) -
					otherOrigin.get(d);
				return voxel < 0 || voxel >= otherSize.get(d) ? OUTSIDE : (int) voxel;
			}).toArray()).toArray(int[][]::new));
	}

	/** The other grid's voxel for each voxel along an axis. Not copied. */
	public int[] along(final int axis) {
		return voxels[axis];
	}
}
