// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.ij;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.gui.Roi;
import ij.io.RoiDecoder;
import ij.process.ByteProcessor;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import net.imglib2.img.planar.PlanarImg;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.type.numeric.integer.UnsignedIntType;

import org.imageryclient.Canceled;
import org.imageryclient.Progress;
import org.imageryclient.color.ColorScheme;
import org.imageryclient.cutout.CutoutRequest;
import org.imageryclient.cutout.PairedCutout;
import org.imageryclient.export.SaveOptions;
import org.imageryclient.geom.Region;
import org.imageryclient.mask.LabelImage;
import org.imageryclient.mask.MaskSet;
import org.imageryclient.mask.RootMask;
import org.imageryclient.precomputed.DataType;
import org.imageryclient.testing.SamplePair;
import org.imageryclient.volume.Planes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RootRoisTest {

	private static final ColorScheme HASHED = ColorScheme.hashed(0);

	/** Index 1 and 3 are one id; the last is above 2^63. */
	private static final long[] TABLE = { 0, 864691135571546917L, -2,
		864691135571546917L, 5 };

	@TempDir
	Path folder;

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3 })
	void rois_ofNoise_drawTheMasksPixelForPixel(final int blockSize) {
		final MaskSet masks = noise(41, 33, 3, blockSize);

		assertDrawn(masks, RootRois.of(masks, HASHED));
	}

	@Test
	void rois_ofHolesAndParts_drawTheMasksPixelForPixel() {
		final String[] rows = { //
			"11111...1", //
			"1...1..1.", //
			"1.2.1.1..", //
			"1...1....", //
			"11111..44", //
			"...4444.4", //
			".......44" };
		final PlanarImg<UnsignedIntType, ?> indices = PlanarImgs.unsignedInts(9, 7,
			1);
		for (int y = 0; y < 7; y++)
			for (int x = 0; x < 9; x++)
				indices.getAt(x, y, 0).set(rows[y].charAt(x) == '.' ? 0 : rows[y]
					.charAt(x) - '0');
		final MaskSet masks = MaskSet.of(LabelImage.of(indices, TABLE), new long[0],
			true);

		final List<Roi> rois = RootRois.of(masks, HASHED);

		assertEquals(4, rois.size());
		assertDrawn(masks, rois);
	}

	@Test
	void savedSet_isReadByImageJWithShapePlaceNameAndColour() throws IOException {
		final MaskSet masks = noise(41, 33, 3, 3);
		final ColorScheme colors = ColorScheme.parse("5=#ff800080 hashed");

		final Path file = new RoiSetFormat().save(masks, SaveOptions.prefix(folder
			.resolve("fig.zip")).colors(colors), Progress.NONE).get(0);

		final List<Roi> read = read(file);
		final List<Roi> made = RootRois.of(masks, colors);
		assertEquals(made.stream().map(Roi::getName).toList(), read.stream().map(
			Roi::getName).toList());
		assertEquals(made.stream().map(Roi::getStrokeColor).toList(), read.stream()
			.map(Roi::getStrokeColor).toList());
		assertDrawn(masks, read);
	}

	@Test
	void savedSet_ofTheSameMasks_hasTheSameBytes() throws IOException {
		final List<byte[]> files = new ArrayList<>();
		for (final String name : List.of("a.zip", "b.zip"))
			files.add(Files.readAllBytes(new RoiSetFormat().save(noise(9, 9, 2, 2),
				SaveOptions.prefix(folder.resolve(name)), Progress.NONE).get(0)));

		assertArrayEquals(files.get(0), files.get(1));
	}

	@Test
	void savedSet_ofACanceledJob_isNotThere() throws IOException {
		assertThrows(Canceled.class, () -> new RoiSetFormat().save(noise(9, 9, 2,
			2), SaveOptions.prefix(folder.resolve("fig.zip")), new Progress()
		{

				@Override
				public void report(final String task, final long done,
					final long total)
				{
					// Nobody is listening.
				}

				@Override
				public boolean isCanceled() {
					return true;
				}
			}));

		try (Stream<Path> files = Files.list(folder)) {
			assertEquals(0, files.count());
		}
	}

	@Test
	void roi_hasTheColourOfItsRoot() {
		final List<Roi> rois = RootRois.of(noise(9, 9, 1, 3), ColorScheme.parse(
			"5=#ff800080 white"));

		assertEquals(List.of(new Color(0xff, 0x80, 0, 0x80), Color.WHITE,
			Color.WHITE), rois.stream().map(Roi::getStrokeColor).toList());
	}

	@Test
	void names_ofOneSlice_areTheIdsAlone() {
		assertEquals(List.of("5", "864691135571546917", "18446744073709551614"),
			RootRois.of(noise(30, 30, 1, 3), HASHED).stream().map(Roi::getName)
				.toList());
	}

	@Test
	void names_ofSeveralSlices_countThemAsSavedMasksDo() {
		assertTrue(RootRois.of(noise(30, 30, 2, 3), HASHED).stream().map(
			Roi::getName).toList().contains("18446744073709551614_slice_1"));
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 3 })
	void rois_ofAPair_lieInTheirSliceOfAllChannels(final int channels) {
		try (SamplePair sample = new SamplePair(folder, DataType.UINT8, channels)) {
			final PairedCutout pair = sample.client().imageAndSegmentation(
				CutoutRequest.of(Region.bounds(110, 206, 11, 150, 236, 13)));

			final List<Roi> rois = RootRois.of(pair, HASHED);

			assertEquals(2, rois.stream().map(channels == 1 ? Roi::getPosition
				: Roi::getZPosition).distinct().count());
			assertTrue(rois.stream().allMatch(roi -> roi.getCPosition() == 0));
			if (channels == 1) assertDrawn(pair.masks(), rois);
		}
	}

	/** Every pixel of every slice of every mask. */
	private static void assertDrawn(final MaskSet masks, final List<Roi> rois) {
		final int width = (int) masks.labels().indices().dimension(0);
		final int height = (int) masks.labels().indices().dimension(1);
		final int depth = (int) masks.labels().indices().dimension(2);
		int drawn = 0;
		for (final long id : masks.ids()) {
			final RootMask mask = masks.mask(id);
			for (int z = 0; z < depth; z++) {
				final ByteProcessor pixels = new ByteProcessor(width, height);
				pixels.setValue(255);
				final String name = Long.toUnsignedString(id) + (depth == 1 ? ""
					: "_slice_" + z);
				final int position = depth == 1 ? 0 : z + 1;
				for (final Roi roi : rois)
					if (roi.getName().equals(name)) {
						assertEquals(position, roi.getPosition());
						pixels.fill(roi);
						drawn++;
					}
				assertArrayEquals(mask.plane(2, z), (byte[]) pixels.getPixels(), name);
			}
		}
		assertEquals(rois.size(), drawn);
	}

	private static List<Roi> read(final Path file) throws IOException {
		final List<Roi> rois = new ArrayList<>();
		try (ZipFile zip = new ZipFile(file.toFile())) {
			for (final Enumeration<? extends ZipEntry> entries = zip
				.entries(); entries.hasMoreElements();)
			{
				final ZipEntry entry = entries.nextElement();
				rois.add(new RoiDecoder(zip.getInputStream(entry).readAllBytes(), entry
					.getName()).getRoi());
			}
		}
		return rois;
	}

	/** Random indices in blocks, among them shapes that meet at corners. */
	private static MaskSet noise(final int width, final int height,
		final int depth, final int blockSize)
	{
		final PlanarImg<UnsignedIntType, ?> indices = PlanarImgs.unsignedInts(width,
			height, depth);
		final Planes planes = Planes.of(indices);
		final Random random = new Random(blockSize);
		for (int z = 0; z < depth; z++) {
			final int[] blocks = random.ints((long) width * height, 0, TABLE.length)
				.toArray();
			final int[] plane = (int[]) planes.array(z);
			for (int i = 0; i < plane.length; i++)
				plane[i] = blocks[i / width / blockSize * width + i % width /
					blockSize];
		}
		return MaskSet.of(LabelImage.of(indices, TABLE));
	}
}
