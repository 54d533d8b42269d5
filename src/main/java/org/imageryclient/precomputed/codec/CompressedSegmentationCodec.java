// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.precomputed.codec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import org.imageryclient.geom.Long3;
import org.imageryclient.precomputed.DataType;

/**
 * {@code compressed_segmentation}: labels in small blocks, each with a table of
 * its ids and as few bits per voxel as that table needs. Decoded block by
 * block, so that a block of one label costs one look-up. Source: specification
 * of the compressed segmentation format (Neuroglancer); reference/formats.md
 * §3.5.
 */
public final class CompressedSegmentationCodec implements LabelCodec {

	private final int blockX;

	private final int blockY;

	private final int blockZ;

	/**
	 * @param blockSize in voxels, of at most 2^25 together
	 */
	public CompressedSegmentationCodec(final Long3 blockSize) {
		if (blockSize.product() < 1 || blockSize.product() > 1 << 25)
			throw new IllegalArgumentException(
				"Expected a block of 1 to 33554432 voxels but got " + blockSize + ".");
		this.blockX = (int) blockSize.x();
		this.blockY = (int) blockSize.y();
		this.blockZ = (int) blockSize.z();
	}

	@Override
	public Object decode(final byte[] payload, final ChunkShape shape) {
		final int[] words = words(payload, shape);
		final Object samples = shape.type().newArray(shape.sampleCount());
		for (int c = 0; c < shape.channels(); c++) {
			final BlockLayout layout = layout(words, shape, c);
			final int at = c * shape.voxelCount();
			final BlockDecoder decoder = samples instanceof long[] longs
				? new LongBlockDecoder(layout, longs, at) : IntBlockDecoder.ofIds(
					layout, (int[]) samples, at);
			decoder.run();
		}
		return samples;
	}

	@Override
	public IndexedLabels decodeLabels(final byte[] payload,
		final ChunkShape shape)
	{
		final int[] words = words(payload, shape);
		final int[] indices = new int[shape.voxelCount()];
		final LabelTable table = new LabelTable();
		IntBlockDecoder.ofIndices(layout(words, shape, 0), indices, table).run();
		return new IndexedLabels(indices, table.ids());
	}

	/** As if every voxel had its own entry in the table of its block. */
	@Override
	public long maxPayloadLength(final ChunkShape shape) {
		final long blocks = ceilDiv(shape.x(), blockX) * ceilDiv(shape.y(),
			blockY) * ceilDiv(shape.z(), blockZ);
		final double voxels = (double) blocks * blockX * blockY * blockZ;
		final double words = shape.channels() * (1 + 2.0 * blocks + 3 * voxels);
		return (long) Math.min(Integer.MAX_VALUE - 8, 4 * words);
	}

	private BlockLayout layout(final int[] words, final ChunkShape shape,
		final int channel)
	{
		final long first = Integer.toUnsignedLong(words[channel]);
		if (channel == 0 && first != shape.channels()) throw new MalformedChunk(
			"Expected channel 0 to begin after the " + shape.channels() +
				" channel offsets, at word " + shape.channels() +
				", but was an offset of " + first + " words", 0);
		final long headers = 2 * ceilDiv(shape.x(), blockX) * ceilDiv(shape.y(),
			blockY) * ceilDiv(shape.z(), blockZ);
		if (first + headers > words.length) throw new MalformedChunk("Expected " +
			4 * headers + " bytes of block headers from word " + first +
			" for channel " + channel + " but was the end of the chunk at byte " +
			4L * words.length, 4L * channel);
		return new BlockLayout(words, (int) first, shape.x(), shape.y(), shape.z(),
			blockX, blockY, blockZ, shape.type() == DataType.UINT64 ? 2 : 1);
	}

	private static int[] words(final byte[] payload, final ChunkShape shape) {
		if (payload.length % Integer.BYTES != 0) throw new MalformedChunk(
			"Expected a multiple of 4 bytes but was " + payload.length + " bytes",
			payload.length);
		if (payload.length < 4L * shape.channels()) throw new MalformedChunk(
			"Expected at least " + 4L * shape.channels() +
				" bytes of channel offsets but was " + payload.length + " bytes",
			payload.length);
		final int[] words = new int[payload.length / Integer.BYTES];
		ByteBuffer.wrap(payload).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(
			words);
		return words;
	}

	private static long ceilDiv(final int n, final int d) {
		return (n + (long) d - 1) / d;
	}
}
