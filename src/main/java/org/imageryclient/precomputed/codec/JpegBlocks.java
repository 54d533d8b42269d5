// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.precomputed.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A few JPEG blocks on their way from coefficients to samples, side by side:
 * the inverse transform is libjpeg's {@code jidctint.c} (islow), one step for
 * all columns of all blocks after the other.
 * <p>
 * Each step is a loop of its own over whole rows with constant distances, since
 * that is what the JDK's compiler turns into vector instructions: five times as
 * fast as block by block. All is modulo 2³², so that the order of sums is free.
 * </p>
 */
final class JpegBlocks {

	/**
	 * Blocks that are worked on at once: they fit the processor's first cache.
	 */
	static final int LANES = 16;

	/** From one row of coefficients to the next: 8 columns of all blocks. */
	private static final int ROW = 8 * LANES;

	/** Constants of the transform, times 2¹³. */
	private static final int SHIFT = 13;

	private static final int C_0_541 = 4433;

	private static final int C_0_765 = 6270;

	private static final int C_1_847 = 15137;

	private static final int C_0_298 = 2446;

	private static final int C_2_053 = 16819;

	private static final int C_3_072 = 25172;

	private static final int C_1_501 = 12299;

	/** Of all four odd inputs, and of pairs of them. */
	private static final int ALL = 9633;

	private static final int P71 = -7373;

	private static final int P53 = -20995;

	private static final int P73 = -16069;

	private static final int P51 = -3196;

	/** Two bits more than the samples are kept between the passes. */
	private static final int COLUMN_SHIFT = SHIFT - 2;

	private static final int COLUMN_ROUND = 1 << COLUMN_SHIFT - 1;

	private static final int ROW_SHIFT = SHIFT + 5;

	/** Samples are unsigned: 128 is the middle. */
	private static final int ROW_ROUND = (1 << ROW_SHIFT - 1) +
		(128 << ROW_SHIFT);

	/** Where {@link #finish} leaves the eight outputs. */
	private static final int[] OUTPUT_ROWS = { 0, 4, 6, 2, 8, 9, 10, 11 };

	private static final VarHandle LITTLE_ENDIAN = MethodHandles
		.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

	/** Eight rows, and four for the odd half. */
	private final int[] columns = new int[12 * ROW];

	private final int[] rows = new int[12 * ROW];

	/**
	 * Coefficient row, column of block {@code i} is at
	 * {@code (row * 8 + column) * LANES + i}.
	 */
	int[] coefficients() {
		return columns;
	}

	/** Sets all coefficients to 0. */
	void clear() {
		Arrays.fill(columns, 0, 8 * ROW, 0);
	}

	/** Makes samples of the coefficients. */
	void transform() {
		halves(columns);
		finishColumns(columns);
		for (int row = 0; row < 8; row++) {
			final int from = OUTPUT_ROWS[row] * ROW;
			for (int column = 0; column < 8; column++)
				System.arraycopy(columns, from + column * LANES, rows, column * ROW +
					row * LANES, LANES);
		}
		halves(rows);
		finishRows(rows);
		clamp(rows);
		packLeft(rows);
		packRight(rows);
	}

	/**
	 * Copies samples to a picture that the blocks cover row by row.
	 *
	 * @param first the number of the first of these blocks in the picture
	 */
	void copyTo(final byte[] picture, final int width, final int height,
		final int first, final int count)
	{
		final int across = (width + 7) / 8;
		for (int i = 0; i < count; i++) {
			final int x = (first + i) % across * 8;
			final int y = (first + i) / across * 8;
			final int lines = Math.min(8, height - y);
			int to = y * width + x;
			for (int line = 0; line < lines; line++) {
				final int left = rows[line * LANES + i];
				final int right = rows[ROW + line * LANES + i];
				if (x + 8 <= width) {
					LITTLE_ENDIAN.set(picture, to, left);
					LITTLE_ENDIAN.set(picture, to + 4, right);
				}
				else for (int k = 0; k < width - x; k++)
					picture[to + k] = (byte) ((k < 4 ? left : right) >>> k % 4 * 8);
				to += width;
			}
		}
	}

	/** Both halves: even in rows 0, 2, 4, 6, odd in rows 8 … 11. */
	private static void halves(final int[] a) {
		evenSum(a);
		evenRotation(a);
		evenOuter(a);
		evenInner(a);
		odd3(a);
		odd2(a);
		odd1(a);
		odd0(a);
	}

	private static void evenSum(final int[] a) {
		for (int i = 0; i < ROW; i++) {
			final int p = a[i];
			final int q = a[4 * ROW + i];
			a[i] = p + q;
			a[4 * ROW + i] = p - q;
		}
	}

	private static void evenRotation(final int[] a) {
		for (int i = 0; i < ROW; i++) {
			final int p = a[2 * ROW + i];
			final int q = a[6 * ROW + i];
			final int both = (p + q) * C_0_541;
			a[2 * ROW + i] = both + p * C_0_765;
			a[6 * ROW + i] = both - q * C_1_847;
		}
	}

	private static void evenOuter(final int[] a) {
		for (int i = 0; i < ROW; i++) {
			final int p = a[i] << SHIFT;
			final int q = a[2 * ROW + i];
			a[i] = p + q;
			a[2 * ROW + i] = p - q;
		}
	}

