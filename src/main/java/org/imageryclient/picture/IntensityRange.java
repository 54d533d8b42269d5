// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.picture;

import org.imageryclient.precomputed.DataType;

/**
 * The samples that become 0 and 255 when imagery is converted to 8 bits; those
 * between are scaled and rounded, those beyond are clipped, and what is no
 * number becomes 0.
 *
 * @throws IllegalArgumentException unless {@code min} is below {@code max} and
 *           both are finite
 */
public record IntensityRange(double min, double max) {

	public IntensityRange {
		if (!(min < max) || Double.isInfinite(max - min))
			throw new IllegalArgumentException(
				"Expected a range from a finite number to a larger one but got " + min +
					" to " + max + ".");
	}

	/**
	 * @param samples an array of the kind of {@link DataType#newArray}
	 * @return a new array of as many samples of 8 bits
	 */
	public byte[] toBytes(final Object samples, final DataType type) {
		return switch (type) {
			case UINT8 -> map((byte[]) samples, 0xff);
			case INT8 -> map((byte[]) samples, -1);
			case UINT16 -> map((short[]) samples, 0xffff);
			case INT16 -> map((short[]) samples, -1);
			case UINT32 -> map((int[]) samples, 0xffffffffL);
			case INT32 -> map((int[]) samples, -1);
			case UINT64 -> map((long[]) samples, true);
			case INT64 -> map((long[]) samples, false);
			case FLOAT32 -> map((float[]) samples);
			case FLOAT64 -> map((double[]) samples);
		};
	}

	private byte toByte(final double sample) {
		final double share = (sample - min) / (max - min);
		return (byte) Math.round(Math.max(0, Math.min(1, share)) * 255);
	}

	private byte[] map(final byte[] samples, final int mask) {
		final byte[] out = new byte[samples.length];
		for (int i = 0; i < out.length; i++)
			out[i] = toByte(samples[i] & mask);
		return out;
	}

	private byte[] map(final short[] samples, final int mask) {
		final byte[] out = new byte[samples.length];
		for (int i = 0; i < out.length; i++)
			out[i] = toByte(samples[i] & mask);
		return out;
	}

	private byte[] map(final int[] samples, final long mask) {
		final byte[] out = new byte[samples.length];
		for (int i = 0; i < out.length; i++)
			out[i] = toByte(samples[i] & mask);
		return out;
	}

	private byte[] map(final long[] samples, final boolean unsigned) {
		final byte[] out = new byte[samples.length];
		for (int i = 0; i < out.length; i++)
			out[i] = toByte(unsigned && samples[i] < 0 ? (samples[i] >>> 1) * 2.0
				: samples[i]);
		return out;
	}

	private byte[] map(final float[] samples) {
		final byte[] out = new byte[samples.length];
		for (int i = 0; i < out.length; i++)
			out[i] = toByte(samples[i]);
		return out;
	}

	private byte[] map(final double[] samples) {
		final byte[] out = new byte[samples.length];
		for (int i = 0; i < out.length; i++)
			out[i] = toByte(samples[i]);
		return out;
	}
}
