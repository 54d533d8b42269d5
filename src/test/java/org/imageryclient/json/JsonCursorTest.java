// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.imageryclient.CorruptData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonCursorTest {

	@Test
	void whole_numbers_of_64_bits_are_exact() {
		assertEquals(9223372036854775807L, parse("9223372036854775807").asLong());
		assertEquals(-9223372036854775808L, parse("-9223372036854775808").asLong());
	}

	@Test
	void unsigned_numbers_are_exact_with_and_without_quotes() {
		assertEquals(-1L, parse("18446744073709551615").asUnsignedLong());
		assertEquals(-1L, parse("\"18446744073709551615\"").asUnsignedLong());
	}

	@ParameterizedTest
	@ValueSource(strings = { "-1", "18446744073709551616", "\"-1\"", "\"+1\"",
		"\"\"", "\"1x\"", "1.5", "true", "[]", "\"99999999999999999999\"" })
	void what_is_no_unsigned_number_is_refused(final String json) {
		assertThrows(CorruptData.class, () -> parse(json).asUnsignedLong());
	}

	@Test
	void integral_doubles_are_whole_numbers() {
		assertEquals(500, parse("5.00e2").asLong());
	}

	@ParameterizedTest
	@ValueSource(strings = { "9223372036854775808", "0.5", "\"5\"", "null",
		"1e400", "1e2000000000", "{}" })
	void what_is_no_whole_number_is_refused(final String json) {
		assertThrows(CorruptData.class, () -> parse(json).asLong());
	}

	@Test
	void numbers_too_large_for_a_double_are_refused() {
		assertMessage("Expected a finite number but was 1e999 at $ of there",
			"1e999", JsonCursor::asDouble);
	}

	@Test
	void null_counts_as_absent() {
		assertEquals(Optional.empty(), parse("{\"a\":null}").find("a"));
	}

	@Test
	void paths_lead_through_members_and_elements() {
		assertEquals("$.a[1].b", parse("{\"a\":[0,{\"b\":7}]}").get("a").at(1).get(
			"b").path());
	}

	@Test
	void elements_come_in_order() {
		assertEquals(List.of("x", "y"), parse("[\"x\",\"y\"]").elements().stream()
			.map(JsonCursor::asString).toList());
	}

	@Test
	void the_wrong_type_is_named_with_its_place() {
		assertMessage("Expected a string but was 7 at $.a of there; try ",
			"{\"a\":7}", json -> json.get("a").asString());
	}

	@Test
	void a_missing_member_is_named_with_its_place() {
		assertMessage(
			"Expected a member \"b\" but there is none at $.a of there; try ",
			"{\"a\":{}}", json -> json.get("a").get("b"));
	}

	@Test
	void an_element_too_many_is_an_error() {
		assertMessage(
			"Expected an array of more than 2 elements but was [1,2] at $", "[1,2]",
			json -> json.at(2));
	}

	@Test
	void long_values_are_cut_in_messages() {
		assertMessage("…", "\"" + "x".repeat(1000) + "\"", JsonCursor::asLong);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "{", "{\"a\":1}}", "[1,]", "{a:1}", "'a'",
		"NaN", "# c\n1", "1 2", "\"\u0001", "]" })
	void what_is_no_json_is_refused(final String text) {
		final CorruptData error = assertThrows(CorruptData.class, () -> parse(
			text));
		assertTrue(error.getMessage().startsWith("Expected JSON but was "), error
			.getMessage());
	}

	@Test
	void deep_nesting_does_not_exhaust_the_stack() {
		assertTrue(parse("[".repeat(100_000) + "]".repeat(100_000)).isArray());
	}

	private static void assertMessage(final String part, final String json,
		final Function<JsonCursor, Object> reading)
	{
		final CorruptData error = assertThrows(CorruptData.class, () -> reading
			.apply(parse(json)));
		assertTrue(error.getMessage().contains(part), error.getMessage());
	}

	private static JsonCursor parse(final String json) {
		return JsonCursor.parse(json, "there");
	}
}
