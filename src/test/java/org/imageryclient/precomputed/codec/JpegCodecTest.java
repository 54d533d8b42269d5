// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.precomputed.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

import org.imageryclient.precomputed.DataType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JpegCodecTest {

	private final JpegCodec codec = new JpegCodec();

	@ParameterizedTest
	@CsvSource({ "8,256", "16,128", "64,32", "128,16", "2048,1" })
	void any_width_and_height_of_the_right_area_will_do(final int width,
		final int height) throws IOException
	{
		final byte[] jpeg = grey(width, height, 0.9f, false);
		final byte[] samples = (byte[]) codec.decode(jpeg, shape(1));
		assertClose(samples, gradient(width, height), 12);
	}

	@Test
	void progressive_streams_are_read() throws IOException {
		assertArrayEquals((byte[]) codec.decode(grey(64, 32, 0.9f, false), shape(
			1)), (byte[]) codec.decode(grey(64, 32, 0.9f, true), shape(1)));
	}

	@Test
	void colours_become_planes() throws IOException {
		final byte[] samples = (byte[]) codec.decode(color(64, 32), shape(3));
		assertClose(Arrays.copyOfRange(samples, 0, 2048), filled(200), 4);
		assertClose(Arrays.copyOfRange(samples, 2048, 4096), filled(100), 4);
		assertClose(Arrays.copyOfRange(samples, 4096, 6144), filled(50), 4);
	}

	@Test
	void three_components_without_a_marker_are_ycbcr_as_in_libjpeg()
		throws IOException
	{
		final byte[] jpeg = color(64, 32);
		// SOI, then the JFIF marker of 18 bytes.
		final byte[] bare = concat(Arrays.copyOf(jpeg, 2), Arrays.copyOfRange(jpeg,
			20, jpeg.length));
		assertArrayEquals((byte[]) codec.decode(jpeg, shape(3)), (byte[]) codec
			.decode(bare, shape(3)));
	}

	@Test
	void colour_profiles_change_nothing() throws IOException {
		final byte[] jpeg = color(64, 32);
		final byte[] profile = { (byte) 0xff, (byte) 0xe2, 0, 20, 'I', 'C', 'C',
			'_', 'P', 'R', 'O', 'F', 'I', 'L', 'E', 0, 1, 1, 9, 9, 9, 9 };
		final byte[] with = concat(Arrays.copyOf(jpeg, 20), profile, Arrays
			.copyOfRange(jpeg, 20, jpeg.length));
		assertArrayEquals((byte[]) codec.decode(jpeg, shape(3)), (byte[]) codec
			.decode(with, shape(3)));
	}

	@Test
	void bytes_after_the_end_change_nothing() throws IOException {
		final byte[] jpeg = grey(64, 32, 0.9f, false);
		assertArrayEquals((byte[]) codec.decode(jpeg, shape(1)), (byte[]) codec
			.decode(concat(jpeg, new byte[9]), shape(1)));
	}

	@Test
	void an_early_end_is_an_error_wherever_it_is() throws IOException {
		final byte[] jpeg = grey(64, 32, 0.9f, false);
		for (int length = 0; length < jpeg.length - 2; length++) {
			final byte[] cut = Arrays.copyOf(jpeg, length);
			assertThrows(MalformedChunk.class, () -> codec.decode(cut, shape(1)),
				() -> "after " + cut.length + " of " + jpeg.length + " bytes");
		}
	}

	@Test
	void a_broken_chunk_does_not_spoil_the_next() throws IOException {
		final byte[] jpeg = grey(64, 32, 0.9f, false);
		final byte[] before = (byte[]) codec.decode(jpeg, shape(1));
		assertThrows(MalformedChunk.class, () -> codec.decode(Arrays.copyOf(jpeg,
			jpeg.length / 2), shape(1)));
		assertArrayEquals(before, (byte[]) codec.decode(jpeg, shape(1)));
	}

	@Test
	void many_threads_may_share_it() throws Exception {
		final byte[] jpeg = grey(64, 32, 0.9f, false);
		final byte[] expected = (byte[]) codec.decode(jpeg, shape(1));
		final ExecutorService pool = Executors.newFixedThreadPool(4);
		try {
			final Callable<Boolean> task = () -> Arrays.equals(expected,
				(byte[]) codec.decode(jpeg, shape(1)));
			for (final var result : pool.invokeAll(IntStream.range(0, 40).mapToObj(
				i -> task).toList()))
				assertEquals(true, result.get());
		}
		finally {
			pool.shutdown();
		}
	}

	static byte[] grey(final int width, final int height, final float quality,
		final boolean progressive) throws IOException
	{
		final BufferedImage image = new BufferedImage(width, height,
			BufferedImage.TYPE_BYTE_GRAY);
		final byte[] pixels = ((DataBufferByte) image.getRaster().getDataBuffer())
			.getData();
		System.arraycopy(gradient(width, height), 0, pixels, 0, pixels.length);
		return write(image, quality, progressive);
	}

	static byte[] color(final int width, final int height) throws IOException {
		final BufferedImage image = new BufferedImage(width, height,
			BufferedImage.TYPE_3BYTE_BGR);
		for (int y = 0; y < height; y++)
			for (int x = 0; x < width; x++)
				image.setRGB(x, y, 200 << 16 | 100 << 8 | 50);
		return write(image, 1, false);
	}

	private static byte[] write(final BufferedImage image, final float quality,
		final boolean progressive) throws IOException
	{
		final ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg")
			.next();
		final ImageWriteParam param = writer.getDefaultWriteParam();
		param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
		param.setCompressionQuality(quality);
		if (progressive) param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(
			bytes))
		{
			writer.setOutput(out);
			writer.write(null, new IIOImage(image, null, null), param);
		}
		writer.dispose();
		return bytes.toByteArray();
	}

	/** 2048 voxels, as 32 x 16 x 4. */
	static ChunkShape shape(final int channels) {
		return new ChunkShape(32, 16, 4, channels, DataType.UINT8);
	}

	private static byte[] gradient(final int width, final int height) {
		final byte[] pixels = new byte[width * height];
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = (byte) (40 + i % width * 60 / width + i / width * 60 /
				height);
		return pixels;
	}

	private static byte[] filled(final int value) {
		final byte[] bytes = new byte[2048];
		Arrays.fill(bytes, (byte) value);
		return bytes;
	}

	private static void assertClose(final byte[] actual, final byte[] expected,
		final int tolerance)
	{
		assertEquals(expected.length, actual.length);
		for (int i = 0; i < expected.length; i++)
			assertEquals(expected[i] & 0xff, actual[i] & 0xff, tolerance);
	}

	private static byte[] concat(final byte[]... parts) {
		final ByteArrayOutputStream all = new ByteArrayOutputStream();
		for (final byte[] part : parts)
			all.writeBytes(part);
		return all.toByteArray();
	}
}
