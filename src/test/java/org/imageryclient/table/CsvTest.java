// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvTest {

	@Test
	void line_quotesWhatWouldBreakIt() {
		assertEquals("plain,\"a,b\",\"say \"\"so\"\"\",\"two\nlines\",\r\n", Csv
			.line(List.of("plain", "a,b", "say \"so\"", "two\nlines", "")));
	}

	@Test
	void parse_isTheWayBack() {
		final List<String> fields = List.of("plain", "a,b", "say \"so\"",
			"two\r\nlines", "", "18446744073709551615");
		assertEquals(List.of(fields, List.of("next", "")), Csv.parse(Csv.line(
			fields) + Csv.line(List.of("next", ""))));
	}

	@Test
	void parse_ofUnixLinesAndEmptyOnes_readsTheRest() {
		assertEquals(List.of(List.of("a", "b"), List.of("1", "2")), Csv.parse(
			"a,b\n\n1,2"));
	}

	@Test
	void parse_ofAQuoteThatStaysOpen_saysWhere() {
		final Exception e = assertThrows(IllegalArgumentException.class, () -> Csv
			.parse("a,\"b\n"));
		assertEquals(
			"Expected a closing quote for the one at character 2 but the text ends.",
			e.getMessage());
	}

	@ParameterizedTest
	@CsvSource({ "94400, 94400", "9.522e-7, 0.0000009522",
		"1e21, 1000000000000000000000", "-0.5, -0.5", "0, 0", "NaN, NaN",
		"Infinity, Infinity" })
	void number_hasNoExponent(final double value, final String expected) {
		assertEquals(expected, Csv.number(value));
	}

	@Test
	void number_readsBackAsTheSame() {
		new Random(1).longs(1000).mapToDouble(Double::longBitsToDouble).filter(
			Double::isFinite).forEach(value -> assertEquals(value, Double.parseDouble(
				Csv.number(value))));
	}
}
