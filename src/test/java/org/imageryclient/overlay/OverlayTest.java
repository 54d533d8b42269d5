// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.overlay;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.imageryclient.color.ColorScheme;
import org.imageryclient.color.Palette;
import org.imageryclient.color.RootColors;
import org.imageryclient.geom.Resolution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each argument of composite_overlay by itself; the golden cases overlay_*
 * compare whole pictures with the reference.
 */
class OverlayTest {

	private static final int RED = 0xffff0000;
	private static final int GREEN = 0xff00ff00;

	private static final Overlay OPAQUE = Overlay.of(SmallMasks.masks()).colors(
		RED, GREEN).alpha(1);

	@Test
	void filled_isTheColourWhereTheMaskIs() {
		assertPicture(OPAQUE, ".........", ".........", "..RRRGG..", "..RRRGG..",
			"..RRRGG..", ".........", ".........");
	}

	@Test
	void alpha_isTruncatedToWholeNumbers() {
		assertEquals(0x4cff0000, pixel(OPAQUE.alpha(0.3), 2, 2));
	}

	@Test
	void alpha_ofTheColour_countsToo() {
		assertEquals(0x3f0000ff, pixel(OPAQUE.colors(0x800000ff, 0).alpha(0.5), 2,
			2));
	}

	@ParameterizedTest
	@ValueSource(doubles = { -0.1, 1.1, Double.NaN })
	void alpha_outsideZeroToOne_isRefused(final double alpha) {
		assertThrows(IllegalArgumentException.class, () -> OPAQUE.alpha(alpha));
	}

	@Test
	void segs_asAListOfMasks_areDrawnInItsOrder() {
		final Overlay drawn = Overlay.of(List.of(SmallMasks.other(), SmallMasks
			.masks().mask(SmallMasks.FIRST))).colors(GREEN, RED).alpha(1);

		assertEquals(RED, pixel(drawn, 4, 3));
	}

	@Test
	void segs_asLabels_areTheMasksOfTheirIds() {
		assertArrayEquals(OPAQUE.picture(0).samples(), Overlay.of(SmallMasks
			.labels()).colors(RED, GREEN).alpha(1).picture(0).samples());
	}

	@Test
	void segs_ofNoMask_areRefused() {
		assertThrows(IllegalArgumentException.class, () -> Overlay.of(List.of()));
	}

	@Test
	void segs_ofSeveralSizes_areRefusedByTheirSizes() {
		final String message = assertThrows(IllegalArgumentException.class,
			() -> Overlay.of(List.of(SmallMasks.other(), SmallMasks.single(9, 7, 1))))
			.getMessage();

		assertTrue(message.contains("9, 7, 2") && message.contains("9, 7, 1"),
			message);
	}

	@Test
	void colors_ofAScheme_areInTheOrderOfTheMasks() {
		final Overlay drawn = OPAQUE.colors(ColorScheme.of(Palette.of("Set1")));

		assertEquals(0xffe41a1c, pixel(drawn, 2, 2));
		assertEquals(0xff377eb8, pixel(drawn, 5, 2));
	}

	@Test
	void colors_withoutAny_areTheUsualPalette() {
		assertArrayEquals(Overlay.of(SmallMasks.masks()).picture(0).samples(),
			OPAQUE.colors(ColorScheme.of(Palette.husl(0.01, 1, 0.65))).alpha(0.2)
				.picture(0).samples());
	}

	@Test
	void colors_byId_areThoseOfTheMasks() {
		assertEquals(RootColors.hashed().argb(SmallMasks.SECOND), pixel(OPAQUE
			.colors(RootColors.hashed()), 5, 2));
	}

	@Test
	void colors_ofAnotherNumber_areRefused() {
		assertThrows(IllegalArgumentException.class, () -> OPAQUE.colors(RED));
	}

	@Test
	void colorShares_areTruncatedAndTheirAlphaIsNotHeeded() {
		final Overlay drawn = OPAQUE.colorShares(List.of(new double[] { 0.5, 1, 0 },
			List.of(0, 0.2, 1, 0.1)));

		assertEquals(0xff7fff00, pixel(drawn, 2, 2));
		assertEquals(0xff0033ff, pixel(drawn, 5, 2));
	}

