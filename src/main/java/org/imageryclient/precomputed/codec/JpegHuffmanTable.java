// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.precomputed.codec;

import java.util.Arrays;

/**
 * One Huffman table of a JPEG stream. A look-up gives the code together with
 * the number that follows it, as an <em>entry</em>: the number in bits 16 … 31,
 * the zeros before it in bits 8 … 15, the bits that both take in bits 0 … 7.
 * Source: ITU-T T.81, annex C and F.2.
 */
final class JpegHuffmanTable {

	/** The bits that {@link #entries} are looked up by: they fill 8 KiB. */
	static final int LOOKUP_BITS = 11;

	/** Stands for the zeros before the end of a block. */
	static final int END_OF_BLOCK = 96;

	private static final int LONGEST_CODE = 16;

	/** Longer numbers are not baseline, and would not fit an entry. */
	private static final int MOST_BITS = 11;

	private final byte[] definition;

	private final boolean isDc;

	/** By length of the code: the first code that is longer, left-justified. */
	private final int[] limits = new int[LONGEST_CODE + 1];

	/** By length of the code: what to add to a code to get its value's place. */
	private final int[] places = new int[LONGEST_CODE + 1];

	private final int[] entries = new int[1 << LOOKUP_BITS];

	/**
	 * @param length as {@link #definitionLength} says
	 */
	JpegHuffmanTable(final byte[] stream, final int from, final int length,
		final boolean isDc)
	{
		this.isDc = isDc;
		definition = Arrays.copyOfRange(stream, from, from + length);
		int code = 0;
		int place = LONGEST_CODE;
		for (int bits = 1; bits <= LONGEST_CODE; bits++) {
			places[bits] = place - code;
			code += definition[bits - 1] & 0xff;
			place += definition[bits - 1] & 0xff;
			limits[bits] = code << LONGEST_CODE - bits;
			code <<= 1;
		}
		for (int i = 0; i < entries.length; i++) {
			final int entry = decode((long) i << Long.SIZE - LOOKUP_BITS);
			if ((entry & 0xff) <= LOOKUP_BITS) entries[i] = entry;
		}
	}

	/**
	 * The bytes of a table definition at {@code from}, or -1 if it is broken or
	 * reaches beyond {@code end}.
	 */
	static int definitionLength(final byte[] stream, final int from,
		final int end)
	{
		if (from + LONGEST_CODE > end) return -1;
		int values = 0;
		int free = 1;
		for (int i = 0; i < LONGEST_CODE; i++) {
			final int count = stream[from + i] & 0xff;
			values += count;
			free = 2 * free - count;
			if (free < 0) return -1;
		}
		return values <= 256 && from + LONGEST_CODE + values <= end ? LONGEST_CODE +
			values : -1;
	}

	boolean isDefinedBy(final byte[] stream, final int from, final int length) {
		return Arrays.equals(definition, 0, definition.length, stream, from, from +
			length);
	}

	/**
	 * Entries by the next {@link #LOOKUP_BITS} bits; 0 where those are not enough
	 * and {@link #decode} must be asked. Not to be changed.
	 */
	int[] entries() {
		return entries;
	}

	/**
	 * The entry for the next bits of a stream.
	 *
	 * @param bits left-justified, at least 27 of them
	 * @return 0 if no code begins like this
	 */
	int decode(final long bits) {
		final int next = (int) (bits >>> Long.SIZE - LONGEST_CODE);
		int length = 1;
		while (length <= LONGEST_CODE && next >= limits[length])
			length++;
		if (length > LONGEST_CODE) return 0;
		final int value = definition[places[length] + (next >>> LONGEST_CODE -
			length)] & 0xff;
		final int run = isDc ? 0 : value == 0 ? END_OF_BLOCK : value >> 4;
		final int size = isDc ? value : value & 0xf;
		if (size > MOST_BITS) return 0;
		return number(bits << length, size) << 16 | run << 8 | length + size;
	}

	/** Figure F.12: numbers that begin with a 0 bit are negative. */
	private static int number(final long bits, final int size) {
		if (size == 0) return 0;
		final int number = (int) (bits >>> Long.SIZE - size);
		return number < 1 << size - 1 ? number - (1 << size) + 1 : number;
	}
}
