// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.n5;

import java.util.Locale;
import java.util.Map;

import org.imageryclient.Unsupported;

/** Units of length as metadata of N5 and Zarr spell them. */
final class Units {

	private static final Map<String, Double> NM = Map.ofEntries(Map.entry(
		"nanometer", 1.0), Map.entry("nanometre", 1.0), Map.entry("nm", 1.0), Map
			.entry("angstrom", 0.1), Map.entry("å", 0.1), Map.entry("micrometer",
				1e3), Map.entry("micrometre", 1e3), Map.entry("micron", 1e3), Map.entry(
					"um", 1e3), Map.entry("µm", 1e3), Map.entry("μm", 1e3), Map.entry(
						"millimeter", 1e6), Map.entry("millimetre", 1e6), Map.entry("mm",
							1e6), Map.entry("meter", 1e9), Map.entry("metre", 1e9), Map.entry(
								"m", 1e9));

	private Units() {}

	/**
	 * How many nm a unit is.
	 *
	 * @throws Unsupported if it is none of length; names it
	 */
	static double nm(final String unit, final String where) {
		final Double nm = NM.get(unit.toLowerCase(Locale.ROOT));
		if (nm == null) throw new Unsupported(
			"Expected a unit of length such as nanometer or micrometer but was \"" +
				unit + "\" in " + where + ".");
		return nm;
	}
}
