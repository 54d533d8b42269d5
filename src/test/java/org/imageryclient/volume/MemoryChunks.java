// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.volume;

import java.util.List;
import java.util.function.Function;

import org.imageryclient.geom.Long3;
import org.imageryclient.geom.Resolution;
import org.imageryclient.geom.VoxelBox;
import org.imageryclient.precomputed.ChunkGrid;
import org.imageryclient.precomputed.ChunkRead;
import org.imageryclient.precomputed.DataType;
import org.imageryclient.precomputed.codec.IndexedLabels;

/** One scale of 8-bit chunks that a function makes, for tests that own time. */
record MemoryChunks(ChunkGrid grid, Function<Long3, ChunkRead<Object>> chunks)
	implements ChunkSource
{

	/** A row of {@code count} chunks of 8 x 8 x 8 voxels along x. */
	static MemoryChunks row(final int count,
		final Function<Long3, ChunkRead<Object>> chunks)
	{
		return new MemoryChunks(new ChunkGrid(VoxelBox.ofSize(Long3.ZERO, new Long3(
			8L * count, 8, 8)), new Long3(8, 8, 8)), chunks);
	}

	/** A chunk of zeros. */
	static ChunkRead<Object> zeros() {
		return ChunkRead.of(new byte[8 * 8 * 8]);
	}

	@Override
	public String address() {
		return "memory:";
	}

	@Override
	public Object identity() {
		return this;
	}

	@Override
	public boolean isSegmentation() {
		return false;
	}

	@Override
	public DataType dataType() {
		return DataType.UINT8;
	}

	@Override
	public int channels() {
		return 1;
	}

	@Override
	public List<VolumeScale> scales() {
		return List.of(new VolumeScale("s0", new Resolution(1, 1, 1), grid, false));
	}

	@Override
	public void checkReadable(final int mip) {
		// Everything is.
	}

	@Override
	public boolean isRemote() {
		return true;
	}

	@Override
	public ChunkRead<Object> readSamples(final int mip, final Long3 cell) {
		return chunks.apply(cell);
	}

	@Override
	public ChunkRead<IndexedLabels> readLabels(final int mip, final Long3 cell) {
		throw new UnsupportedOperationException("imagery only");
	}
}
