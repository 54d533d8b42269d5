// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.ij;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import javax.imageio.ImageIO;

import org.imageryclient.Progress;
import org.imageryclient.color.RootColors;
import org.imageryclient.color.ColorScheme;
import org.imageryclient.cutout.PairedCutout;
import org.imageryclient.cutout.RootSelection;
import org.imageryclient.export.IdTable;
import org.imageryclient.export.SaveOptions;
import org.imageryclient.fiji.service.CutoutFormat;
import org.imageryclient.geom.Region;
import org.imageryclient.precomputed.DataType;
import org.imageryclient.table.SegmentTable;
import org.imageryclient.testing.SamplePair;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CutoutFormatsTest {

	private static PairedCutout pair;
	private static PairedCutout oneSlice;

	@TempDir
	Path folder;
	private SaveOptions options;

	@BeforeAll
	static void read(@TempDir final Path data) {
		try (SamplePair sample = new SamplePair(data, DataType.UINT8, 1)) {
			pair = sample.client().imageAndSegmentation(Region.bounds(110, 206, 11,
				130, 216, 13), RootSelection.all());
			oneSlice = sample.client().imageAndSegmentation(Region.bounds(110, 206,
				11, 130, 216, 12), RootSelection.all());
		}
	}

	@BeforeEach
	void coloursOfNeuroglancer() {
		options = SaveOptions.prefix(folder.resolve("fig.tif")).colors(RootColors
			.hashed());
	}

	@ParameterizedTest
	@CsvSource({ "fig, PngSlicesFormat", "fig.v1, PngSlicesFormat",
		"fig.tif, TiffStackFormat", "FIG.TIFF, TiffStackFormat",
		"fig.png, OverlayFormat", "fig.zip, RoiSetFormat",
		"fig.csv, SegmentTableFormat" })
	void target_isTakenByTheFormatOfItsName(final String target,
		final String expected)
	{
		final List<CutoutFormat> byPriority = List.of(new TiffStackFormat(),
			new OverlayFormat(), new RoiSetFormat(), new SegmentTableFormat(),
			new PngSlicesFormat());
		assertEquals(expected, byPriority.stream().filter(f -> f.supports(target))
			.findFirst().orElseThrow().getClass().getSimpleName());
	}

	@Test
	void tiff_ofAPair_isImageryAndLabelsWithTheirLegend() {
		final List<Path> saved = new TiffStackFormat().save(pair, options,
			Progress.NONE);
		assertEquals(List.of(folder.resolve("fig.tif"), folder.resolve(
			"fig_labels.tif"), folder.resolve("fig_labels.csv")), saved);
		final ImagePlus labels = IJ.openImage(saved.get(1).toString());
		final long[] ids = pair.segmentation().ids();
		assertTrue(labels.getInfoProperty().contains(ids.length + " = " + Long
			.toUnsignedString(ids[ids.length - 1])), labels.getInfoProperty());
	}

	@Test
	void tiff_ofASegmentation_hasItsTableBesideIt() throws IOException {
		final List<Path> saved = new TiffStackFormat().save(pair.segmentation(),
			options, Progress.NONE);
		assertEquals(List.of(folder.resolve("fig.tif"), folder.resolve("fig.csv")),
			saved);
		assertEquals(IdTable.toCsv(pair.masks(), RootColors.hashed()), Files
			.readString(saved.get(1)));
	}

	@Test
	void csv_ofAPair_isItsSegmentTable() throws IOException {
		final List<Path> saved = new SegmentTableFormat().save(pair, SaveOptions
			.prefix(folder.resolve("fig.csv")), Progress.NONE);
		assertEquals(SegmentTable.of(pair).toCsv(), Files.readString(saved.get(0)));
	}

	@Test
	void tiff_ofImagery_isCalibrated() {
		new TiffStackFormat().save(pair.image(), options, Progress.NONE);
		final ImagePlus image = IJ.openImage(folder.resolve("fig.tif").toString());
		assertEquals("2 slices, 4.0 4.0 40.0 nm, from 440.0 824.0 440.0", image
			.getNSlices() + " slices, " + image.getCalibration().pixelWidth + " " +
			image.getCalibration().pixelHeight + " " + image
				.getCalibration().pixelDepth + " " + image.getCalibration().getUnit() +
			", from " + image.getCalibration().getX(0) + " " + image.getCalibration()
				.getY(0) + " " + image.getCalibration().getZ(0));
	}

	@Test
	void pngSlices_ofAPair_areImageryAndAMaskForEachRoot() {
		final List<Path> saved = new PngSlicesFormat().save(pair, SaveOptions
			.prefix(folder.resolve("fig")), Progress.NONE);
		assertEquals(2 + 2 * pair.segmentation().ids().length, saved.size());
	}

	@Test
	void overlay_ofOneSlice_isOnePicture() throws IOException {
		new OverlayFormat().save(oneSlice, SaveOptions.prefix(folder.resolve(
			"fig.png")).colors(RootColors.hashed()), Progress.NONE);
		assertNotNull(ImageIO.read(folder.resolve("fig.png").toFile()));
	}

	@Test
	void overlay_ofSeveralSlices_isAPictureForEach() {
		final List<Path> saved = new OverlayFormat().save(pair, SaveOptions.prefix(
			folder.resolve("fig.png")), Progress.NONE);
		assertEquals(List.of(folder.resolve("fig_slice_0.png"), folder.resolve(
			"fig_slice_1.png")), saved.stream().filter(Files::exists).toList());
	}

	@Test
	void display_withoutAScreen_givesTheImageWithItsOverlay() {
		final ImagePlus image = (ImagePlus) new ImageJDisplay().show(pair,
			ColorScheme.hashed(0));
		assertEquals(2, image.getOverlay().size());
	}

	@Test
	void display_ofImagery_hasNoOverlay() {
		final ImagePlus image = (ImagePlus) new ImageJDisplay().show(pair.image(),
			ColorScheme.white());
		assertEquals("20 x 10 x 2", image.getWidth() + " x " + image.getHeight() +
			" x " + image.getNSlices());
	}
}
