// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.precomputed;

import java.util.Optional;

import org.imageryclient.geom.Long3;
import org.imageryclient.geom.Resolution;
import org.imageryclient.geom.VoxelBox;
import org.imageryclient.precomputed.shard.ShardingSpec;

/**
 * One scale (mip) of a volume, as its {@code info} describes it.
 *
 * @param key the folder of the chunks relative to the volume's; may hold
 *          {@code ..}
 * @param bounds what the scale covers, in its own voxels; may be empty, and may
 *          begin below zero
 * @param chunkSize in voxels; where the data is stored in several chunk sizes,
 *          the first
 * @param encoding the word in {@code info}, in lower case: not always one that
 *          can be read
 * @param blockSize of {@code compressed_segmentation}, in voxels; present with
 *          that encoding only
 * @param sharding present if the chunks are in shard files
 * @param hidden whether viewers should leave it out
 */
public record Scale(String key, Resolution resolution, VoxelBox bounds,
	Long3 chunkSize, String encoding, Optional<Long3> blockSize,
	Optional<ShardingSpec> sharding, boolean hidden)
{

	/** Whether the scale is there to be counted and holds no data. */
	public boolean isPlaceholder() {
		return key.equals("placeholder");
	}

	public ChunkGrid grid() {
		return new ChunkGrid(bounds, chunkSize);
	}
}
