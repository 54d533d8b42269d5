// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.picture;

import java.lang.reflect.Array;
import java.util.DoubleSummaryStatistics;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

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

	/** What samples that have not 8 bits need to have them: {@link #of}. */
	public static Optional<IntensityRange> toEightBits(final PlaneStack stack) {
		return stack.dataType() == DataType.UINT8 ? Optional.empty() : Optional.of(
			of(stack));
	}

	/**
	 * From the least to the greatest sample of all channels and slices, those
	 * that are no finite number aside; a unit from the only one up, where there
	 * is but one.
	 */
	public static IntensityRange of(final PlaneStack stack) {
		final DoubleSummaryStatistics samples = new DoubleSummaryStatistics();
		for (int c = 0; c < stack.channels(); c++)
			for (int z = 0; z < stack.size().z(); z++) {
				final Object plane = stack.plane(c, z);
				final IntToDoubleFunction sample = sample(plane, stack.dataType());
				for (int i = 0; i < Array.getLength(plane); i++)
					if (Double.isFinite(sample.applyAsDouble(i))) samples.accept(sample
						.applyAsDouble(i));
			}
		if (samples.getCount() == 0) return new IntensityRange(0, 1);
		return samples.getMin() < samples.getMax() ? new IntensityRange(samples
			.getMin(), samples.getMax()) : new IntensityRange(samples.getMin(),
				samples.getMin() + Math.max(1, Math.ulp(samples.getMin())));
	}

	/**
	 * @param samples an array of the kind of {@link DataType#newArray}
	 * @return a new array of as many samples of 8 bits
	 */
	public byte[] toBytes(final Object samples, final DataType type) {
		final IntToDoubleFunction sample = sample(samples, type);
		final byte[] out = new byte[Array.getLength(samples)];
		for (int i = 0; i < out.length; i++)
			out[i] = toByte(sample.applyAsDouble(i));
		return out;
	}

	private byte toByte(final double sample) {
		final double share = (sample - min) / (max - min);
		return (byte) Math.round(Math.max(0, Math.min(1, share)) * 255);
	}

	private static IntToDoubleFunction sample(final Object samples,
		final DataType type)
	{
		return switch (type) {
			case UINT8 -> i -> ((byte[]) samples)[i] & 0xff;
			case INT8 -> i -> ((byte[]) samples)[i];
			case UINT16 -> i -> ((short[]) samples)[i] & 0xffff;
			case INT16 -> i -> ((short[]) samples)[i];
			case UINT32 -> i -> ((int[]) samples)[i] & 0xffffffffL;
			case INT32 -> i -> ((int[]) samples)[i];
			case UINT64 -> i -> unsigned(((long[]) samples)[i]);
			case INT64 -> i -> ((long[]) samples)[i];
			case FLOAT32 -> i -> ((float[]) samples)[i];
			case FLOAT64 -> i -> ((double[]) samples)[i];
		};
	}

	private static double unsigned(final long sample) {
		return sample < 0 ? (sample >>> 1) * 2.0 : sample;
	}
}
