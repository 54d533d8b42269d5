// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.precomputed.codec;

import java.util.Arrays;
import java.util.Optional;

/**
 * Decodes the JPEG streams that imagery is stored in: baseline, grey, 8 bits,
 * one scan. Whatever else a stream holds or lacks, it leaves to
 * {@link JpegDecoder}, which then also says what is wrong with it. Samples are
 * those of libjpeg's default (islow) decoder, bit by bit.
 * <p>
 * The JDK's decoder calls back for each row of a picture, and chunks are
 * pictures of many short rows; it is also as fast or slow as the libjpeg that
 * it was built with. Source: ITU-T T.81, annex B, F and K.
 * </p>
 * <p>
 * Keeps buffers and tables for the next stream, so that one belongs to one
 * thread.
 * </p>
 */
final class BaselineJpeg {

	private static final int BASELINE_FRAME = 0xc0;

	private static final int HUFFMAN_TABLES = 0xc4;

	private static final int QUANTIZATION_TABLES = 0xdb;

	private static final int START_OF_SCAN = 0xda;

	private static final int COMMENT = 0xfe;

	private static final int FIRST_APP = 0xe0;

	private static final int LAST_APP = 0xef;

	private static final int TABLE_SLOTS = 4;

	private static final int BLOCK = 64;

	private final int[][] quantization = new int[TABLE_SLOTS][];

	private final JpegHuffmanTable[] dc = new JpegHuffmanTable[TABLE_SLOTS];

	private final JpegHuffmanTable[] ac = new JpegHuffmanTable[TABLE_SLOTS];

	/** Whether this stream defined the table, rather than an earlier one. */
	private final boolean[] isDefined = new boolean[3 * TABLE_SLOTS];

	private final JpegEntropyDecoder entropy = new JpegEntropyDecoder();

	private final JpegBlocks blocks = new JpegBlocks();

	private byte[] stream = new byte[0];

	private int width;

	private int height;

	private int quantizationSlot;

	/**
	 * @param jpeg a stream whose segments up to the scan are whole, as
	 *          {@link JpegHeader} has found
	 * @return the samples row by row, or nothing if the stream is of another kind
	 *         or not quite right
	 */
	Optional<byte[]> decode(final byte[] jpeg) {
		stream = jpeg;
		width = 0;
		Arrays.fill(isDefined, false);
		int position = 2;
		while (position + 4 <= stream.length && at(position) == 0xff) {
			final int code = at(position + 1);
			final int from = position + 4;
			final int end = position + 2 + u16(position + 2);
			if (end < from || end > stream.length) return Optional.empty();
			if (code == START_OF_SCAN) return decodeScan(from, end);
			if (!readSegment(code, from, end)) return Optional.empty();
			position = end;
		}
		return Optional.empty();
	}

	private boolean readSegment(final int code, final int from, final int end) {
		switch (code) {
			case BASELINE_FRAME:
				return readFrame(from, end);
			case QUANTIZATION_TABLES:
				return readQuantization(from, end);
			case HUFFMAN_TABLES:
				return readHuffman(from, end);
			default:
				return code == COMMENT || code >= FIRST_APP && code <= LAST_APP;
		}
	}

	private boolean readFrame(final int from, final int end) {
		if (end - from != 9 || at(from) != 8 || at(from + 5) != 1 || width != 0)
			return false;
		height = u16(from + 1);
		width = u16(from + 3);
		quantizationSlot = at(from + 8);
		return height > 0 && width > 0 && quantizationSlot < TABLE_SLOTS;
	}

	private boolean readQuantization(final int from, final int end) {
		int position = from;
		while (position < end) {
			// The high half says whether it has 16 bits, which baseline may not.
			final int slot = at(position++);
			if (slot >= TABLE_SLOTS || position + BLOCK > end) return false;
			final int[] table = new int[BLOCK];
			for (int k = 0; k < BLOCK; k++)
				table[k] = at(position + k);
			quantization[slot] = table;
			isDefined[slot] = true;
			position += BLOCK;
		}
		return true;
	}

	private boolean readHuffman(final int from, final int end) {
		int position = from;
		while (position < end) {
			final int slot = at(position) & 0xf;
			final int kind = at(position) >> 4;
			position++;
			if (slot >= TABLE_SLOTS || kind > 1) return false;
			final int length = JpegHuffmanTable.definitionLength(stream, position,
				end);
			if (length < 0) return false;
			final JpegHuffmanTable[] tables = kind == 0 ? dc : ac;
			// Most chunks of a volume have the same tables.
			if (tables[slot] == null || !tables[slot].isDefinedBy(stream, position,
				length)) tables[slot] = new JpegHuffmanTable(stream, position, length,
					kind == 0);
			isDefined[(1 + kind) * TABLE_SLOTS + slot] = true;
			position += length;
		}
		return true;
	}

	private Optional<byte[]> decodeScan(final int from, final int end) {
		final boolean isPlain = end - from == 6 && at(from) == 1 && at(from +
			3) == 0 && at(from + 4) == BLOCK - 1 && at(from + 5) == 0;
		if (width == 0 || !isPlain) return Optional.empty();
		final int dcSlot = at(from + 2) >> 4;
		final int acSlot = at(from + 2) & 0xf;
		if (dcSlot >= TABLE_SLOTS || acSlot >= TABLE_SLOTS ||
			!isDefined[quantizationSlot] || !isDefined[TABLE_SLOTS + dcSlot] ||
			!isDefined[2 * TABLE_SLOTS + acSlot]) return Optional.empty();
		entropy.begin(stream, end, dc[dcSlot], ac[acSlot],
			quantization[quantizationSlot]);
		final int columns = (width + 7) / 8;
		final int count = columns * ((height + 7) / 8);
		final byte[] samples = new byte[Math.multiplyExact(width, height)];
		for (int first = 0; first < count; first += JpegBlocks.LANES) {
			final int n = Math.min(JpegBlocks.LANES, count - first);
			blocks.clear();
			if (!entropy.decode(blocks.coefficients(), n)) return Optional.empty();
			blocks.transform();
			blocks.copyTo(samples, width, height, first, n);
		}
		return entropy.isAtEnd() ? Optional.of(samples) : Optional.empty();
	}

	private int at(final int position) {
		return stream[position] & 0xff;
	}

	private int u16(final int position) {
		return at(position) << 8 | at(position + 1);
	}
}
