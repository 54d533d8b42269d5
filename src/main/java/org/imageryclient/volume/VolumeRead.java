// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.volume;

import net.imglib2.img.NativeImg;
import net.imglib2.type.NativeType;

import org.imageryclient.geom.VoxelBox;

/**
 * The voxels of a box of one scale.
 *
 * @param image x, y, z, channel from (0, 0, 0, 0); zero where nothing was read.
 *          A {@code PlanarImg}, whose planes a viewer may share, wherever memory
 *          allows it; see {@link Planes}
 * @param box where it lies on the scale's voxel grid
 * @param status which chunks it came from
 */
public record VolumeRead<T extends NativeType<T>>(NativeImg<T, ?> image,
	VoxelBox box, ReadStatus status)
{}
