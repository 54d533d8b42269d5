// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.cutout;

import org.imageryclient.geom.Resolution;
import org.imageryclient.geom.VoxelBox;

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
		return new SidePlan(side.source(), mip, resolution(), side.volume()
			.dataType(), side.volume().channels(), readBox, r, box, rules[0],
			rules[1], rules[2], side.volume().grid(mip).cellsCovering(readBox)
				.voxelCount(), bytesPerVoxel, looksUpRoots);
	}
}
