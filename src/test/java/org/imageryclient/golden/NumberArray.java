// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.golden;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.function.LongUnaryOperator;
import java.util.stream.Collectors;

/**
 * Numbers on a grid, the first axis fastest. Whole numbers are exact over the
 * whole range of int64 and uint64, so that comparing a label array never
 * depends on the type in which one side stored it.
 */
final class NumberArray {

	/** How the 64 bits of an element are to be read. */
	enum Kind {
			SIGNED, UNSIGNED, REAL
	}

	private final int[] shape;
	private final Kind kind;
	private final long[] bits;

	private NumberArray(final int[] shape, final Kind kind, final long[] bits) {
		if (product(shape) != bits.length) throw new IllegalArgumentException(
			"Expected " + product(shape) + " numbers for shape " + Arrays.toString(
				shape) + " but got " + bits.length + ".");
		this.shape = shape.clone();
		this.kind = kind;
		this.bits = bits;
	}

	/** Takes over {@code values}. */
	static NumberArray signed(final int[] shape, final long... values) {
		return new NumberArray(shape, Kind.SIGNED, values);
	}

	/** Takes over {@code values}, which are unsigned. */
	static NumberArray unsigned(final int[] shape, final long... values) {
		return new NumberArray(shape, Kind.UNSIGNED, values);
	}

	static NumberArray real(final int[] shape, final double... values) {
		return new NumberArray(shape, Kind.REAL, Arrays.stream(values).mapToLong(
			Double::doubleToRawLongBits).toArray());
	}

	/**
	 * Takes over {@code bits}: doubles as raw bits where {@code kind} is real.
	 */
	static NumberArray of(final int[] shape, final Kind kind, final long[] bits) {
		return new NumberArray(shape, kind, bits);
	}

	static NumberArray empty() {
		return signed(new int[] { 0 });
	}

	int[] shape() {
		return shape.clone();
	}

	int size() {
		return bits.length;
	}

	/** The same numbers under a shape of the same size. */
	NumberArray reshape(final int... newShape) {
		return new NumberArray(newShape, kind, bits);
	}

	/**
	 * Whether element {@code i} and element {@code i} of {@code other} are the
	 * same number, or at most {@code tolerance} apart. NaN equals NaN.
	 */
	boolean matches(final int i, final NumberArray other,
		final double tolerance)
	{
		if (bits[i] == other.bits[i] && kind == other.kind) return true;
		if (kind == Kind.REAL || other.kind == Kind.REAL) {
			final double a = approximate(i);
			final double b = other.approximate(i);
			if (!Double.isFinite(a) || !Double.isFinite(b)) return Double.compare(a,
				b) == 0;
		}
		else if (bits[i] >= 0 && other.bits[i] >= 0) return Math.abs(bits[i] -
			other.bits[i]) <= tolerance;
		return exact(i).subtract(other.exact(i)).abs().compareTo(new BigDecimal(
			tolerance)) <= 0;
	}

	/** The same array with another whole number in the place of each. */
	NumberArray mapped(final LongUnaryOperator number) {
		return new NumberArray(shape, kind, Arrays.stream(bits).map(number)
			.toArray());
	}

	/** Element {@code i} for a message. */
	String text(final int i) {
		return switch (kind) {
			case SIGNED -> Long.toString(bits[i]);
			case UNSIGNED -> Long.toUnsignedString(bits[i]);
			case REAL -> Double.toString(Double.longBitsToDouble(bits[i]));
		};
	}

	/** Where element {@code i} is: {@code [12, 3, 0]}. */
	String position(final int i) {
		final int[] at = new int[shape.length];
		int rest = i;
		for (int d = 0; d < shape.length; d++) {
			at[d] = rest % shape[d];
			rest /= shape[d];
		}
		return Arrays.toString(at);
	}

	/** {@code 80 x 90 x 4}. */
	static String describe(final int[] shape) {
		return shape.length == 0 ? "a single number" : Arrays.stream(shape)
			.mapToObj(Integer::toString).collect(Collectors.joining(" x "));
	}

	static int product(final int[] shape) {
		return Arrays.stream(shape).reduce(1, Math::multiplyExact);
	}

	private double approximate(final int i) {
		return switch (kind) {
			case SIGNED, UNSIGNED -> exact(i).doubleValue();
			case REAL -> Double.longBitsToDouble(bits[i]);
		};
	}

	private BigDecimal exact(final int i) {
		return switch (kind) {
			case SIGNED -> BigDecimal.valueOf(bits[i]);
			case UNSIGNED -> new BigDecimal(new BigInteger(Long.toUnsignedString(
				bits[i])));
			case REAL -> new BigDecimal(Double.longBitsToDouble(bits[i]));
		};
	}
}
