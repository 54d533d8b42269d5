// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.cutout;

import net.imglib2.img.NativeImg;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;

import org.imageryclient.geom.Long3;
import org.imageryclient.geom.Resolution;
import org.imageryclient.geom.VoxelBox;
import org.imageryclient.precomputed.DataType;

/**
 * Imagery of a region, all in memory.
 *
 * @param pixels x, y, z, channel, never squeezed; from (0, 0, 0, 0). Planes are
 *          reached through {@link org.imageryclient.volume.Planes}
 * @param resolution nm per voxel of {@code pixels}
 * @param box where it lies on the grid of {@code resolution}; its lower corner is
 *          voxel (0, 0, 0) of {@code pixels}
 * @param dataType of the samples
 * @param source the volume's address as it was given
 * @param mip that was read, from 0
 * @param status why voxels may be zero
 * @param <T> the pixel type
 */
public record ImageCutout<T extends NativeType<T> & RealType<T>>(
	NativeImg<T, ?> pixels, Resolution resolution, VoxelBox box,
	DataType dataType, String source, int mip, CutoutStatus status)
{

	/** In voxels, as {@link #box()}. */
	public Long3 size() {
		return box.size();
	}

	/** The voxel of the lower corner, on the grid of {@link #resolution()}. */
	public Long3 origin() {
		return box.min();
	}

	/** The number of channels, at least 1. */
	public int channels() {
		return (int) pixels.dimension(3);
	}

	/** Whether the client has no imagery, so that there is nothing here. */
	public boolean isEmpty() {
		return box.isEmpty();
	}
}
