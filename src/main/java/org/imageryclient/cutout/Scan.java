// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.cutout;

import org.imageryclient.geom.Resolution;
import org.imageryclient.geom.VoxelBox;
import org.imageryclient.precomputed.ChunkGrid;

/**
 * One volume at one mip, about to be read.
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
		final ChunkGrid grid = side.volume().grid(mip);
		return new SidePlan(side.source(), mip, resolution(), side.volume()
			.dataType(), side.volume().channels(), readBox, r, box, rules[0],
			rules[1], rules[2], grid.cellsCovering(readBox).voxelCount(), chunkBytes(
				grid, readBox), bytesPerVoxel, looksUpRoots);
	}

	private long chunkBytes(final ChunkGrid grid, final VoxelBox readBox) {
		try {
			return Math.multiplyExact(grid.chunksCovering(readBox).voxelCount(),
				(long) side.volume().dataType().byteLength() * side.volume()
					.channels());
		}
		catch (final ArithmeticException e) {
			return Long.MAX_VALUE;
		}
	}
}
