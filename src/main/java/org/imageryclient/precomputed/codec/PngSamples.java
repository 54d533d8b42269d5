// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.precomputed.codec;

/**
 * Turns the unfiltered rows of a PNG picture into planar samples. Used by one
 * thread, for one picture.
 */
final class PngSamples {

	private final PngStream png;

	private final int bits;

	private final int stored;

	private final int channels;

	private final int plane;

	/** The two are for 8 and 16 bits; one of them is empty. */
	private final byte[] bytes;

	private final short[] shorts;

	PngSamples(final PngStream png, final ChunkShape shape) {
		this.png = png;
		this.bits = png.bitsPerSample();
		this.stored = png.storedChannels();
		this.channels = shape.channels();
		this.plane = shape.voxelCount();
		final boolean wide = bits == 16;
		this.bytes = new byte[wide ? 0 : shape.sampleCount()];
		this.shorts = new short[wide ? shape.sampleCount() : 0];
	}

	/** All samples: {@code byte[]} or {@code short[]}. */
	Object out() {
		return bits == 16 ? shorts : bytes;
	}

	/**
	 * @param row the first byte of the row's pixels
	 * @param to the voxel of the first pixel
	 * @param step from one pixel's voxel to the next one's
	 */
	void copyRow(final byte[] in, final int row, final int width, final int to,
		final int step)
	{
		if (channels != stored || bits < 8) copyExpanded(in, row, width, to, step);
		else if (bits == 16) copyShorts(in, row, width, to, step);
		else if (channels == 1 && step == 1) System.arraycopy(in, row, bytes, to,
			width);
		else copyBytes(in, row, width, to, step);
	}

	private void copyBytes(final byte[] in, final int row, final int width,
		final int to, final int step)
	{
		for (int c = 0; c < channels; c++) {
			int out = c * plane + to;
			int from = row + c;
			for (int x = 0; x < width; x++) {
				bytes[out] = in[from];
				out += step;
				from += channels;
			}
		}
	}

	private void copyShorts(final byte[] in, final int row, final int width,
		final int to, final int step)
	{
		for (int c = 0; c < channels; c++) {
			int out = c * plane + to;
			int from = row + 2 * c;
			for (int x = 0; x < width; x++) {
				shorts[out] = (short) (in[from] << 8 | in[from + 1] & 0xff);
				out += step;
				from += 2 * channels;
			}
		}
	}

	/** Few bits, palettes, and colours that are declared transparent. */
	private void copyExpanded(final byte[] in, final int row, final int width,
		final int to, final int step)
	{
		for (int x = 0; x < width; x++) {
			final int voxel = to + x * step;
			if (png.colorType() == PngStream.PALETTE) putColor(sample(in, row, x),
				voxel);
			else putExpanded(in, row, x, voxel);
		}
	}

	private void putColor(final int index, final int voxel) {
		if (3 * index >= png.palette().length) throw new MalformedChunk(
			"Expected an index of the PNG palette below " + png.palette().length / 3 +
				" but was " + index, -1);
		for (int c = 0; c < 3; c++)
			bytes[c * plane + voxel] = png.palette()[3 * index + c];
		if (channels < 4) return;
		final byte[] alpha = png.transparency();
		bytes[3 * plane + voxel] = index < alpha.length ? alpha[index] : -1;
	}

	private void putExpanded(final byte[] in, final int row, final int x,
		final int voxel)
	{
		final byte[] key = png.transparency();
		boolean isKey = key.length >= 2 * stored;
		for (int c = 0; c < stored; c++) {
			final int value = sample(in, row, x * stored + c);
			isKey = isKey && value == ((key[2 * c] & 0xff) << 8 | key[2 * c + 1] &
				0xff);
			put(c * plane + voxel, value);
		}
		if (channels > stored) put(stored * plane + voxel, isKey ? 0 : (1 << bits) -
			1);
	}

	private void put(final int to, final int value) {
		if (bits == 16) shorts[to] = (short) value;
		else bytes[to] = (byte) (value * 255 / ((1 << bits) - 1));
	}

	private int sample(final byte[] in, final int row, final int index) {
		if (bits == 16) return (in[row + 2 * index] & 0xff) << 8 | in[row + 2 *
			index + 1] & 0xff;
		final int bit = index * bits;
		final int shift = 8 - bits - (bit & 7);
		return in[row + (bit >>> 3)] >>> shift & (1 << bits) - 1;
	}
}
