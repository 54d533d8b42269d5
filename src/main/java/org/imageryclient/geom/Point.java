// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.geom;

/**
 * Three coordinates along x, y, z, which may be fractional: a place, or a size,
 * as people give it.
 *
 * @throws IllegalArgumentException if a coordinate is NaN, infinite, or beyond
 *           ±2<sup>53</sup>, where doubles begin to skip whole numbers
 */
public record Point(double x, double y, double z) {

	private static final double LIMIT = 1L << 53;

	public Point {
		if (!isValid(x) || !isValid(y) || !isValid(z))
			throw new IllegalArgumentException(
				"Expected three finite coordinates within ±2^53 but got " + x + ", " +
					y + ", " + z + ".");
	}

	/**
	 * @throws IllegalArgumentException if there are not exactly three
	 */
	public static Point of(final double... xyz) {
		if (xyz.length != 3) throw new IllegalArgumentException(
			"Expected a point of 3 numbers (x, y, z) but got " + xyz.length + ".");
		return new Point(xyz[0], xyz[1], xyz[2]);
	}

	/** The coordinate along axis {@code d}: 0, 1, 2 for x, y, z. */
	public double get(final int d) {
		return switch (d) {
			case 0 -> x;
			case 1 -> y;
			case 2 -> z;
			default -> throw new IndexOutOfBoundsException(
				"Expected an axis 0, 1 or 2 but got " + d + ".");
		};
	}

	public Point min(final Point other) {
		return new Point(Math.min(x, other.x), Math.min(y, other.y), Math.min(z,
			other.z));
	}

	public Point max(final Point other) {
		return new Point(Math.max(x, other.x), Math.max(y, other.y), Math.max(z,
			other.z));
	}

	public double[] toArray() {
		return new double[] { x, y, z };
	}

	/** {@code 5319, 8677, 1201.5}; whole numbers without a decimal point. */
	@Override
	public String toString() {
		return plain(x) + ", " + plain(y) + ", " + plain(z);
	}

	private static boolean isValid(final double c) {
		return Math.abs(c) <= LIMIT;
	}

	private static String plain(final double c) {
		return c == Math.rint(c) ? Long.toString((long) c) : Double.toString(c);
	}
}
