// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.table;

import org.imageryclient.precomputed.DataType;

/**
 * Sums of samples, many at once, for means. Samples of 8 and 16 bits are summed
 * exactly. For all others the error of every addition is kept and added at the
 * end (Neumaier 1974), so that the sum of many is as good as that of few.
 */
final class SampleSums {

	private final DataType type;
	private final long[] exact;
	private final double[] sums;
	private final double[] errors;

	/**
	 * @param count how many sums
	 */
	SampleSums(final DataType type, final int count) {
		this.type = type;
		final boolean isExact = type.byteLength() <= Short.BYTES;
		exact = new long[isExact ? count : 0];
		sums = new double[isExact ? 0 : count];
		errors = new double[sums.length];
	}

	/**
	 * Adds a stretch of samples to one sum.
	 *
	 * @param samples of the kind of {@link DataType#newArray}
	 */
	void add(final int sum, final Object samples, final int from, final int to) {
		switch (type) {
			case UINT8 -> exact[sum] += sum((byte[]) samples, from, to, 0xff);
			case INT8 -> exact[sum] += sum((byte[]) samples, from, to, -1);
			case UINT16 -> exact[sum] += sum((short[]) samples, from, to, 0xffff);
			case INT16 -> exact[sum] += sum((short[]) samples, from, to, -1);
			case UINT32 -> add(sum, sum((int[]) samples, from, to, 0xffffffffL));
			case INT32 -> add(sum, sum((int[]) samples, from, to, -1));
			case UINT64, INT64 -> add(sum, (long[]) samples, from, to);
			case FLOAT32 -> add(sum, (float[]) samples, from, to);
			case FLOAT64 -> add(sum, (double[]) samples, from, to);
		}
	}

	/** A sum divided by a number of samples. */
	double mean(final int sum, final long count) {
		if (exact.length > 0) return (double) exact[sum] / count;
		final double total = sums[sum];
		return (Double.isFinite(total) ? total + errors[sum] : total) / count;
	}

	private static long sum(final byte[] samples, final int from, final int to,
		final int mask)
	{
		long total = 0;
		for (int i = from; i < to; i++)
			total += samples[i] & mask;
		return total;
	}

	private static long sum(final short[] samples, final int from, final int to,
		final int mask)
	{
		long total = 0;
		for (int i = from; i < to; i++)
			total += samples[i] & mask;
		return total;
	}

	private static long sum(final int[] samples, final int from, final int to,
		final long mask)
	{
		long total = 0;
		for (int i = from; i < to; i++)
			total += samples[i] & mask;
		return total;
	}

	private void add(final int sum, final long[] samples, final int from,
		final int to)
	{
		for (int i = from; i < to; i++)
			add(sum, type == DataType.UINT64 && samples[i] < 0 ? (samples[i] >>> 1 |
				samples[i] & 1) * 2.0 : samples[i]);
	}

	private void add(final int sum, final float[] samples, final int from,
		final int to)
	{
		for (int i = from; i < to; i++)
			add(sum, samples[i]);
	}

	private void add(final int sum, final double[] samples, final int from,
		final int to)
	{
		for (int i = from; i < to; i++)
			add(sum, samples[i]);
	}

	private void add(final int sum, final double value) {
		final double before = sums[sum];
		final double after = before + value;
		errors[sum] += Math.abs(before) >= Math.abs(value) ? before - after + value
			: value - after + before;
		sums[sum] = after;
	}
}
