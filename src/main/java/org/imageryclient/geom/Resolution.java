// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.geom;

/**
 * The size of a voxel in nanometres along x, y, z. It may be fractional.
 *
 * @throws IllegalArgumentException if a size is not a finite number above zero
 */
public record Resolution(double x, double y, double z) {

	public Resolution {
		if (!isValid(x) || !isValid(y) || !isValid(z))
			throw new IllegalArgumentException(
				"Expected a resolution of three finite numbers of nm per voxel above 0 but got " +
					x + ", " + y + ", " + z + ".");
	}

	/**
	 * @param nmPerVoxel exactly three numbers
	 */
	public static Resolution of(final double... nmPerVoxel) {
		if (nmPerVoxel.length != 3) throw new IllegalArgumentException(
			"Expected a resolution of 3 numbers (x, y, z in nm per voxel) but got " +
				nmPerVoxel.length + ".");
		return new Resolution(nmPerVoxel[0], nmPerVoxel[1], nmPerVoxel[2]);
	}

	/** Nanometres per voxel along axis {@code d}: 0, 1, 2 for x, y, z. */
	public double get(final int d) {
		return switch (d) {
			case 0 -> x;
			case 1 -> y;
			case 2 -> z;
			default -> throw new IndexOutOfBoundsException(
				"Expected an axis 0, 1 or 2 but got " + d + ".");
		};
	}

	public double[] toArray() {
		return new double[] { x, y, z };
	}

	/** {@code 4 x 4 x 40 nm}; whole numbers without a decimal point. */
	@Override
	public String toString() {
		return plain(x) + " x " + plain(y) + " x " + plain(z) + " nm";
	}

	private static boolean isValid(final double nm) {
		return nm > 0 && nm < Double.POSITIVE_INFINITY;
	}

	private static String plain(final double nm) {
		return nm == Math.rint(nm) && nm < 1e15 ? Long.toString((long) nm) : Double
			.toString(nm);
	}
}
