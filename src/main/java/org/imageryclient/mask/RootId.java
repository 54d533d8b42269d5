// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.mask;

import java.math.BigInteger;

/**
 * Ids as people and scripts give them: unsigned 64-bit whole numbers, in
 * decimal, kept in a Java {@code long} bit for bit.
 */
public final class RootId {

	private RootId() {}

	/**
	 * The id that a whole number or a decimal string names. Jython gives
	 * {@code BigInteger}, macros give strings.
	 *
	 * @param id a {@code Byte}, {@code Short}, {@code Integer}, {@code Long},
	 *          {@code BigInteger}, or their decimal digits as text, spaces around
	 *          them allowed
	 * @throws IllegalArgumentException for a sign, a fraction, anything above
	 *           2<sup>64</sup> − 1, and for floating-point numbers, which cannot
	 *           hold every id
	 */
	public static long parse(final Object id) {
		if (id instanceof Double || id instanceof Float)
			throw new IllegalArgumentException(
				"Expected an id as a whole number or decimal text but got the floating-point number " +
					id + ", which cannot hold every 64-bit id; try text.");
		final String digits = String.valueOf(id).trim();
		if (digits.isEmpty() || !digits.chars().allMatch(c -> c >= '0' && c <= '9'))
			throw new IllegalArgumentException(
				"Expected an id as an unsigned decimal number but got \"" + id + "\".");
		try {
			return Long.parseUnsignedLong(digits);
		}
		catch (final NumberFormatException e) {
			throw new IllegalArgumentException(
				"Expected an id of at most 18446744073709551615 but got " + id + ".",
				e);
		}
	}

	/** The unsigned number, as scripts want it. */
	public static BigInteger toBigInteger(final long id) {
		return new BigInteger(Long.toUnsignedString(id));
	}
}
