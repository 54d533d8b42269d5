// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampTest {

	private static final Clock NOON = Clock.fixed(Instant.parse(
		"2026-01-01T12:00:00.123456Z"), ZoneOffset.ofHours(5));

	@ParameterizedTest
	@CsvSource({ //
		"1709642096, 2024-03-05T12:34:56Z", //
		"1709642096.789, 2024-03-05T12:34:56.789Z", //
		"1709642096.7899, 2024-03-05T12:34:56.789Z", //
		"2024-03-05, 2024-03-05T00:00:00Z", //
		"2024-03-05T12:34, 2024-03-05T12:34:00Z", //
		"2024-03-05 12:34:56.789, 2024-03-05T12:34:56.789Z", //
		"2024-03-05 12:34:56.289000+00:00, 2024-03-05T12:34:56.289Z", //
		"2024-03-05t12:34:56z, 2024-03-05T12:34:56Z", //
		"2024-03-05T12:34:56+01:00, 2024-03-05T11:34:56Z", //
		"2024-03-05T12:34:56+0130, 2024-03-05T11:04:56Z", //
		"2024-03-05T12:34:56-08, 2024-03-05T20:34:56Z", //
		"2026-01-01T12:00:59Z, 2026-01-01T12:00:59Z", //
		"NOW, 2026-01-01T12:00:00.123Z" })
	void parse_readsIsoSecondsAndNow(final String text, final String expected) {
		assertEquals(expected, Timestamp.parse(text, NOON).toString());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "yesterday", "NaN", "Infinity", "-1", "1e9",
		"2024-13-01", "2024-03-05T25:00:00Z", "12:30" })
	void parse_refusesWhatIsNoTime(final String text) {
		final Exception e = assertThrows(IllegalArgumentException.class,
			() -> Timestamp.parse(text, NOON));
		assertTrue(e.getMessage().contains("\"" + text + "\""), e.getMessage());
		assertTrue(e.getMessage().contains("seconds since 1970"), e.getMessage());
	}

	@ParameterizedTest
	@ValueSource(strings = { "2026-01-01T12:01:01Z", "1709642096789", "1" +
		"000000000000000000000" })
	void parse_refusesTheFuture(final String text) {
		final Exception e = assertThrows(IllegalArgumentException.class,
			() -> Timestamp.parse(text, NOON));
		assertTrue(e.getMessage().contains("future"), e.getMessage());
	}

	@Test
	void toSeconds_keepsMillisecondsAndNoNeedlessZeros() {
		assertEquals("1717200000.5", Timestamp.parse("1717200000.500", NOON)
			.toSeconds());
		assertEquals("1717200000", Timestamp.parse("1717200000", NOON).toSeconds());
		assertEquals("1704873599.999", Timestamp.parse("1704873599.999", NOON)
			.toSeconds());
	}
}
