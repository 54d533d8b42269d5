// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.link;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.imageryclient.geom.Point;
import org.imageryclient.geom.Resolution;
import org.imageryclient.json.JsonCursor;

/**
 * The axes in which a state counts, such as
 * <code>{"x": [4e-9, "m"], "y": …, "z": …}</code>. Source: Neuroglancer,
 * {@code coordinateSpaceFromJson} and {@code si_units.ts}.
 *
 * @param names of all axes, in the order of coordinates
 * @param resolution along x, y, z
 */
record Dimensions(List<String> names, Resolution resolution) {

	static final List<String> XYZ = List.of("x", "y", "z");

	private static final Pattern METRES = Pattern.compile("(|da|\\p{L})m");

	private static final Map<String, Integer> EXPONENTS = Map.ofEntries(Map.entry(
		"", 0), Map.entry("k", 3), Map.entry("h", 2), Map.entry("da", 1), Map.entry(
			"d", -1), Map.entry("c", -2), Map.entry("m", -3), Map.entry("µ", -6), Map
				.entry("μ", -6), Map.entry("u", -6), Map.entry("n", -9), Map.entry("p",
					-12));

	/** Digits of a scale that mean something; the rest is from arithmetic. */
	private static final MathContext DIGITS = new MathContext(12);

	private static final int NM_PER_M = 9;

	/**
	 * @throws org.imageryclient.CorruptData unless x, y and z are among the axes,
	 *           each of some length
	 */
	static Dimensions read(final JsonCursor dimensions) {
		final List<String> names = dimensions.members();
		if (!names.containsAll(XYZ)) throw dimensions.error(
			"the dimensions x, y and z");
		return new Dimensions(names, Resolution.of(XYZ.stream().mapToDouble(
			name -> nm(dimensions.get(name))).toArray()));
	}

	/** Axes x, y, z of this resolution. */
	static Dimensions of(final Resolution resolution) {
		return new Dimensions(XYZ, resolution);
	}

	/** The place of an array with a coordinate for each axis. */
	Point point(final JsonCursor coordinates) {
		if (coordinates.size() != names.size()) throw coordinates.error(names
			.size() + " coordinates (" + String.join(", ", names) + ")");
		final List<Double> xyz = new ArrayList<>();
		for (final String name : XYZ)
			xyz.add(coordinates.at(names.indexOf(name)).asDouble());
		return StateReader.checked(coordinates, "coordinates within ±2^53",
			() -> new Point(xyz.get(0), xyz.get(1), xyz.get(2)));
	}

	/** {@code [4e-9, "m"]} in nm. */
	private static double nm(final JsonCursor scale) {
		final String expected = "a length such as [4e-9, \"m\"]";
		if (!scale.isArray() || scale.size() != 2) throw scale.error(expected);
		final Matcher unit = METRES.matcher(scale.at(1).asString());
		final double value = scale.at(0).asDouble();
		if (!unit.matches() || !EXPONENTS.containsKey(unit.group(1)) || value <= 0)
			throw scale.error(expected);
		return BigDecimal.valueOf(value).scaleByPowerOfTen(EXPONENTS.get(unit
			.group(1)) + NM_PER_M).round(DIGITS).doubleValue();
	}
}