	@Test
	void colorSharesById_mayHaveMoreIdsThanMasks() {
		final Overlay drawn = OPAQUE.colorSharesById(Map.of("18446744073709551615",
			List.of(1, 1, 0), SmallMasks.FIRST, List.of(0, 0, 1), 7, List.of(0, 0,
				0)));

		assertEquals(0xff0000ff, pixel(drawn, 2, 2));
		assertEquals(0xffffff00, pixel(drawn, 5, 2));
	}

	@Test
	void colorSharesById_withoutAMask_areRefusedByItsId() {
		final String message = assertThrows(IllegalArgumentException.class,
			() -> OPAQUE.colorSharesById(Map.of(SmallMasks.FIRST, List.of(0, 0, 1))))
			.getMessage();

		assertTrue(message.contains("18446744073709551615"), message);
	}

	@ParameterizedTest
	@ValueSource(strings = { "[255, 0, 0]", "[0, 1]", "red" })
	void colorShares_ofSomethingElse_areRefused(final String color) {
		final Object given = switch (color) {
			case "red" -> color;
			case "[0, 1]" -> List.of(0, 1);
			default -> List.of(255, 0, 0);
		};

		assertThrows(IllegalArgumentException.class, () -> OPAQUE.colorShares(List
			.of(given, given)));
	}

	@Test
	void outline_outside_isAroundTheShapesAndNotWhereTheyTouch() {
		assertPicture(OPAQUE.outline(Outline.outside(1)), ".........", "..RRRGG..",
			".R.....G.", ".R.....G.", ".R.....G.", "..RRRGG..", ".........");
	}

	@Test
	void outline_inside_isPartOfTheShapes() {
		assertPicture(OPAQUE.outline(Outline.inside(1)), ".........", ".........",
			"..RRRGG..", "..R...G..", "..RRRGG..", ".........", ".........");
	}

	@Test
	void outline_notMerged_isAlsoWhereShapesTouch() {
		assertPicture(OPAQUE.outline(Outline.inside(1).merged(false)), ".........",
			".........", "..RRRGG..", "..R.RGG..", "..RRRGG..", ".........",
			".........");
	}

	@Test
	void outline_ofTwoPixels_hasDiamondShapedCorners() {
		assertPicture(Overlay.of(List.of(SmallMasks.other())).colors(RED).alpha(1)
			.outline(Outline.outside(2)), ".........", "....R....", "...RRR...",
			"..RR.RR..", "...RRR...", "....R....", ".........");
	}

	@ParameterizedTest
	@CsvSource({ "OUT, true", "OUT, false", "IN, true", "IN, false" })
	void outline_ofNoWidth_isNoLine(final Outline.Side side,
		final boolean merged)
	{
		for (final int argb : OPAQUE.outline(new Outline(side, 0, merged)).picture(
			0).samples())
			assertEquals(0, argb >>> 24);
	}

	@Test
	void outline_ofNegativeWidth_isRefused() {
		assertThrows(IllegalArgumentException.class, () -> Outline.outside(-1));
	}

	@Test
	void overlap_not_keepsWhatWasDrawnFirst() {
		final Overlay lines = OPAQUE.outline(Outline.outside(1).merged(false));

		assertEquals(GREEN, pixel(lines, 4, 2));
		assertEquals(RED, pixel(lines, 5, 2));
		assertEquals(GREEN, pixel(lines, 5, 1));
		assertEquals(RED, pixel(OPAQUE.outline(Outline.outside(2).merged(false))
			.overlap(false), 5, 1));
		assertEquals(GREEN, pixel(OPAQUE.outline(Outline.outside(2).merged(false)),
			5, 1));
	}

	@ParameterizedTest
	@CsvSource({ "0, 9, 7, 2", "1, 7, 9, 2", "2, 2, 9, 7" })
	void dim_isTheAxisAcrossThePictures(final int axis, final int count,
		final int width, final int height)
	{
		final Overlay across = OPAQUE.acrossAxis(axis);

		assertEquals(count, across.count());
		assertEquals(width, across.picture(0).width());
		assertEquals(height, across.picture(0).height());
	}

