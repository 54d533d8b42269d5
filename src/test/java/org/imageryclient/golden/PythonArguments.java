// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.golden;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/**
 * The keyword arguments of one Python call. Whoever maps the call asks for each
 * argument by name; at the end {@link #requireAllUsed} finds those that nobody
 * asked for.
 */
final class PythonArguments {

	private final String call;
	private final JsonObject values;
	private final Set<String> used = new HashSet<>();
	private final List<PythonArguments> nested = new ArrayList<>();

	/**
	 * @param call the method's name, for messages
	 */
	PythonArguments(final String call, final JsonObject values) {
		this.call = call;
		this.values = values;
	}

	/** Whether the argument is there, be it {@code None}. */
	boolean has(final String name) {
		used.add(name);
		return values.has(name);
	}

	/** Whether the argument is there and {@code None}. */
	boolean isNone(final String name) {
		return has(name) && values.get(name).isJsonNull();
	}

	/** The argument, unless it is missing or {@code None}. */
	Optional<JsonElement> value(final String name) {
		return has(name) && !isNone(name) ? Optional.of(values.get(name)) : Optional
			.empty();
	}

	Optional<String> text(final String name) {
		return value(name).map(JsonElement::getAsString);
	}

	Optional<Boolean> flag(final String name) {
		return value(name).map(JsonElement::getAsBoolean);
	}

	boolean flag(final String name, final boolean otherwise) {
		return flag(name).orElse(otherwise);
	}

	Optional<Integer> integer(final String name) {
		return value(name).map(JsonElement::getAsInt);
	}

	Optional<JsonObject> object(final String name) {
		return value(name).map(JsonElement::getAsJsonObject);
	}

	/** Marks an argument as known to change nothing in this project. */
	void ignore(final String... names) {
		Collections.addAll(used, names);
	}

	/** Arguments of a call within this one, checked together with it. */
	PythonArguments nested(final String innerCall, final JsonObject inner) {
		final PythonArguments args = new PythonArguments(innerCall, inner);
		nested.add(args);
		return args;
	}

	/**
	 * @throws CaseProblem if an argument was never asked for
	 */
	void requireAllUsed() {
		nested.forEach(PythonArguments::requireAllUsed);
		final List<String> unknown = values.keySet().stream().filter(n -> !used
			.contains(n)).toList();
		if (!unknown.isEmpty()) throw new CaseProblem("The runner knows no " +
			"argument " + unknown + " of " + call + ".");
	}

	/** Numbers of a list or of {@code {"$array": …}}, one level deep. */
	static double[] numbers(final JsonElement list) {
		final List<Double> numbers = new ArrayList<>();
		untag(list).getAsJsonArray().forEach(n -> numbers.add(n.getAsDouble()));
		return numbers.stream().mapToDouble(Double::doubleValue).toArray();
	}

	/** The points of a list of them, or of a list that is one itself. */
	static List<double[]> rows(final JsonElement points) {
		final JsonElement plain = untag(points);
		final List<double[]> rows = new ArrayList<>();
		for (final JsonElement point : plain.getAsJsonArray()) {
			if (!untag(point).isJsonArray()) return List.of(numbers(plain));
			rows.add(numbers(point));
		}
		return rows.isEmpty() ? List.of(new double[0]) : rows;
	}

	/** Ids of a list or of {@code {"$ids": …}}, as decimal strings. */
	static List<String> ids(final JsonElement list) {
		final List<String> ids = new ArrayList<>();
		untag(list).getAsJsonArray().forEach(n -> ids.add(n.getAsString()));
		return ids;
	}

	/** A colour map {@code {"$idmap": …}}: id to values as they are written. */
	static Map<String, List<Number>> idMap(final JsonElement map) {
		final Map<String, List<Number>> colors = new LinkedHashMap<>();
		for (final Map.Entry<String, JsonElement> e : untag(map).getAsJsonObject()
			.entrySet())
		{
			final List<Number> color = new ArrayList<>();
			e.getValue().getAsJsonArray().forEach(n -> color.add(PythonNumber.of(n
				.getAsString())));
			colors.put(e.getKey(), color);
		}
		return colors;
	}

	/** The value of {@code {"$tag": value}}; other values as they are. */
	static JsonElement untag(final JsonElement value) {
		if (!value.isJsonObject() || value.getAsJsonObject().size() != 1)
			return value;
		final Map.Entry<String, JsonElement> only = value.getAsJsonObject()
			.entrySet().iterator().next();
		return switch (only.getKey()) {
			case "$ids", "$array", "$idmap", "$datetime" -> only.getValue();
			default -> {
				if (only.getKey().startsWith("$")) throw new CaseProblem(
					"The runner knows no tag " + only.getKey() + ".");
				yield value;
			}
		};
	}
}
