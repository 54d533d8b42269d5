// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.cutout;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.imageryclient.geom.Long3;
import org.imageryclient.geom.Region;
import org.imageryclient.geom.Resolution;
import org.imageryclient.geom.VoxelBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The arithmetic of semantics §2, along one axis at a time. */
class FramingTest {

	@ParameterizedTest
	@CsvSource({
		// frame, mip, from, to, expected from, expected to
		"4, 8, 3, 6, 1, 3", "4, 8, -3, 5, -1, 2", "4, 8, 1101, 1180, 550, 590",
		"4, 32, 1102, 1183, 137, 147", "5, 4, 881, 945, 1101, 1181",
		"12, 4, 366, 393, 1098, 1179", "4, 4, 110.7, 112.2, 110, 112",
		"4, 4, -0.5, 2, 0, 2", "1, 4, 4401.5, 4720, 1100, 1180",
		"2, 4, -3, 6, -1, 3", "4, 4, 20000011, 20000043, 20000011, 20000043",
		"1, 4, 9007199254740990, 9007199254740992, 2251799813685247, 2251799813685248" })
	void referenceBox_truncatesTowardZeroBeforeAndAfterScaling(final double frame,
		final double mip, final double from, final double to, final long min,
		final long max)
	{
		final VoxelBox box = framing(Region.bounds(from, from, from, to, to, to),
			frame, mip).referenceBox(cube(mip));
		assertEquals(new VoxelBox(new Long3(min, min, min), new Long3(max, max,
			max)), box);
	}

	@ParameterizedTest
	@CsvSource({
		// from, to, expected lower corner, expected size
		"1100, 1180, 1100, 80", "1100.4, 1178, 1100, 78", "110.2, 112.9, 110, 3",
		"0, 2.5, 0, 2", "0, 3.5, 0, 4", "-1.5, 1, -1, 2", "0.9, 1.3, 0, 0" })
	void boundsBox_roundsTheExactSizeHalvesToEven(final double from,
		final double to, final long min, final long size)
	{
		final VoxelBox box = framing(Region.bounds(from, from, from, to, to, to), 4,
			8).boundsBox();
		assertEquals(VoxelBox.ofSize(new Long3(min, min, min), new Long3(size, size,
			size)), box);
	}

	@Test
	void nativeBox_ofPixels_hasExactlyThatMany() {
		final Framing framing = framing(Region.centered(1240, 1240, 1240).pixels(
			101, 99, 3), 5, 8);
		assertEquals(new Long3(101, 99, 3), framing.nativeBox(cube(8)).size());
	}

	@Test
	void nativeBox_ofPixels_beginsWhereTheReferenceBegins() {
		final Framing framing = framing(Region.centered(1240, 1240, 1240).pixels(
			101, 99, 3), 5, 8);
		assertEquals(framing.referenceBox(cube(8)).min(), framing.nativeBox(cube(8))
			.min());
	}

	@Test
	void referenceBox_ofPixels_mayBeOneOff() {
		final Framing framing = framing(Region.centered(1240, 1240, 1240).pixels(
			101, 99, 3), 5, 8);
		assertEquals(new Long3(100, 99, 3), framing.referenceBox(cube(8)).size());
	}

	@Test
	void nativeBox_ofPixelsWithoutDepth_isOneVoxelOfTheFrameDeep() {
		final Framing framing = framing(Region.centered(10, 10, 10).pixels(6, 6),
			80, 40);
		assertEquals(new Long3(6, 6, 2), framing.nativeBox(cube(40)).size());
	}

	@Test
	void nativeBox_onAnotherGrid_isTheReferenceBox() {
		final Framing framing = framing(Region.centered(1240, 1240, 1240).pixels(
			101, 99, 3), 5, 8);
		assertEquals(framing.referenceBox(cube(16)), framing.nativeBox(cube(16)));
	}

	@Test
	void extent_dropsFractionsOfPixels() {
		assertArrayEquals(new double[] { 66, 24, 1 }, Framing.extent(new double[] {
			33.9, 12.2 }, cube(8), cube(4)));
	}

	@Test
	void extent_keepsFractionsOfVoxels() {
		assertArrayEquals(new double[] { 161.6, 1.6, 1 }, Framing.extent(
			new double[] { 101, 1 }, cube(8), cube(5)));
	}

	@Test
	void referenceBox_farOutside_namesAxisAndGrid() {
		final Framing framing = framing(Region.bounds(9e15, 0, 0, 9e15 + 1, 1, 1),
			4, 1);
		final String message = assertThrows(IllegalArgumentException.class,
			() -> framing.referenceBox(cube(1))).getMessage();
		assertTrue(message.contains("along x in voxels of 1 x 1 x 1 nm"), message);
	}

	private static Framing framing(final Region region, final double frame,
		final double mip)
	{
		return Framing.of(region, cube(frame), cube(mip));
	}

	private static Resolution cube(final double nm) {
		return Resolution.of(nm, nm, nm);
	}
}
