// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.color;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The golden cases palette_* compare with the reference. */
class PaletteTest {

	@Test
	void husl_isSeaborns() {
		assertArrayEquals(new double[] { 0.9971113842, 0.4171594688, 0.5266697148 },
			Palette.of("husl").colors(1)[0], 1e-10);
	}

	@Test
	void hls_goesRoundTheCircle() {
		final double[][] colors = Palette.hls(0, 1, 0.5).colors(3);

		assertArrayEquals(new double[] { 1, 0, 0 }, colors[0], 1e-12);
		assertArrayEquals(new double[] { 0, 1, 0 }, colors[1], 1e-12);
		assertArrayEquals(new double[] { 0, 0, 1 }, colors[2], 1e-12);
	}

	@ParameterizedTest
	@ValueSource(strings = { "husl", "hls" })
	void eachNumber_changesTheColour(final String space) {
		final HueCircle usual = (HueCircle) Palette.of(space);
		final int rgb = first(usual);

		assertNotEquals(rgb, first(new HueCircle(usual.space(), 0.5, 1, 0.65)));
		assertNotEquals(rgb, first(new HueCircle(usual.space(), 0.01, 0.5, 0.65)));
		assertNotEquals(rgb, first(new HueCircle(usual.space(), 0.01, 1, 0.5)));
	}

	@ParameterizedTest
	@ValueSource(doubles = { 1.25, -0.75 })
	void hue_goesRoundTheCircle(final double hue) {
		assertArrayEquals(Palette.hls(0.25, 1, 0.5).colors(2)[1], Palette.hls(hue,
			1, 0.5).colors(2)[1], 1e-12);
	}

	@Test
	void of_withNumbers_isThatCircle() {
		assertEquals(Palette.husl(0.3, 0.7, 0.5), Palette.of("husl", 0.3, 0.7,
			0.5));
	}

	@Test
	void of_withNumbers_isTheNamedPaletteAllTheSame() {
		assertEquals(Palette.of("Set1"), Palette.of("Set1", 0.3, 0.7, 0.5));
	}

	@Test
	void named_beginsAgainAfterItsLast() {
		final double[][] colors = Palette.of("Set2").colors(10);

		assertArrayEquals(colors[0], colors[8]);
		assertArrayEquals(colors[1], colors[9]);
	}

	@Test
	void named_isFoundInAnyCase() {
		assertEquals(Palette.of("Paired"), Palette.of("paired"));
	}

	@Test
	void unknownName_isRefusedWithTheKnownOnes() {
		final Exception e = assertThrows(IllegalArgumentException.class,
			() -> Palette.of("viridis"));

		assertTrue(e.getMessage().contains("Paired") && e.getMessage().contains(
			"\"viridis\""), e.getMessage());
	}

	@Test
	void rgb_isTruncated() {
		assertEquals(0x7fff00, Palette.rgb(0.5, 1, 0.003));
	}

	@Test
	void rgb_ofMoreThanOne_isRefused() {
		assertThrows(IllegalArgumentException.class, () -> Palette.rgb(255, 0, 0));
		assertThrows(IllegalArgumentException.class, () -> Palette.rgb(1, 0));
	}

	private static int first(final Palette palette) {
		return Palette.rgb(palette.colors(1)[0]);
	}
}
