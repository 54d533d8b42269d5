// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.geom;

import java.util.List;

/** Three whole numbers along x, y, z: a voxel, a size, or a place in a grid. */
public record Long3(long x, long y, long z) {

	public static final Long3 ZERO = new Long3(0, 0, 0);

	/**
	 * @param xyz exactly three numbers
	 * @throws IllegalArgumentException if there are not three
	 */
	public static Long3 of(final long... xyz) {
		if (xyz.length != 3) throw new IllegalArgumentException(
			"Expected 3 numbers (x, y, z) but got " + xyz.length + ".");
		return new Long3(xyz[0], xyz[1], xyz[2]);
	}

	/** The component along axis {@code d}: 0, 1, 2 for x, y, z. */
	public long get(final int d) {
		return switch (d) {
			case 0 -> x;
			case 1 -> y;
			case 2 -> z;
			default -> throw new IndexOutOfBoundsException(
				"Expected an axis 0, 1 or 2 but got " + d + ".");
		};
	}

	public Long3 plus(final Long3 other) {
		return new Long3(x + other.x, y + other.y, z + other.z);
	}

	public Long3 minus(final Long3 other) {
		return new Long3(x - other.x, y - other.y, z - other.z);
	}

	public Long3 times(final Long3 other) {
		return new Long3(x * other.x, y * other.y, z * other.z);
	}

	public Long3 min(final Long3 other) {
		return new Long3(Math.min(x, other.x), Math.min(y, other.y), Math.min(z,
			other.z));
	}

	public Long3 max(final Long3 other) {
		return new Long3(Math.max(x, other.x), Math.max(y, other.y), Math.max(z,
			other.z));
	}

	/**
	 * The product of the three, as for the number of voxels of a size.
	 *
	 * @throws ArithmeticException if it does not fit 64 bits
	 */
	public long product() {
		return Math.multiplyExact(Math.multiplyExact(x, y), z);
	}

	public long[] toArray() {
		return new long[] { x, y, z };
	}

	public List<Long> toList() {
		return List.of(x, y, z);
	}

	/** {@code 5319, 8677, 1201}. */
	@Override
	public String toString() {
		return x + ", " + y + ", " + z;
	}
}
