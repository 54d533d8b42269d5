// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.ij;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.CompositeImage;
import ij.ImagePlus;

import java.math.BigDecimal;
import java.nio.file.Path;

import org.imageryclient.Unsupported;
import org.imageryclient.color.RootColors;
import org.imageryclient.cutout.ImageCutout;
import org.imageryclient.cutout.SegmentationCutout;
import org.imageryclient.geom.Region;
import org.imageryclient.precomputed.DataType;
import org.imageryclient.testing.SamplePair;
import org.imageryclient.volume.Planes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class CutoutImagesTest {

	private static final Region REGION = Region.bounds(110, 205, 11, 150, 235,
		13);

	@TempDir
	Path folder;

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = { "INT32", "UINT32", "INT64",
		"UINT64" })
	void of_holdsEverySample(final DataType type) {
		try (SamplePair sample = new SamplePair(folder, type, 1)) {
			final ImagePlus image = CutoutImages.of(sample.client().image(REGION));
			assertEquals("40 x 30 x 2", image.getWidth() + " x " + image.getHeight() +
				" x " + image.getNSlices());
			for (int z = 0; z < 2; z++)
				for (int y = 0; y < 30; y++)
					for (int x = 0; x < 40; x++)
						assertEquals(sample.sampleAt(110 + x, 205 + y, 11 + z, 0), image
							.getCalibration().getCValue(image.getStack().getProcessor(z + 1)
								.getf(x, y)));
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "UINT8", "UINT16", "FLOAT32" })
	void of_sharesThePlanesOfTheCutout(final DataType type) {
		try (SamplePair sample = new SamplePair(folder, type, 1)) {
			final ImageCutout<?> cutout = sample.client().image(REGION);
			assertSame(Planes.of(cutout.pixels()).plane(1), CutoutImages.of(cutout)
				.getStack().getPixels(2));
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "INT32", "UINT32", "INT64", "UINT64" })
	void of_valuesThatFloatsCannotHold_isRefusedWithTheRemedy(
		final DataType type)
	{
		try (SamplePair sample = new SamplePair(folder, type, 1)) {
			final ImageCutout<?> cutout = sample.client().image(REGION);
			final Exception e = assertThrows(Unsupported.class, () -> CutoutImages.of(
				cutout));
			assertTrue(e.getMessage().contains(type.word()) && e.getMessage()
				.contains("try rounding"), e.getMessage());
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "INT32", "INT64", "FLOAT64" })
	void nearest_roundsToTheNearestFloat(final DataType type) {
		try (SamplePair sample = new SamplePair(folder, type, 1)) {
			final ImagePlus image = CutoutImages.nearest(sample.client().image(
				REGION));
			assertEquals((float) sample.sampleAt(110, 205, 11, 0), image.getStack()
				.getProcessor(1).getf(0, 0));
		}
	}

	@Test
	void nearest_roundsUnsigned64BitsToTheNearestFloat() {
		try (SamplePair sample = new SamplePair(folder, DataType.UINT64, 1)) {
			final ImagePlus image = CutoutImages.nearest(sample.client().image(
				REGION));
			final long value = sample.sampleAt(112, 205, 11, 0);
			assertEquals(new BigDecimal(Long.toUnsignedString(value)).floatValue(),
				image.getStack().getProcessor(1).getf(2, 0));
		}
	}

	@Test
	void of_threeChannels_isAnRgbComposite() {
		try (SamplePair sample = new SamplePair(folder, DataType.UINT8, 3)) {
			final ImagePlus image = CutoutImages.of(sample.client().image(REGION));
			assertEquals(CompositeImage.COMPOSITE, image.getCompositeMode());
			assertEquals("3 channels, 2 slices", image.getNChannels() +
				" channels, " + image.getNSlices() + " slices");
			assertEquals(sample.sampleAt(110, 205, 12, 2), image.getStack()
				.getProcessor(image.getStackIndex(3, 2, 1)).get(0, 0));
		}
	}

	@Test
	void of_placesPixelsInNm() {
		try (SamplePair sample = new SamplePair(folder, DataType.UINT8, 1)) {
			final ImagePlus image = CutoutImages.of(sample.client().image(REGION));
			assertEquals("440.0 820.0 440.0 nm", image.getCalibration().getX(0) +
				" " + image.getCalibration().getY(0) + " " + image.getCalibration()
					.getZ(0) + " " + image.getCalibration().getUnit());
		}
	}

	@Test
	void labels_areDenseInTheOrderOfIdsWithALegend() {
		try (SamplePair sample = new SamplePair(folder, DataType.UINT8, 1)) {
			final SegmentationCutout cutout = sample.client().segmentation(REGION);
			final ImagePlus image = CutoutImages.labels(cutout, RootColors.hashed());
			final long[] ids = cutout.ids();
			assertEquals(8, image.getBitDepth());
			for (int y = 0; y < image.getHeight(); y++)
				for (int x = 0; x < image.getWidth(); x++) {
					final int label = image.getStack().getProcessor(1).get(x, y);
					assertEquals(cutout.idAt(x, y, 0), label == 0 ? 0 : ids[label - 1]);
				}
			assertTrue(image.getInfoProperty().contains("\n1 = " + Long
				.toUnsignedString(ids[0]) + "\n"), image.getInfoProperty());
		}
	}

	@Test
	void labels_ofEightBits_haveTheColoursOfTheirRoots() {
		try (SamplePair sample = new SamplePair(folder, DataType.UINT8, 1)) {
			final SegmentationCutout cutout = sample.client().segmentation(REGION);
			final ImagePlus image = CutoutImages.labels(cutout, RootColors.hashed());
			assertEquals(RootColors.hashed().argb(cutout.ids()[0]), image
				.getProcessor().getColorModel().getRGB(1));
		}
	}
}
