// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.n5;

import java.util.Locale;

import org.imageryclient.Unsupported;

/** Units of length as metadata of N5 and Zarr spell them. */
final class Units {

	private Units() {}

	/**
	 * How many nm a unit is.
	 *
	 * @param where the address, for messages
	 * @throws Unsupported if it is none of length; names it
	 */
	static double nm(final String unit, final String where) {
		return switch (unit.toLowerCase(Locale.ROOT)) {
			case "angstrom", "å" -> 0.1;
			case "nanometer", "nanometre", "nm" -> 1;
			case "micrometer", "micrometre", "micron", "um", "µm", "μm" -> 1e3;
			case "millimeter", "millimetre", "mm" -> 1e6;
			case "meter", "metre", "m" -> 1e9;
			default -> throw new Unsupported(
				"Expected a unit of length such as nanometer or micrometer but was \"" +
					unit + "\" in " + where + ".");
		};
	}
}
