// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.volume;

import org.imageryclient.geom.Resolution;
import org.imageryclient.precomputed.ChunkGrid;

/**
 * One scale (mip) of a volume, as far as reading needs it.
 *
 * @param name as the source calls it, for messages
 * @param grid the bounds and how they are cut into chunks
 * @param isPlaceholder whether the scale is only there to be counted and holds no
 *          data
 */
public record VolumeScale(String name, Resolution resolution, ChunkGrid grid,
	boolean isPlaceholder)
{}
