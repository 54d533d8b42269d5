// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.volume;

import java.util.List;
import java.util.stream.IntStream;

import org.imageryclient.geom.Long3;
import org.imageryclient.precomputed.ChunkRead;
import org.imageryclient.precomputed.DataType;
import org.imageryclient.precomputed.PrecomputedInfo;
import org.imageryclient.precomputed.PrecomputedVolume;
import org.imageryclient.precomputed.Scale;
import org.imageryclient.precomputed.codec.IndexedLabels;

/** The chunks of a Neuroglancer precomputed volume. */
final class PrecomputedSource implements ChunkSource {

	private final PrecomputedVolume volume;
	private final List<VolumeScale> scales;

	PrecomputedSource(final PrecomputedVolume volume) {
		this.volume = volume;
		scales = IntStream.range(0, volume.mipCount()).mapToObj(mip -> scale(volume
			.scale(mip), volume, mip)).toList();
	}

	private static VolumeScale scale(final Scale scale,
		final PrecomputedVolume volume, final int mip)
	{
		return new VolumeScale(scale.key(), scale.resolution(), volume.grid(mip),
			scale.isPlaceholder());
	}

	@Override
	public String address() {
		return volume.address();
	}

	/** The description too: rewritten data under the same address is new data. */
	@Override
	public Object identity() {
		return List.of(volume.address(), volume.info());
	}

	@Override
	public boolean isSegmentation() {
		return volume.info().kind() == PrecomputedInfo.Kind.SEGMENTATION;
	}

	@Override
	public DataType dataType() {
		return volume.info().dataType();
	}

	@Override
	public int channels() {
		return volume.info().channels();
	}

	@Override
	public List<VolumeScale> scales() {
		return scales;
	}

	@Override
	public void checkReadable(final int mip) {
		volume.checkReadable(mip);
	}

	@Override
	public boolean isRemote() {
		return !volume.address().startsWith("file:");
	}

	@Override
	public ChunkRead<Object> readSamples(final int mip, final Long3 cell) {
		return volume.readSamples(mip, cell);
	}

	@Override
	public ChunkRead<IndexedLabels> readLabels(final int mip, final Long3 cell) {
		return volume.readLabels(mip, cell);
	}
}
