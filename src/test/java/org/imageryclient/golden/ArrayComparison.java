// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.golden;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Compares arrays as golden/README.md asks: values and not types, and without
 * axes of length 1, which the reference drops and this project keeps (ruling 10
 * of the differences).
 */
final class ArrayComparison {

	private ArrayComparison() {}

	/** The first difference between named arrays, if there is one. */
	static Optional<String> firstDifference(
		final Map<String, NumberArray> expected,
		final Map<String, NumberArray> found, final double tolerance)
	{
		if (!expected.keySet().equals(found.keySet())) return Optional.of(
			"expected the arrays " + new TreeSet<>(expected.keySet()) + ", found " +
				new TreeSet<>(found.keySet()));
		return expected.entrySet().stream().map(e -> firstDifference(e.getValue(),
			found.get(e.getKey()), tolerance).map(d -> e.getKey() + " " + d)).flatMap(
				Optional::stream).findFirst();
	}

	/** The first difference between two arrays, if there is one. */
	static Optional<String> firstDifference(final NumberArray expected,
		final NumberArray found, final double tolerance)
	{
		final Optional<String> shapes = differentShape(expected.shape(), found
			.shape());
		if (shapes.isPresent()) return shapes;
		int first = -1;
		int count = 0;
		for (int i = 0; i < expected.size(); i++) {
			if (expected.matches(i, found, tolerance)) continue;
			if (count++ == 0) first = i;
		}
		if (count == 0) return Optional.empty();
		return Optional.of("at " + found.position(first) + ": expected " + expected
			.text(first) + ", found " + found.text(first) + " (" + count + " of " +
			expected.size() + " differ)");
	}

	/**
	 * Whether the shapes differ in other axes than those of length 1. Arrays
	 * without any element are alike whatever their other axes.
	 */
	static Optional<String> differentShape(final int[] expected,
		final int[] found)
	{
		if (NumberArray.product(expected) == 0 && NumberArray.product(found) == 0)
			return Optional.empty();
		if (Arrays.equals(squeeze(expected), squeeze(found))) return Optional
			.empty();
		return Optional.of("has another shape: expected " + NumberArray.describe(
			expected) + ", found " + NumberArray.describe(found));
	}

	private static int[] squeeze(final int[] shape) {
		return Arrays.stream(shape).filter(n -> n != 1).toArray();
	}
}
