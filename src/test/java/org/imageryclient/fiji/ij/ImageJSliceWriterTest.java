// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.ij;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.process.ImageProcessor;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferUShort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

import javax.imageio.ImageIO;

import org.imageryclient.picture.Picture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageJSliceWriterTest {

	private static final int WIDTH = 37;
	private static final int HEIGHT = 23;
	private static final int COLOR_TYPE_BYTE = 25;
	private static final int GREY = 0;

	@TempDir
	Path folder;

	@Test
	void gray8_isReadBackEqualByJavaAndImageJ() throws IOException {
		final byte[] samples = new byte[WIDTH * HEIGHT];
		new Random(1).nextBytes(samples);
		final Path file = write(new Picture.Gray8(WIDTH, HEIGHT, samples));
		assertArrayEquals(samples, (byte[]) ImageIO.read(file.toFile()).getRaster()
			.getDataElements(0, 0, WIDTH, HEIGHT, null));
		assertArrayEquals(samples, (byte[]) open(file).getPixels());
	}

	@Test
	void gray8_isGreyInTheFile() throws IOException {
		final Path file = write(new Picture.Gray8(2, 1, new byte[] { 0, 7 }));
		assertEquals(GREY, Files.readAllBytes(file)[COLOR_TYPE_BYTE]);
	}

	@Test
	void gray8_ofFewValues_keepsThemUnscaled() throws IOException {
		final Path file = write(new Picture.Gray8(2, 1, new byte[] { 100, 101 }));
		assertArrayEquals(new byte[] { 100, 101 }, (byte[]) open(file).getPixels());
	}

	@Test
	void gray16_isReadBackEqualByJavaAndImageJ() throws IOException {
		final short[] samples = new short[WIDTH * HEIGHT];
		final Random random = new Random(2);
		for (int i = 0; i < samples.length; i++)
			samples[i] = (short) random.nextInt();
		final Path file = write(new Picture.Gray16(WIDTH, HEIGHT, samples));
		assertArrayEquals(samples, ((DataBufferUShort) ImageIO.read(file.toFile())
			.getRaster().getDataBuffer()).getData());
		assertArrayEquals(samples, (short[]) open(file).getPixels());
	}

	@Test
	void rgb_isReadBackEqualByJavaAndImageJ() throws IOException {
		final int[] samples = new Random(3).ints(WIDTH * HEIGHT, 0, 1 << 24)
			.toArray();
		final Path file = write(new Picture.Rgb(WIDTH, HEIGHT, samples));
		final BufferedImage read = ImageIO.read(file.toFile());
		final int[] opaque = (int[]) open(file).getPixels();
		for (int i = 0; i < samples.length; i++) {
			assertEquals(samples[i] | 0xff000000, read.getRGB(i % WIDTH, i / WIDTH));
			assertEquals(samples[i] & 0xffffff, opaque[i] & 0xffffff);
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 0xffffffff, 0xffff0000, 0x4d0080ff, 0xff000000,
		0x00ff0000 })
	void mask_isItsColourOnTransparentBlack(final int argb) throws IOException {
		final byte[] samples = new byte[WIDTH * HEIGHT];
		final Random random = new Random(4);
		for (int i = 0; i < samples.length; i++)
			samples[i] = (byte) (random.nextBoolean() ? 255 : 0);
		final Path file = write(new Picture.Mask(WIDTH, HEIGHT, samples, argb));
		final BufferedImage read = ImageIO.read(file.toFile());
		for (int i = 0; i < samples.length; i++)
			assertEquals(samples[i] == 0 ? 0 : argb, read.getRGB(i % WIDTH, i /
				WIDTH));
	}

	@Test
	void mask_thatIsEmpty_isTransparentEverywhere() throws IOException {
		final Path file = write(new Picture.Mask(9, 1, new byte[9], 0xffffffff));
		assertEquals(0, ImageIO.read(file.toFile()).getRGB(8, 0));
	}

	@Test
	void rgba_keepsEachSampleAndItsAlpha() throws IOException {
		final int[] samples = new Random(5).ints(WIDTH * HEIGHT).toArray();
		final Path file = write(new Picture.Rgba(WIDTH, HEIGHT, samples));
		final BufferedImage read = ImageIO.read(file.toFile());
		assertArrayEquals(samples, read.getRGB(0, 0, WIDTH, HEIGHT, null, 0,
			WIDTH));
	}

	@Test
	void compression_changesTheSizeOfFilesAndNoSample() throws IOException {
		final int[] row = { 0, 1, 2, 300, 70_000, 0xff00ff };
		final byte[] bytes = new byte[WIDTH * HEIGHT];
		final short[] shorts = new short[bytes.length];
		final int[] ints = new int[bytes.length];
		for (int i = 0; i < ints.length; i++) {
			ints[i] = row[i % row.length];
			shorts[i] = (short) ints[i];
			bytes[i] = (byte) ints[i];
		}
		for (final Picture picture : List.of(new Picture.Gray8(WIDTH, HEIGHT,
			bytes), new Picture.Gray16(WIDTH, HEIGHT, shorts), new Picture.Rgb(WIDTH,
				HEIGHT, ints), new Picture.Rgba(WIDTH, HEIGHT, ints), new Picture.Mask(
					WIDTH, HEIGHT, bytes, 0x80ff0000)))
		{
			final Path usual = write(picture);
			final Path none = folder.resolve("none.png");
			final Path most = folder.resolve("most.png");
			new ImageJSliceWriter().withCompression(0).write(picture, none);
			new ImageJSliceWriter().withCompression(9).write(picture, most);
			assertTrue(Files.size(none) > Files.size(most), picture.toString());
			assertSamePixels(usual, none);
			assertSamePixels(usual, most);
		}
	}

	private static void assertSamePixels(final Path expected, final Path found)
		throws IOException
	{
		final BufferedImage a = ImageIO.read(expected.toFile());
		final BufferedImage b = ImageIO.read(found.toFile());
		assertEquals(a.getType(), b.getType());
		for (int y = 0; y < HEIGHT; y++)
			for (int x = 0; x < WIDTH; x++) {
				assertEquals(a.getRaster().getSample(x, y, 0), b.getRaster().getSample(
					x, y, 0));
				assertEquals(a.getRGB(x, y), b.getRGB(x, y));
			}
	}

	@Test
	void write_whereTheFolderIsGone_failsWithAnIOException() {
		assertThrows(IOException.class, () -> new ImageJSliceWriter().write(
			new Picture.Gray8(1, 1, new byte[1]), folder.resolve("gone/a.png")));
	}

	private Path write(final Picture picture) throws IOException {
		final Path file = folder.resolve("a.png");
		new ImageJSliceWriter().write(picture, file);
		return file;
	}

	private static ImageProcessor open(final Path file) {
		return IJ.openImage(file.toString()).getProcessor();
	}
}
