// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.golden;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

/**
 * Compares JSON values. Numbers are equal by value, whether they are written as
 * a number or, as integers above 2^53 are, as a decimal string.
 */
final class JsonComparison {

	private JsonComparison() {}

	/** The first difference, with its path, if there is one. */
	static Optional<String> firstDifference(final JsonElement expected,
		final JsonElement found)
	{
		return differ("$", expected, found);
	}

	private static Optional<String> differ(final String path,
		final JsonElement expected, final JsonElement found)
	{
		if (expected.isJsonArray() && found.isJsonArray()) return arrays(path,
			expected.getAsJsonArray(), found.getAsJsonArray());
		if (expected.isJsonObject() && found.isJsonObject()) return objects(path,
			expected.getAsJsonObject(), found.getAsJsonObject());
		final boolean same = expected.isJsonPrimitive() && found.isJsonPrimitive()
			? same(expected.getAsJsonPrimitive(), found.getAsJsonPrimitive())
			: expected.equals(found);
		return same ? Optional.empty() : Optional.of("at " + path + ": expected " +
			expected + ", found " + found);
	}

	private static Optional<String> arrays(final String path,
		final JsonArray expected, final JsonArray found)
	{
		if (expected.size() != found.size()) return Optional.of("at " + path +
			": expected " + expected.size() + " elements, found " + found.size());
		for (int i = 0; i < expected.size(); i++) {
			final Optional<String> difference = differ(path + "[" + i + "]", expected
				.get(i), found.get(i));
			if (difference.isPresent()) return difference;
		}
		return Optional.empty();
	}

	private static Optional<String> objects(final String path,
		final JsonObject expected, final JsonObject found)
	{
		if (!expected.keySet().equals(found.keySet())) return Optional.of("at " +
			path + ": expected the keys " + expected.keySet() + ", found " + found
				.keySet());
		for (final Map.Entry<String, JsonElement> e : expected.entrySet()) {
			final Optional<String> difference = differ(path + "." + e.getKey(), e
				.getValue(), found.get(e.getKey()));
			if (difference.isPresent()) return difference;
		}
		return Optional.empty();
	}

	private static boolean same(final JsonPrimitive expected,
		final JsonPrimitive found)
	{
		if (expected.isBoolean() || found.isBoolean()) return expected.equals(
			found);
		final Optional<BigDecimal> a = number(expected);
		final Optional<BigDecimal> b = number(found);
		if (a.isPresent() && b.isPresent()) return a.get().compareTo(b.get()) == 0;
		return expected.getAsString().equals(found.getAsString());
	}

	private static Optional<BigDecimal> number(final JsonPrimitive value) {
		try {
			return Optional.of(new BigDecimal(value.getAsString()));
		}
		catch (final NumberFormatException notANumber) {
			return Optional.empty();
		}
	}
}
