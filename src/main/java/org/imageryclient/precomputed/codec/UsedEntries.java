// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.precomputed.codec;

import java.util.Arrays;

/**
 * Which of the entries of a block's table its voxels use: tables may be shared
 * between blocks and hold more than one of them needs. Looks at whole words of
 * packed voxels at once. Used by one thread.
 */
final class UsedEntries {

	/** The low bit of each pair of bits. */
	private static final int LOW_OF_PAIRS = 0x55555555;

	/** For 2 bits, the entries 0 to 3: any set bit means that it is used. */
	private int zeros;

	private int ones;

	private int twos;

	private int threes;

	private final long[] flags = new long[(1 << BlockDecoder.MAX_PALETTE_BITS) /
		Long.SIZE];

	private int bits;

	/** Forgets all, for a block of 1, 2, 4 or 8 bits per voxel. */
	void clear(final int bitsPerVoxel) {
		bits = bitsPerVoxel;
		zeros = 0;
		ones = 0;
		twos = 0;
		threes = 0;
		if (bits > 2) Arrays.fill(flags, 0);
	}

	/**
	 * Notes a run of voxels.
	 *
	 * @param first the word in which the packed voxels of the block begin
	 */
	void add(final int[] words, final int first, final int firstVoxel,
		final int count)
	{
		int bit = firstVoxel * bits;
		final int end = bit + count * bits;
		while (bit < end) {
			// The rest of this word, or of the run.
			final int take = Math.min(32 - (bit & 31), end - bit);
			final int packed = words[first + (bit >>> 5)] >>> bit;
			final int mask = -1 >>> 32 - take;
			if (bits == 1) addBits(packed, mask);
			else if (bits == 2) addPairs(packed, mask);
			else if (bits == 4) addNibbles(packed, take);
			else addBytes(packed, take);
			bit += take;
		}
	}

	/** The entries 0 to 63 that were met, one bit each. */
	long low() {
		if (bits > 2) return flags[0];
		return (zeros == 0 ? 0 : 1) | (ones == 0 ? 0 : 2) | (twos == 0 ? 0 : 4) |
			(threes == 0 ? 0 : 8);
	}

	/** Whether an entry was met. */
	boolean contains(final int entry) {
		final long group = entry < Long.SIZE ? low() : flags[entry >>> 6];
		return (group >>> entry & 1) != 0;
	}

	private void addBits(final int packed, final int mask) {
		ones |= packed & mask;
		zeros |= ~packed & mask;
	}

	private void addPairs(final int packed, final int mask) {
		final int all = LOW_OF_PAIRS & mask;
		final int low = packed & all;
		final int high = packed >>> 1 & all;
		threes |= high & low;
		twos |= high & ~low;
		ones |= low & ~high;
		zeros |= all & ~(high | low);
	}

	private void addNibbles(final int packed, final int length) {
		long met = 0;
		for (int i = 0; i < length; i += 4)
			met |= 1L << (packed >>> i & 15);
		flags[0] |= met;
	}

	private void addBytes(final int packed, final int length) {
		for (int i = 0; i < length; i += 8) {
			final int entry = packed >>> i & 255;
			flags[entry >>> 6] |= 1L << entry;
		}
	}
}
