// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.python.core.PyObject;
import org.python.util.PythonInterpreter;

/**
 * doc/parity.md, the module for Jython, the tests of its arguments and the list
 * of the reference's methods say the same.
 */
class ParityTest {

	private static final Pattern SECTION = Pattern.compile(
		"(?ms)^### `(\\w+)`\n(.*?)(?=^### |^## |\\z)");
	private static final Pattern ROW = Pattern.compile(
		"(?m)^\\| `(?:\\*\\*)?(\\w+)` \\| (.*?) \\| ?(.*?) ?\\| (.*) \\| `(\\w+)` \\|$");
	private static final Pattern MACRO_KEY = Pattern.compile(
		"`(\\w+)(?:=[^`]*)?`");
	private static final Pattern TEST = Pattern.compile(
		"`(\\w+__\\w+|fact_\\w+)`");
	private static final String OURS = "resample fit strict cutouts";

	private static String page;
	private static PythonInterpreter python;
	private static Set<String> tests;

	@BeforeAll
	static void read() throws IOException {
		page = Files.readString(Path.of("doc", "parity.md"));
		python = new PythonInterpreter();
		python.set("DATA", "");
		python.set("BASE", "");
		for (final String file : List.of("arguments.py", "values.py"))
			try (InputStream source = resource("/jython/" + file)) {
				python.execfile(source, file);
			}
		tests = new HashSet<>(words("names() + facts()"));
	}

	@AfterAll
	static void stop() {
		python.close();
	}

	@Test
	void page_hasASectionForEveryMethodWithEveryArgument() throws IOException {
		final Map<String, List<String>> sections = sections();
		for (final Map.Entry<String, List<String>> method : reference()
			.entrySet())
		{
			final List<String> listed = new ArrayList<>(sections.getOrDefault(method
				.getKey(), List.of()));
			listed.removeIf(argument -> !method.getValue().contains(argument));
			assertEquals(method.getValue(), listed, method.getKey());
		}
	}

	@Test
	void page_hasARowForEveryProperty() throws IOException {
		final String properties = page.substring(page.indexOf("### Properties"));
		for (final String property : properties().split(" "))
			assertTrue(properties.contains("`" + property + "`"), property);
	}

	@Test
	void page_hasTheArgumentsOfTheModuleAndNoOthers() {
		sections().forEach((method, listed) -> assertEquals(arguments(method),
			listed, method));
	}

	@Test
	void page_namesTheTestOfEveryArgument() {
		SECTION.matcher(page).results().forEach(section -> ROW.matcher(section
			.group(2)).results().forEach(row -> assertEquals(section.group(1) + "__" +
				row.group(1), row.group(5))));
	}

	@Test
	void tests_thatThePageNames_exist() {
		final List<String> missing = TEST.matcher(page).results().map(m -> m.group(
			1)).filter(name -> !tests.contains(name)).toList();
		assertEquals(List.of(), missing);
	}

	@Test
	void keysOfMacros_thatThePageNames_exist() throws IOException {
		final String keys = Files.readString(Path.of("doc", "macro-keys.md"));
		final List<String> missing = ROW.matcher(page).results().flatMap(
			row -> MACRO_KEY.matcher(row.group(3)).results()).map(m -> m.group(1))
			.filter(key -> !keys.contains("| `" + key + "` |")).toList();
		assertEquals(List.of(), missing);
	}

	@Test
	void module_takesTheArgumentsOfTheReferenceInTheirOrder() throws IOException {
		reference().forEach((method, expected) -> {
			final List<String> found = arguments(method);
			found.removeAll(List.of(OURS.split(" ")));
			if (!expected.contains("verbose")) found.remove("verbose");
			assertEquals(expected, found, method);
		});
	}

	private static Map<String, List<String>> sections() {
		final Map<String, List<String>> sections = new LinkedHashMap<>();
		SECTION.matcher(page).results().forEach(section -> sections.put(section
			.group(1), ROW.matcher(section.group(2)).results().map(row -> row.group(
				1)).toList()));
		return sections;
	}

	/** The arguments of something of the module; {@code kwargs} is the last. */
	private static List<String> arguments(final String method) {
		return words("signature('" + method + "')");
	}

	private static List<String> words(final String expression) {
		final List<String> words = new ArrayList<>();
		for (final PyObject word : python.eval(expression).asIterable())
			words.add(word.asString());
		return words;
	}

	/** By method, without the properties. */
	private static Map<String, List<String>> reference() throws IOException {
		final Map<String, List<String>> methods = new LinkedHashMap<>();
		lines().filter(line -> !line.startsWith("properties")).forEach(
			line -> methods.put(line.split(": ")[0], List.of(line.split(": ")[1]
				.split(" "))));
		return methods;
	}

	private static String properties() throws IOException {
		return lines().filter(line -> line.startsWith("properties")).findFirst()
			.orElseThrow().split(": ")[1];
	}

	private static Stream<String> lines() throws IOException {
		try (InputStream list = resource("/parity/reference-api.txt")) {
			return new String(list.readAllBytes(), StandardCharsets.UTF_8).lines()
				.filter(line -> !line.startsWith("#"));
		}
	}

	private static InputStream resource(final String name) {
		return Objects.requireNonNull(ParityTest.class.getResourceAsStream(name),
			name);
	}
}
