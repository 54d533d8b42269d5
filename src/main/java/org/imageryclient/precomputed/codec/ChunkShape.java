// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.precomputed.codec;

import org.imageryclient.geom.Long3;
import org.imageryclient.precomputed.DataType;

/**
 * What a chunk must decode to: its size in voxels (clipped at the volume's end),
 * its channels and its type.
 */
public record ChunkShape(int x, int y, int z, int channels, DataType type) {

	/** The number of samples: voxels times channels. */
	public int sampleCount() {
		return Math.multiplyExact(voxelCount(), channels);
	}

	/** The number of voxels. */
	public int voxelCount() {
		return Math.toIntExact(size().product());
	}

	/** The number of bytes of the decoded samples. */
	public long byteLength() {
		return (long) sampleCount() * type.byteLength();
	}

	public Long3 size() {
		return new Long3(x, y, z);
	}

	/** {@code 64 x 64 x 16 voxels, 1 channel of uint8}. */
	@Override
	public String toString() {
		return x + " x " + y + " x " + z + " voxels, " + channels + (channels == 1
			? " channel" : " channels") + " of " + type.word();
	}
}
