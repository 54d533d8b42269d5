// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.ij;

import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

import java.util.function.IntToDoubleFunction;

import org.imageryclient.Unsupported;
import org.imageryclient.precomputed.DataType;

/**
 * How samples become those that ImageJ has: unsigned 8 and 16 bits, and 32-bit
 * floats. 8 and 16 bits and float32 keep their arrays; int16 becomes ImageJ's
 * signed 16 bits, which are shifted by 32768; all else becomes floats.
 */
final class ImageJSamples {

	/** What becomes of values that no 32-bit float equals. */
	enum Rounding {
			/** They are refused. */
			REFUSED,
			/** They become the nearest float. */
			NEAREST
	}

	private final DataType type;
	private final Rounding rounding;

	ImageJSamples(final DataType type, final Rounding rounding) {
		this.type = type;
		this.rounding = rounding;
	}

	/** 8, 16 or 32. */
	int bitDepth() {
		return switch (type) {
			case UINT8 -> 8;
			case UINT16, INT16 -> 16;
			default -> 32;
		};
	}

	/** Whether a pixel value is the sample plus 32768. */
	boolean isShifted() {
		return type == DataType.INT16;
	}

	/**
	 * Pixels of the kind that ImageJ wants: {@code samples} itself where they
	 * are.
	 *
	 * @throws Unsupported if a value would change and that is refused
	 */
	Object pixels(final Object samples) {
		return switch (type) {
			case UINT8, UINT16, FLOAT32 -> samples;
			case INT16 -> shifted((short[]) samples);
			case INT8 -> floats(((byte[]) samples).length,
				i -> ((byte[]) samples)[i]);
			case INT32 -> floats(((int[]) samples).length, i -> ((int[]) samples)[i]);
			case UINT32 -> floats(((int[]) samples).length,
				i -> ((int[]) samples)[i] & 0xffffffffL);
			case FLOAT64 -> floats(((double[]) samples).length,
				i -> ((double[]) samples)[i]);
			case INT64, UINT64 -> floats((long[]) samples);
		};
	}

	ImageProcessor processor(final int width, final int height,
		final Object pixels)
	{
		return switch (bitDepth()) {
			case 8 -> new ByteProcessor(width, height, (byte[]) pixels);
			case 16 -> new ShortProcessor(width, height, (short[]) pixels, null);
			default -> new FloatProcessor(width, height, (float[]) pixels);
		};
	}

	private static short[] shifted(final short[] samples) {
		final short[] out = new short[samples.length];
		for (int i = 0; i < out.length; i++)
			out[i] = (short) (samples[i] ^ 0x8000);
		return out;
	}

	private float[] floats(final int length, final IntToDoubleFunction sample) {
		final float[] out = new float[length];
		for (int i = 0; i < length; i++) {
			final double value = sample.applyAsDouble(i);
			out[i] = (float) value;
			if (out[i] != value && !Double.isNaN(value)) check(Double.toString(
				value));
		}
		return out;
	}

	/** Not through doubles, which hold 53 bits. */
	private float[] floats(final long[] samples) {
		final boolean unsigned = type == DataType.UINT64;
		final float[] out = new float[samples.length];
		for (int i = 0; i < out.length; i++) {
			final long value = samples[i];
			final boolean isHuge = unsigned && value < 0;
			out[i] = isHuge ? (float) ((value >>> 1 | value & 1) * 2.0) : value;
			final boolean isExact = isHuge ? out[i] < 0x1p64f && (long) (out[i] / 2) *
				2 == value : out[i] < 0x1p63f && (long) out[i] == value;
			if (!isExact) check(unsigned ? Long.toUnsignedString(value) : Long
				.toString(value));
		}
		return out;
	}

	private void check(final String value) {
		if (rounding == Rounding.REFUSED) throw new Unsupported(
			"Expected values that ImageJ's 32-bit floats hold exactly but the " + type
				.word() + " imagery has " + value +
				"; try rounding to the nearest float, a range for 8 bits, or, for ids, opening it as a segmentation.");
	}
}