	private static void evenInner(final int[] a) {
		for (int i = 0; i < ROW; i++) {
			final int p = a[4 * ROW + i] << SHIFT;
			final int q = a[6 * ROW + i];
			a[4 * ROW + i] = p + q;
			a[6 * ROW + i] = p - q;
		}
	}

	private static void odd3(final int[] a) {
		for (int i = 0; i < ROW; i++)
			a[8 * ROW + i] = a[7 * ROW + i] * (C_0_298 + P71 + P73 + ALL) + a[5 *
				ROW + i] * ALL + a[3 * ROW + i] * (P73 + ALL) + a[ROW + i] * (P71 +
					ALL);
	}

	private static void odd2(final int[] a) {
		for (int i = 0; i < ROW; i++)
			a[9 * ROW + i] = a[7 * ROW + i] * ALL + a[5 * ROW + i] * (C_2_053 + P53 +
				P51 + ALL) + a[3 * ROW + i] * (P53 + ALL) + a[ROW + i] * (P51 + ALL);
	}

	private static void odd1(final int[] a) {
		for (int i = 0; i < ROW; i++)
			a[10 * ROW + i] = a[7 * ROW + i] * (P73 + ALL) + a[5 * ROW + i] * (P53 +
				ALL) + a[3 * ROW + i] * (C_3_072 + P53 + P73 + ALL) + a[ROW + i] * ALL;
	}

	private static void odd0(final int[] a) {
		for (int i = 0; i < ROW; i++)
			a[11 * ROW + i] = a[7 * ROW + i] * (P71 + ALL) + a[5 * ROW + i] * (P51 +
				ALL) + a[3 * ROW + i] * ALL + a[ROW + i] * (C_1_501 + P71 + P51 + ALL);
	}

	private static void finishColumns(final int[] a) {
		for (int i = 0; i < ROW; i++) {
			final int p = a[i] + COLUMN_ROUND;
			final int q = a[11 * ROW + i];
			a[i] = p + q >> COLUMN_SHIFT;
			a[11 * ROW + i] = p - q >> COLUMN_SHIFT;
		}
		for (int i = 0; i < ROW; i++) {
			final int p = a[4 * ROW + i] + COLUMN_ROUND;
			final int q = a[10 * ROW + i];
			a[4 * ROW + i] = p + q >> COLUMN_SHIFT;
			a[10 * ROW + i] = p - q >> COLUMN_SHIFT;
		}
		for (int i = 0; i < ROW; i++) {
			final int p = a[6 * ROW + i] + COLUMN_ROUND;
			final int q = a[9 * ROW + i];
			a[6 * ROW + i] = p + q >> COLUMN_SHIFT;
			a[9 * ROW + i] = p - q >> COLUMN_SHIFT;
		}
		for (int i = 0; i < ROW; i++) {
			final int p = a[2 * ROW + i] + COLUMN_ROUND;
			final int q = a[8 * ROW + i];
			a[2 * ROW + i] = p + q >> COLUMN_SHIFT;
			a[8 * ROW + i] = p - q >> COLUMN_SHIFT;
		}
	}

	private static void finishRows(final int[] a) {
		for (int i = 0; i < ROW; i++) {
			final int p = a[i] + ROW_ROUND;
			final int q = a[11 * ROW + i];
			a[i] = p + q >> ROW_SHIFT;
			a[11 * ROW + i] = p - q >> ROW_SHIFT;
		}
		for (int i = 0; i < ROW; i++) {
			final int p = a[4 * ROW + i] + ROW_ROUND;
			final int q = a[10 * ROW + i];
			a[4 * ROW + i] = p + q >> ROW_SHIFT;
			a[10 * ROW + i] = p - q >> ROW_SHIFT;
		}
		for (int i = 0; i < ROW; i++) {
			final int p = a[6 * ROW + i] + ROW_ROUND;
			final int q = a[9 * ROW + i];
			a[6 * ROW + i] = p + q >> ROW_SHIFT;
			a[9 * ROW + i] = p - q >> ROW_SHIFT;
		}
		for (int i = 0; i < ROW; i++) {
			final int p = a[2 * ROW + i] + ROW_ROUND;
			final int q = a[8 * ROW + i];
			a[2 * ROW + i] = p + q >> ROW_SHIFT;
			a[8 * ROW + i] = p - q >> ROW_SHIFT;
		}
	}

	/** To 0 … 255. Rows that hold no output are clamped as well. */
	private static void clamp(final int[] a) {
		for (int i = 0; i < 12 * ROW; i++) {
			final int atLeast0 = a[i] & ~(a[i] >> 31);
			a[i] = (atLeast0 | 255 - atLeast0 >> 31) & 255;
		}
	}

	/** Four samples to an int, into row 0. */
	private static void packLeft(final int[] a) {
		for (int i = 0; i < ROW; i++)
			a[i] = a[i] | a[4 * ROW + i] << 8 | a[6 * ROW + i] << 16 | a[2 * ROW +
				i] << 24;
	}

	/** The other four, into row 1. */
	private static void packRight(final int[] a) {
		for (int i = 0; i < ROW; i++)
			a[ROW + i] = a[8 * ROW + i] | a[9 * ROW + i] << 8 | a[10 * ROW +
				i] << 16 | a[11 * ROW + i] << 24;
	}
}
