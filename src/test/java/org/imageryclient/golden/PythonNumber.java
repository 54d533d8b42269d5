// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.golden;

import java.math.BigInteger;

/** A number as Python reads it: whole or real by the way it is written. */
final class PythonNumber {

	private PythonNumber() {}

	/** An {@code Integer}, {@code Long}, {@code BigInteger} or {@code Double}. */
	static Number of(final String literal) {
		if (!literal.matches("-?\\d+")) return Double.valueOf(literal);
		final BigInteger whole = new BigInteger(literal);
		if (whole.bitLength() < 32) return whole.intValue();
		return whole.bitLength() < 64 ? whole.longValue() : whole;
	}
}
