// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.golden;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** What a case says must come out (golden/README.md, {@code expect.kind}). */
sealed

interface Expectation {

	/** Arrays of these names, in an npz archive. */
	record Arrays(Path npz, Set<String> names) implements Expectation {

	Map<String, NumberArray> read() {
			final Map<String, NumberArray> stored = new LinkedHashMap<>();
			if (names.isEmpty()) return stored;
			try {
				stored.putAll(NpzReader.read(npz));
			}
			catch (final IOException e) {
				throw new UncheckedIOException(e);
			}
			stored.keySet().retainAll(names);
			return stored;
		}}

	/** Pictures of these names, in a folder. */
	record Files(Path folder, Set<String> names) implements Expectation {}

	/** An error, of whatever type, with a message of our own. */
	record Failure(String reference) implements Expectation {}

	/** Values as JSON. */
	record Json(JsonElement value) implements Expectation {}

	/** Arrays of which only the shapes count. */
	record Shapes(Map<String, int[]> shapes) implements Expectation {}

	/** The same as another call gives. */
	record SameAs(JsonObject call) implements Expectation {}

	/** Refused with a message, and counted as not supported. */
	record Refused() implements Expectation {}

	/**
	 * @param form {@code expect} or {@code right} of a case
	 * @throws CaseProblem if its kind is unknown
	 */
	static Expectation of(final JsonObject form, final Path caseFolder) {
		final String kind = form.get("kind").getAsString();
		return switch (kind) {
			case "arrays" -> new Arrays(caseFolder.resolve(text(form, "file",
				"output.npz")), names(form, "arrays"));
			case "files" -> new Files(caseFolder.resolve(text(form, "dir", "files")),
				names(form, "files"));
			case "error" -> new Failure(text(form, "type", "an error") + ": " + text(
				form, "message", ""));
			case "json" -> new Json(form.get("value"));
			case "shape" -> new Shapes(shapes(form));
			case "same_as" -> new SameAs(form);
			case "unsupported" -> new Refused();
			default -> throw new CaseProblem("Expected a kind of result named in " +
				"golden/README.md but it was \"" + kind + "\".");
		};
	}

	private static String text(final JsonObject form, final String key,
		final String otherwise)
	{
		return form.has(key) ? form.get(key).getAsString() : otherwise;
	}

	private static Set<String> names(final JsonObject form, final String key) {
		if (!form.has(key)) throw new CaseProblem("Expected \"" + key + "\" in " +
			form + ".");
		final Set<String> names = new LinkedHashSet<>();
		if (form.get(key).isJsonArray()) form.getAsJsonArray(key).forEach(n -> names
			.add(n.getAsString()));
		else names.addAll(form.getAsJsonObject(key).keySet());
		return names;
	}

	/**
	 * The shapes of a {@code shape} form: one list of lengths, or a list per name
	 * of an array, which may stand in a record as in {@code arrays}.
	 */
	private static Map<String, int[]> shapes(final JsonObject form) {
		final List<String> keys = List.of("shape", "shapes", "arrays", "value");
		final JsonElement given = keys.stream().filter(form::has).map(form::get)
			.findFirst().orElseThrow(() -> new CaseProblem("Expected one of " + keys +
				" in " + form + "."));
		final Map<String, int[]> shapes = new LinkedHashMap<>();
		if (given.isJsonArray()) shapes.put("result", lengths(given));
		else given.getAsJsonObject().entrySet().forEach(e -> shapes.put(e.getKey(),
			lengths(e.getValue())));
		return shapes;
	}

	private static int[] lengths(final JsonElement given) {
		final JsonElement list = given.isJsonObject() ? given.getAsJsonObject().get(
			"shape") : given;
		final List<Integer> lengths = new ArrayList<>();
		list.getAsJsonArray().forEach(n -> lengths.add(n.getAsInt()));
		return lengths.stream().mapToInt(Integer::intValue).toArray();
	}
}
