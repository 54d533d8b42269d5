// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.overlay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScaleBarTest {

	@ParameterizedTest
	@CsvSource({ "4, 400, 200 nm", "4.6, 400, 500 nm", "8, 1000, 2 µm",
		"40, 30, 200 nm", "1000, 10000, 2 mm", "0.1, 10, 0.2 nm", "4, 417, 500 nm",
		"4, 416, 200 nm" })
	void fitting_isTheLongestRoundLengthOfThreeTenths(final double nmPerPixel,
		final int width, final String text)
	{
		assertEquals(text, ScaleBar.fitting(nmPerPixel, width).text());
	}

	@Test
	void pixels_timesNmPerPixel_isWhatTheTextSays() {
		final Random random = new Random(7);
		for (int i = 0; i < 1000; i++) {
			final double nmPerPixel = Math.pow(10, random.nextDouble() * 5 - 1);
			final ScaleBar bar = ScaleBar.fitting(nmPerPixel, 20 + random.nextInt(
				4000));
			assertEquals(nm(bar.text()), bar.pixels() * nmPerPixel, 1e-9 * bar.nm());
		}
	}

	@Test
	void fitting_isNeverShorterThanATenthOfTheWidth() {
		for (int width = 10; width < 3000; width++)
			assertTrue(ScaleBar.fitting(4.6, width).pixels() >= 0.1 * width);
	}

	@ParameterizedTest
	@CsvSource({ "999, 999 nm", "1000, 1 µm", "2500, 2.5 µm", "1000000, 1 mm",
		"460, 460 nm", "0.5, 0.5 nm" })
	void text_hasTheUnitThatPeopleUse(final double nm, final String text) {
		assertEquals(text, new ScaleBar(nm, 4).text());
	}

	@ParameterizedTest
	@ValueSource(doubles = { 0, -1, Double.NaN, Double.POSITIVE_INFINITY })
	void aLengthThatIsNone_isRefused(final double nm) {
		assertThrows(IllegalArgumentException.class, () -> new ScaleBar(nm, 4));
		assertThrows(IllegalArgumentException.class, () -> new ScaleBar(500, nm));
		assertThrows(IllegalArgumentException.class, () -> ScaleBar.fitting(nm,
			400));
	}

	private static double nm(final String text) {
		final String[] parts = text.split(" ");
		final double unit = switch (parts[1]) {
			case "nm" -> 1;
			case "µm" -> 1e3;
			default -> 1e6;
		};
		return Double.parseDouble(parts[0]) * unit;
	}
}
