// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.geom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;

import org.imageryclient.geom.Region.Corners;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegionTest {

	private static final Optional<Point> NO_PIXELS = Optional.empty();

	@ParameterizedTest
	@CsvSource({ "10, 1, 10, 11", "10, 5, 8, 13", "10, 4, 8, 12", "0, 7, -3, 4",
		"-5, 3, -6, -3", "10, 5.5, 8, 13.5", "10.5, 4, 8.5, 12.5",
		"240640, 1024, 240128, 241152", "100, 0, 100, 100" })
	void aroundCentre_takesHalfTheSizeRoundedDown(final double centre,
		final double size, final double min, final double max)
	{
		final Corners corners = Region.aroundCentre(new Point(centre, centre,
			centre), new Point(size, size, size));
		assertEquals(new Corners(new Point(min, min, min), new Point(max, max,
			max)), corners);
	}

	@Test
	void bounds_reversed_areSortedAxisByAxis() {
		final Corners corners = Region.bounds(1180, 2100, 114, 1100, 2190, 110)
			.corners(NO_PIXELS);
		assertEquals(new Corners(new Point(1100, 2100, 110), new Point(1180, 2190,
			114)), corners);
	}

	@Test
	void corners_ofFractionalBounds_areExact() {
		final Corners corners = Region.bounds(0.25, -0.5, 1e15, 20000011.5, 2,
			1e15 + 1).corners(NO_PIXELS);
		assertEquals(new Corners(new Point(0.25, -0.5, 1e15), new Point(20000011.5,
			2, 1e15 + 1)), corners);
	}

	@Test
	void size_withoutDepth_isOneVoxelDeep() {
		final Corners corners = Region.centered(10, 10, 7).size(4, 4).corners(
			NO_PIXELS);
		assertEquals(new Corners(new Point(8, 8, 7), new Point(12, 12, 8)),
			corners);
	}

	@Test
	void size_ofBounds_takesTheFirstCornerAsCentre() {
		final Region region = Region.bounds(10, 10, 7, 99, 99, 99).size(4, 4, 1);
		assertEquals(Region.centered(10, 10, 7).size(4, 4, 1), region);
	}

	@Test
	void pixels_areKeptAsGiven() {
		assertArrayEquals(new long[] { 40, 30 }, Region.centered(1, 2, 3).pixels(40,
			30).pixelSize());
	}

	@Test
	void at_setsTheFrame() {
		final Resolution frame = Resolution.of(4, 4, 40);
		assertEquals(Optional.of(frame), Region.centered(1, 2, 3).size(5, 5).at(
			frame).frame());
	}

	@Test
	void size_afterPixels_isRefused() {
		assertMessage("both a size in voxels of the frame (bbox_size)", () -> Region
			.centered(1, 2, 3).pixels(4, 4).size(4, 4));
	}

	@Test
	void pixels_afterSize_areRefused() {
		assertMessage("in pixels of the mip (image_size)", () -> Region.centered(1,
			2, 3).size(4, 4).pixels(4, 4));
	}

	@Test
	void centered_withOneNumber_isRefused() {
		assertMessage("Expected a point of 3 numbers (x, y, z) but got 1: 5.0",
			() -> Region.centered(5));
	}

	@Test
	void bounds_withFourNumbers_areRefused() {
		assertMessage("Expected a point of 3 numbers (x, y, z) but got 4: ",
			() -> Region.bounds(new double[] { 1, 2, 3, 4 }, new double[] { 5, 6,
				7 }));
	}

	@Test
	void bounds_withNaN_areRefused() {
		assertMessage("finite coordinates within ±2^53 but got 1.0, NaN, 3.0",
			() -> Region.bounds(1, Double.NaN, 3, 4, 5, 6));
	}

	@Test
	void bounds_beyondWhatDoublesCount_areRefused() {
		assertMessage("within ±2^53 but got 1.0E16", () -> Region.bounds(1e16, 2, 3,
			4, 5, 6));
	}

	@Test
	void size_ofOneNumber_isRefused() {
		assertMessage("Expected a size of 2 or 3 numbers", () -> Region.centered(1,
			2, 3).size(5));
	}

	@Test
	void size_ofZero_isRefused() {
		assertMessage("Expected a size above zero along x, y and z but got 5, 0, 1",
			() -> Region.centered(1, 2, 3).size(5, 0));
	}

	@Test
	void pixels_belowOne_areRefused() {
		assertMessage(
			"Expected numbers of pixels from 1 to 2147483647 but got 5, -2",
			() -> Region.centered(1, 2, 3).pixels(5, -2));
	}

	@Test
	void corners_ofCentreWithoutSize_askForOne() {
		assertMessage("try size(width, height)", () -> Region.centered(1, 2, 3)
			.corners(NO_PIXELS));
	}

	@Test
	void toString_saysCentreSizeAndFrame() {
		assertEquals(
			"centre [5319, 8677, 1201], 400 x 400 x 1 voxels of 4 x 4 x 40 nm", Region
				.centered(5319, 8677, 1201).size(400, 400, 1).at(Resolution.of(4, 4,
					40)).toString());
	}

	private static void assertMessage(final String part, final Executable call) {
		final String message = assertThrows(IllegalArgumentException.class, call)
			.getMessage();
		assertTrue(message.contains(part), message);
	}
}
