// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.golden;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.BooleanType;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedLongType;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;

import org.imageryclient.golden.NumberArray.Kind;

/** ImgLib2's images as arrays to compare: x fastest in both. */
final class ImageNumbers {

	private ImageNumbers() {}

	/** The samples of an image of any number type, or 0 and 1 of a mask. */
	static NumberArray of(final RandomAccessibleInterval<?> image) {
		final long[] bits = new long[Math.toIntExact(count(image))];
		if (bits.length == 0) return NumberArray.signed(shape(image));
		Kind kind = Kind.SIGNED;
		int i = 0;
		for (final Object sample : Views.flatIterable(image)) {
			kind = kind(sample);
			bits[i++] = bits(sample);
		}
		return NumberArray.of(shape(image), kind, bits);
	}

	private static Kind kind(final Object sample) {
		if (sample instanceof UnsignedLongType) return Kind.UNSIGNED;
		return sample instanceof IntegerType || sample instanceof BooleanType
			? Kind.SIGNED : Kind.REAL;
	}

	private static long bits(final Object sample) {
		if (sample instanceof UnsignedLongType id) return id.getLong();
		if (sample instanceof IntegerType<?> whole) return whole.getIntegerLong();
		if (sample instanceof BooleanType<?> is) return is.get() ? 1 : 0;
		return Double.doubleToRawLongBits(((RealType<?>) sample).getRealDouble());
	}

	private static int[] shape(final RandomAccessibleInterval<?> image) {
		final int[] shape = new int[image.numDimensions()];
		for (int d = 0; d < shape.length; d++)
			shape[d] = Math.toIntExact(image.dimension(d));
		return shape;
	}

	private static long count(final RandomAccessibleInterval<?> image) {
		return Intervals.numElements(image);
	}
}
