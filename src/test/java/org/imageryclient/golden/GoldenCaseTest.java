// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.golden;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

class GoldenCaseTest {

	private static final String CASE = "{'id': 'a_0', 'category': 'a', " +
		"'client': null, 'method': 'zoom_index', 'args': {'n': 2}, " +
		"'needs_emulator': false, 'tolerance': 0, 'expect': {'kind': 'error', " +
		"'type': 'ValueError', 'message': 'no'}";

	@Test
	void case_without_client_has_empty_arguments() {
		assertEquals(0, read(CASE + "}").client().size());
	}

	@Test
	void expect_counts_where_there_is_no_right() {
		assertInstanceOf(Expectation.Failure.class, read(CASE + "}").wanted());
	}

	@Test
	void right_counts_where_there_is_one() {
		final GoldenCase ruled = read(CASE +
			", 'right': {'kind': 'json', 'value': 3}}");

		assertInstanceOf(Expectation.Json.class, ruled.wanted());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "'shape': [4, 5]", "'value': [4, 5]",
		"'shapes': {'result': [4, 5]}",
		"'arrays': {'result': {'dtype': 'uint8', 'shape': [4, 5]}}" })
	void shape_is_read_in_each_way_of_writing_it(final String form) {
		final Expectation wanted = read(CASE + ", 'right': {'kind': 'shape', " +
			form + "}}").wanted();

		final var shapes = assertInstanceOf(Expectation.Shapes.class, wanted)
			.shapes();
		assertArrayEquals(new int[] { 4, 5 }, shapes.get("result"));
	}

	@Test
	void same_as_replaces_the_arguments_and_keeps_the_method() {
		final GoldenCase original = read(CASE +
			", 'right': {'kind': 'same_as', 'args': {'n': 5}}}");

		final GoldenCase other = original.with((Expectation.SameAs) original
			.wanted());

		assertEquals(5, other.args().get("n").getAsInt());
		assertEquals("zoom_index", other.method());
	}

	@Test
	void unknown_kind_is_a_problem_and_names_it() {
		final CaseProblem problem = assertThrows(CaseProblem.class, () -> read(
			CASE + ", 'right': {'kind': 'picture'}}"));

		assertTrue(problem.getMessage().contains("picture"), problem.getMessage());
	}

	@Test
	void argument_that_nobody_asks_for_is_a_problem() {
		final PythonArguments args = arguments("{'mip': 1, 'surprise': 2}");
		args.integer("mip");

		final CaseProblem problem = assertThrows(CaseProblem.class,
			args::requireAllUsed);
		assertTrue(problem.getMessage().contains("surprise"), problem.getMessage());
	}

	@Test
	void none_is_told_from_missing() {
		final PythonArguments args = arguments("{'root_ids': null}");

		assertTrue(args.isNone("root_ids"));
		assertFalse(args.isNone("mip"));
		assertFalse(args.has("mip"));
	}

	@Test
	void tagged_ids_stay_decimal_strings() {
		assertEquals(List.of("18446744073709551615"), PythonArguments.ids(JsonParser
			.parseString("{\"$ids\": [\"18446744073709551615\"]}")));
	}

	@Test
	void tagged_array_is_a_box() {
		final List<double[]> rows = PythonArguments.rows(JsonParser.parseString(
			"{\"$array\": [[1, 2, 3], [4.5, 5, 6]]}"));

		assertEquals(2, rows.size());
		assertArrayEquals(new double[] { 4.5, 5, 6 }, rows.get(1));
	}

	@Test
	void list_of_numbers_is_one_point() {
		assertEquals(1, PythonArguments.rows(JsonParser.parseString("[1, 2, 3]"))
			.size());
	}

	@Test
	void unknown_tag_is_a_problem() {
		assertThrows(CaseProblem.class, () -> PythonArguments.untag(JsonParser
			.parseString("{\"$frame\": 1}")));
	}

	@Test
	void colour_keeps_whether_python_wrote_it_whole_or_real() {
		assertEquals(List.of(1.0, 0, 255), PythonArguments.idMap(JsonParser
			.parseString("{\"$idmap\": {\"7\": [1.0, 0, 255]}}")).get("7"));
	}

	@Test
	void number_beyond_64_bits_stays_exact() {
		assertEquals(new BigInteger("18446744073709551615"), PythonNumber.of(
			"18446744073709551615"));
	}

	private static GoldenCase read(final String json) {
		return GoldenCase.of(parse(json), Path.of("cases", "a_0"));
	}

	private static PythonArguments arguments(final String json) {
		return new PythonArguments("image_cutout", parse(json));
	}

	private static JsonObject parse(final String json) {
		return JsonParser.parseString(json.replace('\'', '"')).getAsJsonObject();
	}
}
