// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.volume;

import net.imglib2.img.NativeImg;
import net.imglib2.type.numeric.integer.UnsignedIntType;

import org.imageryclient.geom.VoxelBox;

/**
 * The labels of a box of one scale, as positions in a table of ids.
 *
 * @param indices x, y, z from (0, 0, 0); each below {@code ids.length}. Planes
 *          are reached through {@link Planes}
 * @param ids unsigned 64-bit ids, each once: 0 first, whether it occurs or not,
 *          then those that occur in the box, in no order. Owned by the receiver
 * @param box where it lies on the scale's voxel grid
 * @param status which chunks it came from
 */
public record LabelRead(NativeImg<UnsignedIntType, ?> indices, long[] ids,
	VoxelBox box, ReadStatus status)
{}
