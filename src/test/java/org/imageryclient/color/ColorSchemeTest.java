// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.color;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColorSchemeTest {

	private static final long CAVE_ID = 864691135571546917L;
	private static final long HUGE_ID = -1L;

	@ParameterizedTest
	@ValueSource(strings = { "hashed", "hashed 7", "hashed 4294967295", "white",
		"#ff8000", "#ff800080", "1=#123456 #0000ff", "husl", "hls",
		"husl 0.3 0.7 0.5", "tab10", "Set1", "colorblind",
		"864691135571546917=#ff8000 white",
		"18446744073709551615=#00ff0080 1=#123456 hashed 3" })
	void text_isReadAndWrittenTheSame(final String text) {
		assertEquals(text, ColorScheme.parse(text).toString());
		assertEquals(ColorScheme.parse(text), ColorScheme.parse(ColorScheme.parse(
			text).toString()));
	}

	@Test
	void text_mayHaveOtherSeparatorsAndCase() {
		assertEquals(ColorScheme.parse("1=#ff0000 2=#00ff00 Set1"), ColorScheme
			.parse(" 1=#FF0000, 2=#00ff00;SET1 "));
	}

	@Test
	void hashed_isNeuroglancersWithItsSeed() {
		assertEquals(RootColors.hashed(7).argb(CAVE_ID), ColorScheme.parse(
			"hashed 7").forIds().argb(CAVE_ID));
	}

	@Test
	void palette_givesItsColoursInTheOrderOfTheIds() {
		final RootColors colors = ColorScheme.parse("tab10").forIds(HUGE_ID,
			CAVE_ID);

		assertEquals(0xff1f77b4, colors.argb(HUGE_ID));
		assertEquals(0xffff7f0e, colors.argb(CAVE_ID));
		assertEquals(0xffffffff, colors.argb(5));
	}

	@Test
	void fixedColours_areNotTakenFromThePalette() {
		final RootColors colors = ColorScheme.parse(
			"18446744073709551615=#01020304 tab10").forIds(HUGE_ID, CAVE_ID);

		assertEquals(0x04010203, colors.argb(HUGE_ID));
		assertEquals(0xff1f77b4, colors.argb(CAVE_ID));
	}

	@Test
	void scheme_tellsGivenColoursSeedAndSolidColour() {
		final ColorScheme hashed = ColorScheme.parse("7=#ff0000 hashed 3");

		assertEquals(Map.of(7L, 0xffff0000), hashed.givenColors());
		assertEquals(OptionalInt.of(3), hashed.hashSeed());
		assertEquals(OptionalInt.empty(), hashed.solidColor());
		assertEquals(OptionalInt.of(0xff0000ff), ColorScheme.parse(
			"7=#ff0000 #0000ff").solidColor());
	}

	@Test
	void fixedColours_ofNone_areTheOthers() {
		assertEquals(ColorScheme.hashed(0), ColorScheme.fixed(Map.of(), ColorScheme
			.hashed(0)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "hashed x", "hashed -1", "hashed 1 2",
		"husl 1", "husl 1 1", "husl a 1 1", "tab10 3", "mauve", "#ff80", "1=red",
		"-1=#ff0000", "white black", "white 1=#ff0000", "husl 0 2 1",
		"husl NaN 1 1" })
	void anythingElse_isRefused(final String text) {
		final Exception e = assertThrows(IllegalArgumentException.class,
			() -> ColorScheme.parse(text));
		assertTrue(e.getMessage().startsWith("Expected "), e.getMessage());
	}
}
