// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.precomputed.codec;

import org.imageryclient.precomputed.DataType;

/**
 * {@code png}: a picture of any colour type whose rows, one after the other,
 * are the voxels. Up to 8 bits become uint8 (fewer are scaled up, palettes
 * looked up), 16 become uint16. Decoded here rather than by ImageIO, which is
 * slower, and turns transparent colours into another channel. Source:
 * specification of the precomputed volume format, "png"; PNG specification.
 */
public final class PngCodec implements ChunkCodec {

	/** Where the seven pictures of an interlaced one begin, and their steps. */
	private static final int[][] ADAM7 = { { 0, 0, 8, 8 }, { 4, 0, 8, 8 }, { 0, 4,
		4, 8 }, { 2, 0, 4, 4 }, { 0, 2, 2, 4 }, { 1, 0, 2, 2 }, { 0, 1, 1, 2 } };

	private static final int[][] WHOLE = { { 0, 0, 1, 1 } };

	@Override
	public Object decode(final byte[] payload, final ChunkShape shape) {
		final PngStream png = new PngStream(payload);
		check(png, shape);
		final int[][] passes = png.isInterlaced() ? ADAM7 : WHOLE;
		final byte[] bytes = png.inflate(length(png, passes));
		final PngSamples samples = new PngSamples(png, shape);
		int start = 0;
		for (final int[] pass : passes) {
			final int width = steps(png.width(), pass[0], pass[2]);
			final int height = steps(png.height(), pass[1], pass[3]);
			if (width == 0 || height == 0) continue;
			final PngRows rows = new PngRows(bytes, start, rowBytes(png, width),
				height, Math.max(1, png.storedChannels() * png.bitsPerSample() / 8));
			rows.unfilter();
			for (int y = 0; y < height; y++)
				samples.copyRow(bytes, rows.row(y), width, (pass[1] + y * pass[3]) * png
					.width() + pass[0], pass[2]);
			start = rows.row(height) - 1;
		}
		return samples.out();
	}

	/** Deflate and filters grow what can't be compressed by a little. */
	@Override
	public long maxPayloadLength(final ChunkShape shape) {
		return 2 * shape.byteLength() + shape.voxelCount() + (1 << 20);
	}

	private static void check(final PngStream png, final ChunkShape shape) {
		final int offset = png.headerOffset();
		ImageChunks.checkSize("PNG", png.width(), png.height(), shape, offset);
		final int natural = png.colorType() == PngStream.PALETTE ? 3 : png
			.storedChannels();
		final boolean withAlpha = png.transparency().length > 0 && natural +
			1 == shape.channels();
		if (!withAlpha) ImageChunks.checkChannels("PNG", natural, shape, offset);
		final boolean wide = png.bitsPerSample() == 16;
		if (wide != (shape.type() == DataType.UINT16)) throw new MalformedChunk(
			"Expected a PNG picture of " + shape.type().word() + " but was one of " +
				png.bitsPerSample() + " bits per sample", offset + 8);
	}

	private static int length(final PngStream png, final int[][] passes) {
		long length = 0;
		for (final int[] pass : passes) {
			final int width = steps(png.width(), pass[0], pass[2]);
			final int height = steps(png.height(), pass[1], pass[3]);
			if (width > 0) length += (1L + rowBytes(png, width)) * height;
		}
		if (length > Integer.MAX_VALUE - 8) throw new MalformedChunk(
			"Expected a PNG picture of less than 2 GB but was one of " + length +
				" bytes", png.headerOffset());
		return (int) length;
	}

	private static int steps(final int size, final int first, final int step) {
		return size <= first ? 0 : (size - first - 1) / step + 1;
	}

	private static int rowBytes(final PngStream png, final int width) {
		final long bits = (long) width * png.storedChannels() * png.bitsPerSample();
		return (int) Math.min(Integer.MAX_VALUE, (bits + 7) / 8);
	}
}
