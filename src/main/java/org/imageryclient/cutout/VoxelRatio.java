// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.cutout;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * How many source voxels a target voxel is long, as an exact fraction. A centre
 * that lies on the border of two voxels (every factor of two has such) then
 * always belongs to the upper one; with doubles, 9.2 nm over 4.6 nm would fall on
 * one side here and on the other there.
 */
record VoxelRatio(BigInteger numerator, BigInteger denominator) {

	/** As for coordinates in general: what doubles hold exactly. */
	private static final int MOST_BITS = 53;

	/**
	 * @param target nm per voxel; taken as the decimal number that was written
	 * @param source nm per voxel
	 */
	static VoxelRatio of(final double target, final double source) {
		final BigDecimal t = new BigDecimal(Double.toString(target));
		final BigDecimal s = new BigDecimal(Double.toString(source));
		final int digits = Math.max(0, Math.max(t.scale(), s.scale()));
		final BigInteger n = t.movePointRight(digits).toBigIntegerExact();
		final BigInteger d = s.movePointRight(digits).toBigIntegerExact();
		final BigInteger common = n.gcd(d);
		return new VoxelRatio(n.divide(common), d.divide(common));
	}

	/** The source voxel that covers the centre of target voxel {@code index}. */
	long sourceOfCentre(final long index) {
		if (numerator.equals(denominator)) return index;
		final BigInteger centreTwice = BigInteger.valueOf(index).shiftLeft(1).add(
			BigInteger.ONE).multiply(numerator);
		final BigInteger[] quotient = centreTwice.divideAndRemainder(denominator
			.shiftLeft(1));
		if (quotient[0].bitLength() > MOST_BITS) throw new IllegalArgumentException(
			"Expected coordinates within ±2^53 voxels of the volume but voxel " +
				index + " is its voxel " + quotient[0] + "; try a smaller one.");
		final long towardZero = quotient[0].longValue();
		return quotient[1].signum() < 0 ? towardZero - 1 : towardZero;
	}
}
