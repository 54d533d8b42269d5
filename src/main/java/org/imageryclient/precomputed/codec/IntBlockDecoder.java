// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.precomputed.codec;

import java.util.Arrays;

/**
 * Decodes to 32 bits a voxel: to ids that have no more, or to positions in a
 * table of ids.
 */
abstract class IntBlockDecoder extends BlockDecoder {

	private final int[] out;

	private final int[] palette = new int[1 << MAX_PALETTE_BITS];

	private IntBlockDecoder(final BlockLayout layout, final int[] out,
		final int offset)
	{
		super(layout, offset);
		this.out = out;
	}

	/** Decodes uint32 to the ids themselves. */
	static BlockDecoder ofIds(final BlockLayout layout, final int[] out,
		final int offset)
	{
		return new IntBlockDecoder(layout, out, offset) {

			@Override
			int value(final int word) {
				return words[word];
			}
		};
	}

	/** Decodes to positions in {@code ids}, which grows as ids are met. */
	static BlockDecoder ofIndices(final BlockLayout layout, final int[] out,
		final LabelTable ids)
	{
		final boolean wide = layout.entryWords() == 2;
		return new IntBlockDecoder(layout, out, 0) {

			@Override
			int value(final int word) {
				final long low = Integer.toUnsignedLong(words[word]);
				return ids.indexOf(wide ? low | (long) words[word + 1] << 32 : low);
			}
		};
	}

	/** What a voxel becomes whose table entry is at this word. */
	abstract int value(int word);

	@Override
	final void fill(final int word) {
		final int value = value(word);
		for (int z = 0; z < nz; z++) {
			int row = at + layout.sizeX() * layout.sizeY() * z;
			for (int y = 0; y < ny; y++) {
				Arrays.fill(out, row, row + nx, value);
				row += layout.sizeX();
			}
		}
	}

	@Override
	final void setPalette(final int entry, final int word) {
		palette[entry] = value(word);
	}

	@Override
	final void set(final int voxel, final int word) {
		out[voxel] = value(word);
	}

	@Override
	final void unpack() {
		final boolean isAligned = layout.blockX() % 8 == 0 && bits <= 4;
		final int groups = isAligned ? nx / 8 : 0;
		// So large that a masked index needs no check.
		final int[] table = Arrays.copyOf(palette, 16);
		// One loop for each width: nothing but copying is left inside.
		if (groups > 0) switch (bits) {
			case 1 -> unpackBits(table, groups);
			case 2 -> unpackPairs(table, groups);
			default -> unpackNibbles(table, groups);
		}
		if (8 * groups < nx) unpackRest(8 * groups);
	}

	private void unpackBits(final int[] table, final int groups) {
		for (int z = 0; z < nz; z++) {
			int bit = firstVoxel(z);
			int row = row(z);
			for (int y = 0; y < ny; y++) {
				for (int i = 0; i < 8 * groups; i += 8)
					unpackEight(table, packed(bit + i), 1, 1, row + i);
				bit += layout.blockX();
				row += layout.sizeX();
			}
		}
	}

	private void unpackPairs(final int[] table, final int groups) {
		for (int z = 0; z < nz; z++) {
			int bit = 2 * firstVoxel(z);
			int row = row(z);
			for (int y = 0; y < ny; y++) {
				for (int i = 0; i < 8 * groups; i += 8)
					unpackEight(table, packed(bit + 2 * i), 2, 3, row + i);
				bit += 2 * layout.blockX();
				row += layout.sizeX();
			}
		}
	}

	private void unpackNibbles(final int[] table, final int groups) {
		for (int z = 0; z < nz; z++) {
			int bit = 4 * firstVoxel(z);
			int row = row(z);
			for (int y = 0; y < ny; y++) {
				for (int i = 0; i < 8 * groups; i += 8)
					unpackEight(table, packed(bit + 4 * i), 4, 15, row + i);
				bit += 4 * layout.blockX();
				row += layout.sizeX();
			}
		}
	}

	/** Unrolled, as nearly all blocks have 8 or 16 voxels in a row. */
	private void unpackEight(final int[] table, final int packed, final int width,
		final int mask, final int to)
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

	/** The voxels from {@code from} on of each row, one by one. */
	private void unpackRest(final int from) {
		final int mask = (1 << bits) - 1;
		for (int z = 0; z < nz; z++) {
			for (int y = 0; y < ny; y++) {
				final int bit = bits * (firstVoxel(z) + layout.blockX() * y);
				final int row = row(z) + layout.sizeX() * y;
				for (int x = from; x < nx; x++)
					out[row + x] = palette[packed(bit + x * bits) & mask];
			}
		}
	}
}