	@Test
	void dim_zero_hasRowsZOfColumnsY() {
		final Overlay across = OPAQUE.acrossAxis(0);

		assertEquals(RED, across.picture(2).samples()[2]);
		assertEquals(0, across.picture(2).samples()[2 + SmallMasks.HEIGHT]);
		assertEquals(GREEN, across.picture(6).samples()[4]);
		assertNotEquals(RED, across.picture(1).samples()[2]);
	}

	@ParameterizedTest
	@ValueSource(ints = { -1, 3 })
	void dim_ofNoAxis_isRefused(final int axis) {
		assertThrows(IllegalArgumentException.class, () -> OPAQUE.acrossAxis(axis));
	}

	@Test
	void picture_ofNoSlice_isRefused() {
		assertThrows(IndexOutOfBoundsException.class, () -> OPAQUE.picture(2));
	}

	@Test
	void pictures_areOfAllSlices() {
		assertEquals(2, OPAQUE.pictures().size());
		assertArrayEquals(OPAQUE.picture(1).samples(), OPAQUE.pictures().get(1)
			.samples());
	}

	@Test
	void layers_laidOverEachOther_areThePicture() {
		for (final Overlay overlay : List.of(OPAQUE.alpha(0.4), OPAQUE.alpha(0.6)
			.outline(Outline.outside(2)), OPAQUE.alpha(0.7).outline(Outline.outside(2)
				.merged(false)).overlap(false), OPAQUE.alpha(0.5).outline(Outline
					.inside(1).merged(false))))
		{
			final int[] laid = new int[SmallMasks.WIDTH * SmallMasks.HEIGHT];
			for (final Layer layer : overlay.layers(0))
				for (int i = 0; i < layer.shape().samples().length; i++) {
					final int pixel = (layer.top() + i / layer.shape().width()) *
						SmallMasks.WIDTH + layer.left() + i % layer.shape().width();
					if (layer.shape().samples()[i] != 0) laid[pixel] = Blend.over(
						laid[pixel], layer.shape().argb());
				}
			final int[] picture = overlay.picture(0).samples();
			for (int i = 0; i < laid.length; i++)
				assertEquals(picture[i] >>> 24 == 0 ? 0 : picture[i], laid[i]);
		}
	}

	@Test
	void layers_haveTheIdsOfTheirMasks() {
		assertArrayEquals(new long[] { SmallMasks.FIRST, SmallMasks.SECOND }, OPAQUE
			.layers(0).stream().mapToLong(Layer::id).toArray());
	}

	@Test
	void layers_ofASliceWithoutMasks_areNone() {
		assertEquals(List.of(), OPAQUE.layers(1));
	}

	@Test
	void squarePixels_repeatTheLongerSideAndKeepTheWidthOfLines() {
		final Overlay across = OPAQUE.acrossAxis(1).outline(Outline.outside(1))
			.squarePixels(new Resolution(4, 4, 11));

		// Two z slices of 11 nm are 22 nm, which 4 nm go 5.5 times into.
		assertEquals(6, across.height());
		final int[] column = new int[6];
		for (int y = 0; y < 6; y++)
			column[y] = across.picture(2).samples()[y * SmallMasks.WIDTH + 3];
		assertArrayEquals(new int[] { 0, 0, 0, RED, 0, 0 }, column);
	}

	@Test
	void legend_hasTheMasksInTheirOrderWithTheirColours() {
		assertEquals(List.of(new Legend.Entry(SmallMasks.FIRST, RED),
			new Legend.Entry(SmallMasks.SECOND, GREEN)), OPAQUE.alpha(0.5).legend()
				.entries());
	}

	private static int pixel(final Overlay overlay, final int x, final int y) {
		return overlay.picture(0).samples()[y * SmallMasks.WIDTH + x];
	}

	/** {@code R} and {@code G} for opaque colours, a dot for nothing. */
	private static void assertPicture(final Overlay overlay,
		final String... rows)
	{
		final StringBuilder found = new StringBuilder();
		final int[] samples = overlay.picture(0).samples();
		for (int i = 0; i < samples.length; i++)
			found.append(samples[i] >>> 24 == 0 ? '.' : samples[i] == RED ? 'R'
				: samples[i] == GREEN ? 'G' : '?').append(i % SmallMasks.WIDTH == 8
					? "\n" : "");
		assertEquals(String.join("\n", rows) + "\n", found.toString());
	}
}
