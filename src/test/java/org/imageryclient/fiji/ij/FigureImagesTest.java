// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.ij;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.gui.TextRoi;

import java.awt.Rectangle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import javax.imageio.ImageIO;

import org.imageryclient.Progress;
import org.imageryclient.color.ColorScheme;
import org.imageryclient.cutout.CutoutRequest;
import org.imageryclient.cutout.PairedCutout;
import org.imageryclient.export.Manifest;
import org.imageryclient.export.SaveOptions;
import org.imageryclient.geom.Region;
import org.imageryclient.overlay.Figure;
import org.imageryclient.overlay.Layer;
import org.imageryclient.overlay.LegendPlace;
import org.imageryclient.overlay.Outline;
import org.imageryclient.overlay.ScaleBar;
import org.imageryclient.picture.Picture;
import org.imageryclient.precomputed.DataType;
import org.imageryclient.testing.SamplePair;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FigureImagesTest {

	private static PairedCutout pair;
	private static PairedCutout inColor;

	@TempDir
	Path folder;

	@BeforeAll
	static void read(@TempDir final Path data) throws IOException {
		pair = read(Files.createDirectory(data.resolve("grey")), 1);
		inColor = read(Files.createDirectory(data.resolve("colour")), 3);
	}

	/** 64 x 48 x 4 voxels of 4 x 4 x 40 nm. */
	private static PairedCutout read(final Path data, final int channels) {
		try (SamplePair sample = new SamplePair(data, DataType.UINT8, channels)) {
			return sample.client().imageAndSegmentation(CutoutRequest.of(Region
				.bounds(100, 200, 10, 164, 248, 14)));
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 2 })
	void flat_hasABarAsLongAsItsText(final int axis) {
		final Figure figure = overNothing(axis);
		final ScaleBar bar = figure.scaleBar().orElseThrow();
		final Rectangle place = new FigureLayout(figure).bar(bar);
		final Picture.Rgb flat = FigureImages.flat(figure, 0);

		// White over the plate; in the last column only by the share it covers.
		final int row = place.y * flat.width();
		final int plate = flat.samples()[row + place.x - 1] & 0xff;
		final double pixels = IntStream.range(place.x - 1, place.x + place.width +
			2).mapToDouble(x -> ((flat.samples()[row + x] & 0xff) - plate) / (255.0 -
				plate)).sum();

		assertTrue(plate < 200, "a plate of " + plate);
		assertEquals(nm(bar.text()), pixels * figure.nmPerPixel(), 0.01 * figure
			.nmPerPixel());
	}

	@Test
	void flat_hasTheTextOfTheBar() {
		final Figure figure = overNothing(2);
		final Rectangle text = new FigureLayout(figure).barText(figure.scaleBar()
			.orElseThrow());

		final Picture.Rgb flat = FigureImages.flat(figure, 0);

		assertTrue(IntStream.range(0, text.width * text.height).filter(i -> (flat
			.samples()[(text.y + i / text.width) * flat.width() + text.x + i %
				text.width] & 0xff) > 240).count() > 20);
	}

	@Test
	void flat_withoutBarAndLegend_isTheOverlay() {
		final Figure figure = Figure.of(pair).withoutScaleBar().withLegend(
			LegendPlace.FILE);

		assertSame(figure.picture(1).samples(), FigureImages.flat(figure, 1)
			.samples());
	}

	@Test
	void flat_withALegend_hasAPanelWithTheColours() {
		final Figure figure = Figure.of(pair).withLegend(LegendPlace.PICTURE);
		final FigureLayout layout = new FigureLayout(figure);

		final Picture.Rgb flat = FigureImages.flat(figure, 0);

		assertEquals(64 + layout.panelWidth(), flat.width());
		for (int i = 0; i < figure.legend().entries().size(); i++) {
			final Rectangle box = layout.legendBox(i);
			assertEquals(figure.legend().entries().get(i).argb() & 0xffffff, flat
				.samples()[(box.y + box.height / 2) * flat.width() + box.x + box.width /
					2] & 0xffffff);
		}
	}

	@Test
	void layered_hasABarElementAsLongAsItsText() {
		final ImagePlus image = FigureImages.layered(Figure.of(pair));
		final Roi bar = bar(image.getOverlay());

		assertEquals(nm(Figure.of(pair).scaleBar().orElseThrow().text()), bar
			.getFloatWidth() * image.getCalibration().pixelWidth, 1e-3);
	}

	@Test
	void layered_hasABarThatImageJsOwnCommandReplaces() {
		final ImagePlus image = FigureImages.layered(Figure.of(pair));

		IJ.run(image, "Scale Bar...",
			"width=80 height=3 font=8 color=White background=None location=[Lower Left] overlay");

		final List<String> texts = Arrays.stream(image.getOverlay().toArray())
			.filter(TextRoi.class::isInstance).map(roi -> ((TextRoi) roi).getText()
				.strip()).toList();
		assertEquals(List.of("80 nm"), texts);
	}

	@Test
	void layered_holdsTheManifestInItsInfo() {
		final ImagePlus image = FigureImages.layered(Figure.of(pair));

		final Manifest manifest = Manifest.inInfo(image.getInfoProperty(), "image")
			.orElseThrow();
		assertEquals(pair.segmentation().ids().length, manifest.ids().size());
		assertEquals("hashed", manifest.colors().orElseThrow().scheme());
		assertTrue(manifest.macro().orElseThrow().contains("Overlay Figure..."));
	}

	@Test
	void layered_hasTheTextAsText() {
		final ImagePlus image = FigureImages.layered(Figure.of(pair));

		assertEquals(List.of(Figure.of(pair).scaleBar().orElseThrow().text()),
			Arrays.stream(image.getOverlay().toArray()).filter(
				TextRoi.class::isInstance).map(roi -> ((TextRoi) roi).getText().strip())
				.toList());
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void layered_hasElementsOfThePixelsThatAreDrawn(final boolean isOutline) {
		final Figure plain = Figure.of(pair);
		final Figure figure = isOutline ? Figure.of(plain.overlay().outline(Outline
			.inside(2)), pair) : plain;

		final Overlay elements = FigureImages.layered(figure).getOverlay();

		for (int slice = 0; slice < figure.count(); slice++)
			for (final Layer layer : figure.overlay().layers(slice))
				assertArrayEquals(pixels(layer), pixels(element(elements, layer.id(),
					slice)));
	}

	@Test
	void layered_whenFlattened_hasTheColoursOfTheFlatPicture() {
		final Figure figure = Figure.of(pair).withoutScaleBar();
		final ImagePlus image = FigureImages.layered(figure);
		image.setSlice(2);

		final int[] flattened = (int[]) image.flatten().getProcessor().getPixels();

		final int[] flat = FigureImages.flat(figure, 1).samples();
		for (int i = 0; i < flat.length; i++)
			for (int shift = 0; shift <= 16; shift += 8)
				assertEquals(flat[i] >> shift & 0xff, flattened[i] >> shift & 0xff, 2);
	}

	@Test
	void layered_ofColourImagery_hasElementsInEachChannel() {
		final Overlay elements = FigureImages.layered(Figure.of(inColor))
			.getOverlay();

		assertEquals(0, elements.get(0).getCPosition());
		assertEquals(1, elements.get(0).getZPosition());
	}

	@Test
	void tiff_isReadAgainWithItsLayers() {
		final Figure figure = Figure.of(pair).withLegend(LegendPlace.BOTH);
		new TiffStackFormat().save(figure, SaveOptions.prefix(folder.resolve(
			"fig.tif")), Progress.NONE);

		final ImagePlus read = IJ.openImage(folder.resolve("fig.tif").toString());

		final Overlay written = FigureImages.layered(figure).getOverlay();
		assertEquals(names(written), names(read.getOverlay()));
		assertEquals(50, bar(read.getOverlay()).getFloatWidth() * read
			.getCalibration().pixelWidth, 1e-3);
		assertEquals("nm, from 400.0 800.0 400.0", read.getCalibration().getUnit() +
			", from " + read.getCalibration().getX(0) + " " + read.getCalibration()
				.getY(0) + " " + read.getCalibration().getZ(0));
		assertTrue(read.getInfoProperty().contains("scale bar = 50 nm"), read
			.getInfoProperty());
		final byte[] imagery = (byte[]) pixelsOf(read, 3);
		assertEquals(pair.image().pixels().getAt(5, 7, 2, 0).getRealDouble(),
			imagery[7 * read.getWidth() + 5] & 0xff);
	}

	@Test
	void tiff_ofColourImagery_hasThreeChannels() {
		new TiffStackFormat().save(Figure.of(inColor), SaveOptions.prefix(folder
			.resolve("fig.tif")), Progress.NONE);

		final ImagePlus read = IJ.openImage(folder.resolve("fig.tif").toString());

		assertEquals("3 channels, 4 slices", read.getNChannels() + " channels, " +
			read.getNSlices() + " slices");
	}

	@Test
	void png_ofSeveralSlices_isAPictureForEachAndALegendBeside()
		throws IOException
	{
		final Figure figure = Figure.of(pair);

		final List<Path> saved = new OverlayFormat().save(figure, SaveOptions
			.prefix(folder.resolve("fig.png")), Progress.NONE);

		assertEquals(List.of("fig_slice_0.png", "fig_slice_1.png",
			"fig_slice_2.png", "fig_slice_3.png", "fig_legend.svg"), saved.stream()
				.map(file -> file.getFileName().toString()).toList());
		assertEquals(figure.legend().toSvg(), Files.readString(saved.get(4)));
		assertSame(FigureImages.flat(figure, 2).samples(), ImageIO.read(saved.get(2)
			.toFile()).getRGB(0, 0, 64, 48, null, 0, 64));
	}

	@Test
	void png_withoutALegend_isTheOnlyFile() {
		final Figure figure = Figure.of(pair).withLegend(LegendPlace.NONE);

		assertEquals(4, new OverlayFormat().save(figure, SaveOptions.prefix(folder
			.resolve("fig.png")), Progress.NONE).size());
	}

	@Test
	void panel_isThereOnlyForALegendInThePicture() {
		assertNotEquals(0, new FigureLayout(Figure.of(pair).withLegend(
			LegendPlace.BOTH)).panelWidth());
		assertEquals(0, new FigureLayout(Figure.of(pair)).panelWidth());
	}

	@Test
	void layered_withoutABar_hasNone() {
		assertNull(bar(FigureImages.layered(Figure.of(pair).withoutScaleBar())
			.getOverlay()));
	}

	private static Figure overNothing(final int axis) {
		return Figure.of(org.imageryclient.overlay.Overlay.of(pair.masks()).colors(
			ColorScheme.white()).acrossAxis(axis), pair);
	}

	private static double nm(final String text) {
		assertTrue(text.endsWith(" nm"), text);
		return Double.parseDouble(text.substring(0, text.length() - 3));
	}

	/** The element that is no text and has the bar's height. */
	private static Roi bar(final Overlay elements) {
		return Arrays.stream(elements.toArray()).filter(
			roi -> FigureElements.SCALE_BAR.equals(roi.getName())).filter(
				roi -> !(roi instanceof TextRoi) && roi.getBounds().height < 10)
			.findFirst().orElse(null);
	}

	private static Roi element(final Overlay elements, final long id,
		final int slice)
	{
		return Arrays.stream(elements.toArray()).filter(roi -> Long
			.toUnsignedString(id).equals(roi.getName()) && roi
				.getPosition() == slice + 1).findFirst().orElseThrow();
	}

	private static List<String> names(final Overlay elements) {
		return Arrays.stream(elements.toArray()).map(Roi::getName).toList();
	}

	/** Columns and rows of a picture of 64 columns. */
	private static int[] pixels(final Layer layer) {
		return IntStream.range(0, layer.shape().samples().length).filter(i -> layer
			.shape().samples()[i] != 0).map(i -> (layer.top() + i / layer.shape()
				.width()) * 64 + layer.left() + i % layer.shape().width()).toArray();
	}

	private static int[] pixels(final Roi roi) {
		return Arrays.stream(roi.getContainedPoints()).mapToInt(p -> p.y * 64 + p.x)
			.sorted().toArray();
	}

	private static Object pixelsOf(final ImagePlus image, final int slice) {
		return image.getStack().getPixels(slice);
	}

	private static void assertSame(final int[] expected, final int[] actual) {
		assertArrayEquals(Arrays.stream(expected).map(p -> p & 0xffffff).toArray(),
			Arrays.stream(actual).map(p -> p & 0xffffff).toArray());
	}
}
