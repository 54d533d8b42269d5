// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.precomputed.codec;

import java.util.Arrays;

/** Decodes to 64-bit ids. */
final class LongBlockDecoder extends BlockDecoder {

	private final long[] out;

	private final long[] palette = new long[1 << MAX_PALETTE_BITS];

	LongBlockDecoder(final BlockLayout layout, final long[] out,
		final int offset)
	{
		super(layout, offset);
		this.out = out;
	}

	private long value(final int word) {
		return Integer.toUnsignedLong(words[word]) | (long) words[word + 1] << 32;
	}

	@Override
	void fill(final int word) {
		final long value = value(word);
		for (int z = 0; z < nz; z++) {
			int row = at + layout.sizeX() * layout.sizeY() * z;
			for (int y = 0; y < ny; y++) {
				Arrays.fill(out, row, row + nx, value);
				row += layout.sizeX();
			}
		}
	}

	@Override
	void setPalette(final int entry, final int word) {
		palette[entry] = value(word);
	}

	@Override
	void set(final int voxel, final int word) {
		out[voxel] = value(word);
	}

	@Override
	void unpack() {
		// So large that a masked index needs no check.
		final long[] table = Arrays.copyOf(palette, 16);
		final int groups = layout.blockX() % 8 == 0 && bits <= 4 ? nx / 8 : 0;
		for (int z = 0; z < nz; z++) {
			for (int y = 0; y < ny; y++) {
				final int bit = bits * layout.blockX() * (y + layout.blockY() * z);
				final int row = at + layout.sizeX() * (y + layout.sizeY() * z);
				switch (bits) {
					case 1 -> unpackBits(table, bit, row, groups);
					case 2 -> unpackPairs(table, bit, row, groups);
					case 4 -> unpackNibbles(table, bit, row, groups);
					default -> {
						// Wider ones are rare.
					}
				}
				unpackRest(bit, row, 8 * groups);
			}
		}
	}

	private void unpackBits(final long[] table, final int bit, final int row,
		final int groups)
	{
		for (int i = 0; i < groups; i++)
			unpackEight(table, packed(bit + 8 * i), 1, 1, row + 8 * i);
	}

	private void unpackPairs(final long[] table, final int bit, final int row,
		final int groups)
	{
		for (int i = 0; i < groups; i++)
			unpackEight(table, packed(bit + 16 * i), 2, 3, row + 8 * i);
	}

	private void unpackNibbles(final long[] table, final int bit, final int row,
		final int groups)
	{
		for (int i = 0; i < groups; i++)
			unpackEight(table, packed(bit + 32 * i), 4, 15, row + 8 * i);
	}

	/** Unrolled, as nearly all blocks have 8 or 16 voxels in a row. */
	private void unpackEight(final long[] table, final int packed,
		final int width, final int mask, final int to)
	{
		out[to] = table[packed & mask];
		out[to + 1] = table[packed >>> width & mask];
		out[to + 2] = table[packed >>> 2 * width & mask];
		out[to + 3] = table[packed >>> 3 * width & mask];
		out[to + 4] = table[packed >>> 4 * width & mask];
		out[to + 5] = table[packed >>> 5 * width & mask];
		out[to + 6] = table[packed >>> 6 * width & mask];
		out[to + 7] = table[packed >>> 7 * width & mask];
	}

	/** The packed voxels from a bit of the block on, up to the word's end. */
	private int packed(final int bit) {
		return words[values + (bit >>> 5)] >>> bit;
	}

	private void unpackRest(final int rowBit, final int row, final int from) {
		final int mask = (1 << bits) - 1;
		for (int x = from; x < nx; x++)
			out[row + x] = palette[packed(rowBit + x * bits) & mask];
	}
}
