// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.precomputed.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Reads the coefficients of the blocks of one scan. Source: ITU-T T.81, annex
 * F.2.
 */
final class JpegEntropyDecoder {

	private static final VarHandle BIG_ENDIAN = MethodHandles
		.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

	private static final VarHandle LITTLE_ENDIAN = MethodHandles
		.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

	private static final int SHIFT = Long.SIZE - JpegHuffmanTable.LOOKUP_BITS;

	/** Look-ups that the 57 bits of one load are always enough for. */
	private static final int LOOKUPS_PER_LOAD = 4;

	/** More than the bytes of the longest block, so that none reads too far. */
	private static final int PADDING = 64 * 4 + 16;

	private static final int END_OF_IMAGE = 0xd9;

	private static final long EACH_BYTE = 0x0101010101010101L;

	/** Where the k-th coefficient of a block goes: its row and column. */
	private static final int[] ZIGZAG = { 0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32,
		25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14, 21,
		28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59,
		52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63 };

	/** The scan without the zeros that are stuffed in after each 0xff. */
	private byte[] scan = new byte[0];

	private int length;

	private boolean endsImage;

	private JpegHuffmanTable dc;

	private JpegHuffmanTable ac;

	/** By k: the quantum in the high half, the place in the low half. */
	private final int[] targets = new int[ZIGZAG.length];

	private long position;

	private int lastDc;

	/**
	 * @param from the first byte of the scan's data
	 * @param quantization in zigzag order
	 */
	void begin(final byte[] stream, final int from, final JpegHuffmanTable dc,
		final JpegHuffmanTable ac, final int[] quantization)
	{
		this.dc = dc;
		this.ac = ac;
		for (int k = 0; k < targets.length; k++)
			targets[k] = quantization[k] << 16 | ZIGZAG[k] * JpegBlocks.LANES;
		position = 0;
		lastDc = 0;
		final int longest = stream.length - from + PADDING;
		if (scan.length < longest) scan = new byte[longest];
		unstuff(stream, from);
		Arrays.fill(scan, length, length + PADDING, (byte) 0);
	}

	/** Whether all was read, and the image ends there. */
	boolean isAtEnd() {
		return endsImage && position <= 8L * length && position > 8L * length - 8;
	}

	/**
	 * Reads the next {@code count} blocks.
	 *
	 * @param coefficients as {@link JpegBlocks#coefficients}, all zero; gets
	 *          quantized coefficients times their quantum
	 * @return whether the stream held them
	 */
	boolean decode(final int[] coefficients, final int count) {
		for (int i = 0; i < count; i++) {
			if (position > 8L * length || !decodeDc(coefficients, i) || !decodeAc(
				coefficients, i)) return false;
		}
		return true;
	}

	private boolean decodeDc(final int[] coefficients, final int lane) {
		final long bits = load(scan, position);
		int entry = dc.entries()[(int) (bits >>> SHIFT)];
		if (entry == 0) entry = dc.decode(bits);
		lastDc += entry >> 16;
		coefficients[lane] = lastDc * (targets[0] >>> 16);
		position += entry & 0xff;
		return entry != 0;
	}

	private boolean decodeAc(final int[] coefficients, final int lane) {
		final int[] entries = ac.entries();
		final int[] to = targets;
		final byte[] from = scan;
		long at = position;
		int k = 1;
		while (k < 64) {
			long bits = load(from, at);
			for (int n = 0; n < LOOKUPS_PER_LOAD && k < 64; n++) {
				int entry = entries[(int) (bits >>> SHIFT)];
				if (entry == 0) {
					if (n > 0) break;
					entry = ac.decode(bits);
					if (entry == 0) return false;
					n = LOOKUPS_PER_LOAD;
				}
				at += entry & 0xff;
				bits <<= entry;
				k += entry >> 8 & 0xff;
				if (k >= 64) {
					position = at;
					return k > JpegHuffmanTable.END_OF_BLOCK;
				}
				final int target = to[k++];
				coefficients[(target & 0xffff) + lane] = (entry >> 16) *
					(target >>> 16);
			}
		}
		position = at;
		return true;
	}

	/** At least 57 bits from a bit position, left-justified. */
	private static long load(final byte[] bytes, final long bit) {
		return (long) BIG_ENDIAN.get(bytes, (int) (bit >>> 3)) << (bit & 7);
	}

	/** Copies the scan up to the next marker, eight bytes at a time. */
	private void unstuff(final byte[] stream, final int from) {
		int in = from;
		int out = 0;
		while (in + 9 <= stream.length) {
			final long eight = (long) LITTLE_ENDIAN.get(stream, in);
			LITTLE_ENDIAN.set(scan, out, eight);
			final long ones = ~eight - EACH_BYTE & eight & EACH_BYTE << 7;
			if (ones == 0) {
				in += 8;
				out += 8;
				continue;
			}
			final int count = Long.numberOfTrailingZeros(ones) / 8 + 1;
			in += count;
			out += count;
			if (stream[in] != 0) {
				end(out - 1, stream[in]);
				return;
			}
			in++;
		}
		unstuffTail(stream, in, out);
	}

	private void unstuffTail(final byte[] stream, final int from,
		final int start)
	{
		int out = start;
		for (int in = from; in < stream.length; in++) {
			scan[out++] = stream[in];
			if (stream[in] != -1) continue;
			if (++in == stream.length || stream[in] != 0) {
				end(out - 1, in == stream.length ? 0 : stream[in]);
				return;
			}
		}
		end(out, 0);
	}

	private void end(final int scanLength, final int marker) {
		length = scanLength;
		endsImage = (marker & 0xff) == END_OF_IMAGE;
	}
}
