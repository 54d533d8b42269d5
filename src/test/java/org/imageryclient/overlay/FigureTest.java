// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.overlay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import net.imglib2.img.planar.PlanarImg;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.type.numeric.integer.UnsignedByteType;

import org.imageryclient.geom.Long3;
import org.imageryclient.geom.Resolution;
import org.imageryclient.mask.RootMask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureTest {

	private static final int RED = 0xffff0000;
	private static final Resolution NM = new Resolution(4.6, 4.6, 45);
	private static final Long3 ORIGIN = new Long3(100, 200, 300);

	@ParameterizedTest
	@CsvSource({ "0, 50, 196, 4.6", "1, 100, 196, 4.6", "2, 100, 50, 45" })
	void pixels_areSquareOfTheShorterSide(final int axis, final int width,
		final int height, final double nmPerSliceOrPixel)
	{
		final Figure figure = figure(axis);

		assertEquals(4.6, figure.nmPerPixel());
		assertEquals(width, figure.overlay().width());
		assertEquals(height, figure.overlay().height());
		assertEquals(nmPerSliceOrPixel, figure.nmPerSlice());
	}

	@Test
	void block_acrossY_hasItsHeightInNm() {
		// z from 5 to 15: 10 slices of 45 nm.
		final int[] picture = figure(1).overlay().alpha(1).colors(RED).picture(25)
			.samples();

		final long rows = IntStream.range(0, 196).filter(y -> picture[y * 100 +
			50] == RED).count();
		assertEquals(450 / 4.6, rows, 1);
	}

	@ParameterizedTest
	@CsvSource({ "0, 200, 2935, 100", "1, 100, 2935, 200", "2, 100, 200, 300" })
	void origin_isThatOfColumnsRowsAndSlices(final int axis, final long column,
		final long row, final long slice)
	{
		assertEquals(new Long3(column, row, slice), figure(axis).origin());
	}

	@Test
	void scaleBar_fitsTheWidth() {
		assertEquals("100 nm", figure(2).scaleBar().orElseThrow().text());
	}

	@Test
	void scaleBar_ofAWidthThatWasCoarser_isInPixelsOfTheFigure() {
		final Figure figure = Figure.of(overlay(2), new Resolution(10, 4, 40),
			ORIGIN);

		assertEquals(250, figure.overlay().width());
		assertEquals(50, figure.scaleBar().orElseThrow().pixels());
		assertEquals(4, figure.nmPerPixel());
	}

	@Test
	void scaleBar_ofALength_isThatLong() {
		assertEquals(46.0 / 4.6, figure(2).withScaleBar(46).scaleBar().orElseThrow()
			.pixels());
	}

	@Test
	void scaleBar_longerThanThePicture_isRefused() {
		final String message = assertThrows(IllegalArgumentException.class,
			() -> figure(2).withScaleBar(461)).getMessage();

		assertTrue(message.contains("460 nm") && message.contains("461 nm"),
			message);
	}

	@Test
	void scaleBar_without_isNone() {
		assertEquals(Optional.empty(), figure(2).withoutScaleBar().scaleBar());
	}

	@Test
	void picture_withoutImagery_isOverWhite() {
		final Figure figure = Figure.of(overlay(2).alpha(0.5).colors(RED), NM,
			ORIGIN);

		final int[] picture = figure.picture(10).samples();
		assertEquals(0xffffff, picture[0] & 0xffffff);
		assertEquals(0xff8080, picture[25 * 100 + 50] & 0xffffff);
		assertTrue(Arrays.stream(figure.backdrop(10).samples()).allMatch(
			argb -> argb == -1));
	}

	@ParameterizedTest
	@CsvSource({ "NONE, false, false", "PICTURE, true, false",
		"FILE, false, true", "BOTH, true, true" })
	void legend_isWhereItIsSaid(final LegendPlace place, final boolean inPicture,
		final boolean inFile)
	{
		final LegendPlace kept = figure(2).withLegend(place).legendPlace();

		assertEquals(inPicture, kept.isInPicture());
		assertEquals(inFile, kept.isInFile());
	}

	private static Figure figure(final int axis) {
		return Figure.of(overlay(axis), NM, ORIGIN);
	}

	/** 100 x 50 x 20 voxels, a root from (40, 20, 5) to (60, 30, 15). */
	private static Overlay overlay(final int axis) {
		final PlanarImg<UnsignedByteType, ?> shape = PlanarImgs.unsignedBytes(100,
			50, 20);
		for (int z = 5; z < 15; z++)
			for (int y = 20; y < 30; y++)
				for (int x = 40; x < 60; x++)
					shape.getAt(x, y, z).set(1);
		return Overlay.of(List.of(RootMask.of(-1L, shape))).acrossAxis(axis);
	}
}
