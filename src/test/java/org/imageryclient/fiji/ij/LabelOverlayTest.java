// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.ij;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ij.IJ;
import ij.ImagePlus;
import ij.io.FileSaver;

import java.nio.file.Path;
import java.util.Map;

import org.imageryclient.color.RootColors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelOverlayTest {

	private static final int GREY = 100;
	private static final RootColors RED_AND_BLUE = RootColors.fixed(Map.of(
		SmallLabels.FIRST, "#ff0000", Long.toUnsignedString(SmallLabels.SECOND),
		"#0000ff80"));

	@TempDir
	Path folder;

	@ParameterizedTest
	@CsvSource({ "1, 0, 9, 5, 100, 100, 100", "1, 0, 10, 5, 255, 0, 0",
		"1, 0, 19, 14, 255, 0, 0", "1, 0, 20, 14, 100, 100, 100",
		"0.4, 0, 15, 10, 162, 60, 60", "1, 1, 15, 10, 50, 50, 178",
		"0.5, 1, 15, 10, 75, 75, 139", "0, 0, 15, 10, 100, 100, 100" })
	void flattened_hasTheColourOfTheRootAtItsPixels(final double alpha,
		final int z, final int x, final int y, final int red, final int green,
		final int blue)
	{
		final ImagePlus image = greyImage();
		image.setOverlay(LabelOverlay.of(SmallLabels.grid(), RED_AND_BLUE, alpha,
			1));
		image.setSlice(z + 1);
		assertColor(new int[] { red, green, blue }, image.flatten().getPixel(x, y));
	}

	@Test
	void flattened_asAStack_hasTheLabelsOfEachSlice() {
		final ImagePlus image = greyImage();
		image.setOverlay(LabelOverlay.of(SmallLabels.grid(), RED_AND_BLUE, 1, 1));
		image.flattenStack();
		assertColor(new int[] { 255, 0, 0 }, rgb(image.getStack().getProcessor(1)
			.get(15, 10)));
		assertColor(new int[] { 50, 50, 178 }, rgb(image.getStack().getProcessor(2)
			.get(15, 10)));
	}

	@Test
	void savedInATiff_isReadAgainWithColourAndOpacity() {
		final ImagePlus image = greyImage();
		image.setOverlay(LabelOverlay.of(SmallLabels.grid(), RED_AND_BLUE, 0.4, 1));
		final String file = folder.resolve("a.tif").toString();
		new FileSaver(image).saveAsTiff(file);
		final ImagePlus read = IJ.openImage(file);
		read.setSlice(1);
		assertColor(new int[] { 162, 60, 60 }, read.flatten().getPixel(15, 10));
		assertColor(new int[] { GREY, GREY, GREY }, read.flatten().getPixel(2, 2));
	}

	@Test
	void alphaOutsideZeroToOne_isRefused() {
		assertThrows(IllegalArgumentException.class, () -> LabelOverlay.of(
			SmallLabels.grid(), RED_AND_BLUE, 1.5, 1));
	}

	@Test
	void readout_saysPositionAndRoot() {
		final ImagePlus image = greyImage();
		final RootIdReadout readout = RootIdReadout.of(image, SmallLabels.grid());
		assertEquals("x=15, y=10, z=0, root id 864691135571546917", readout.textAt(
			15, 10));
	}

	@Test
	void readout_outsideTheImage_hasNoRoot() {
		assertEquals("x=40, y=-1, z=0, no root", RootIdReadout.of(greyImage(),
			SmallLabels.grid()).textAt(40, -1));
	}

	private static ImagePlus greyImage() {
		final ImagePlus image = IJ.createImage("em", "8-bit", SmallLabels.WIDTH,
			SmallLabels.HEIGHT, SmallLabels.DEPTH);
		for (int z = 1; z <= SmallLabels.DEPTH; z++)
			image.getStack().getProcessor(z).set(GREY);
		image.setDimensions(1, SmallLabels.DEPTH, 1);
		return image;
	}

	private static int[] rgb(final int pixel) {
		return new int[] { pixel >> 16 & 0xff, pixel >> 8 & 0xff, pixel & 0xff };
	}

	/** Java may round blended colours either way. */
	private static void assertColor(final int[] expected, final int[] actual) {
		for (int c = 0; c < 3; c++)
			assertEquals(expected[c], actual[c], 1.0, "channel " + c);
	}
}
