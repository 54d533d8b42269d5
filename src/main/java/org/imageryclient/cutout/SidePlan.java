// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.cutout;

import org.imageryclient.geom.Resolution;
import org.imageryclient.geom.VoxelBox;
import org.imageryclient.precomputed.DataType;

/**
 * What will be read of one volume, and what becomes of it. Pure.
 *
 * @param source the volume's address as it was given
 * @param mip from 0, the finest
 * @param mipResolution of that mip
 * @param type of the samples in the volume
 * @param channels at least 1
 * @param readBox what is read, on the grid of the mip; empty where the
 *          client has no such volume
 * @param resolution of the result
 * @param box where the result lies, on the grid of {@code resolution}; empty
 *          with {@code readBox}
 * @param x which voxel read each voxel of the result takes, along x
 * @param y the same along y
 * @param z the same along z
 * @param chunks how many chunks {@code readBox} touches
 * @param chunkBytes the bytes of their voxels: as stored they are mostly fewer
 * @param bytesPerVoxel of the result, all channels
 * @param looksUpRoots whether stored ids are looked up as roots on a server
 */
public record SidePlan(String source, int mip, Resolution mipResolution,
	DataType type, int channels, VoxelBox readBox, Resolution resolution,
	VoxelBox box, AxisRule x, AxisRule y, AxisRule z, long chunks,
	long chunkBytes, int bytesPerVoxel, boolean looksUpRoots)
{

	/** Whether the result is another image than what is read. */
	public boolean isResampled() {
		return !(x.isIdentity() && y.isIdentity() && z.isIdentity());
	}

	/** The bytes of the result; {@code Long.MAX_VALUE} for any more than that. */
	public long resultBytes() {
		return bytes(box);
	}

	/**
	 * The bytes held besides the result while it is made: what is read, where that
	 * is not the result itself.
	 */
	public long workingBytes() {
		return isResampled() ? bytes(readBox) : 0;
	}

	private long bytes(final VoxelBox voxels) {
		try {
			return Math.multiplyExact(voxels.voxelCount(), (long) bytesPerVoxel);
		}
		catch (final ArithmeticException e) {
			return Long.MAX_VALUE;
		}
	}
}
