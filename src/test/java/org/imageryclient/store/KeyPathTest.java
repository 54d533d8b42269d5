// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The key rules of reference/formats.md §2.2. */
class KeyPathTest {

	private static final List<String> FOLDER = List.of("a", "b");

	@ParameterizedTest
	@CsvSource({ "8_8_40/0-64, a/b/8_8_40/0-64", "./x//y/., a/b/x/y", "../x, a/x",
		"../../x, x", "x/../../y, a/y", "/x, a/b/x", "%2e%2e/x, a/b/%2e%2e/x",
		"..., a/b/..." })
	void follow_collapses_dots_as_neuroglancer_does(final String key,
		final String expected)
	{
		assertEquals(Optional.of(expected), KeyPath.follow(FOLDER, key).map(
			n -> String.join("/", n)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "../../../x", "x/../../../..", "../../../b/x" })
	void follow_does_not_climb_above_the_root(final String key) {
		assertEquals(Optional.empty(), KeyPath.follow(FOLDER, key));
	}

	@ParameterizedTest
	@CsvSource({ "8.0x8.0x40.0, 8.0x8.0x40.0", "13-21_-7-1_3-7, 13-21_-7-1_3-7",
		"a b, a%20b", "a?b#c@d, a%3Fb%23c%40d", "100%, 100%25", "é, %C3%A9",
		"a+b=c&d, a+b=c&d", "a\\b, a%5Cb", "[x]{y}|^, %5Bx%5D%7By%7D%7C%5E" })
	void percentEncoded_is_encodeURI_plus_three_signs(final String name,
		final String expected)
	{
		assertEquals(expected, KeyPath.percentEncoded(name));
	}

	@Test
	void percentEncodedOnce_leaves_what_is_encoded() {
		assertEquals("a%20b%20c%25d", KeyPath.percentEncodedOnce("a%20b c%d"));
	}

	@Test
	void percentDecoded_undoes_percentEncoded() {
		final String name = "é \u0001/%~x漢";

		assertEquals(name, KeyPath.percentDecoded(KeyPath.percentEncoded(name)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "%", "a%2", "%zz" })
	void percentDecoded_refuses_broken_escapes(final String text) {
		assertThrows(IllegalArgumentException.class, () -> KeyPath.percentDecoded(
			text));
	}
}
