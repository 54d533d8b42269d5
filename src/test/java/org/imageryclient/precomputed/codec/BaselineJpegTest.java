// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.precomputed.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The JDK's libjpeg is the reference: samples must be its own, bit by bit, and
 * streams that are not grey, baseline and whole must be left to it.
 */
class BaselineJpegTest {

	private final BaselineJpeg jpeg = new BaselineJpeg();

	@ParameterizedTest
	@CsvSource({ "1, 1", "7, 3", "8, 8", "9, 17", "64, 1024", "127, 33",
		"128, 2048", "1000, 13" })
	void decode_anySize_givesTheSamplesOfLibjpeg(final int width,
		final int height)
	{
		final byte[] stream = written(texture(width, height, 1), 0.9f, false);

		final Optional<byte[]> samples = jpeg.decode(stream);

		assertArrayEquals(libjpeg(stream), samples.orElseThrow());
	}

	@ParameterizedTest
	@ValueSource(floats = { 0.01f, 0.2f, 0.5f, 0.75f, 0.95f, 1 })
	void decode_anyQuality_givesTheSamplesOfLibjpeg(final float quality) {
		final byte[] stream = written(texture(96, 200, 2), quality, false);

		final Optional<byte[]> samples = jpeg.decode(stream);

		assertArrayEquals(libjpeg(stream), samples.orElseThrow());
	}

	@ParameterizedTest
	@ValueSource(floats = { 0.3f, 0.8f, 1 })
	void decode_blackAndWhiteNoise_givesTheSamplesOfLibjpeg(final float quality) {
		final Random random = new Random(3);
		final byte[] extremes = new byte[64 * 80];
		for (int i = 0; i < extremes.length; i++)
			extremes[i] = (byte) (random.nextBoolean() ? 255 : 0);
		final byte[] stream = written(grey(64, 80, extremes), quality, false);

		final Optional<byte[]> samples = jpeg.decode(stream);

		assertArrayEquals(libjpeg(stream), samples.orElseThrow());
	}

	@Test
	void decode_streamsWithDifferentTables_keepsThemApart() {
		final byte[] coarse = written(texture(40, 40, 4), 0.1f, false);
		final byte[] fine = written(texture(40, 40, 4), 1, false);
		jpeg.decode(coarse);
		jpeg.decode(fine);

		final Optional<byte[]> samples = jpeg.decode(coarse);

		assertArrayEquals(libjpeg(coarse), samples.orElseThrow());
	}

	@Test
	void decode_progressive_isLeftToLibjpeg() {
		final byte[] stream = written(texture(32, 32, 5), 0.9f, true);

		assertEquals(Optional.empty(), jpeg.decode(stream));
	}

	@Test
	void decode_color_isLeftToLibjpeg() {
		final byte[] stream = written(new BufferedImage(32, 32,
			BufferedImage.TYPE_3BYTE_BGR), 0.9f, false);

		assertEquals(Optional.empty(), jpeg.decode(stream));
	}

	@Test
	void decode_tablesLeftOut_isLeftToLibjpeg() {
		final byte[] whole = written(texture(32, 32, 6), 0.9f, false);
		jpeg.decode(whole);

		assertEquals(Optional.empty(), jpeg.decode(withoutSegment(whole, 0xc4)));
	}

	@Test
	void decode_cutAnywhere_isLeftToLibjpeg() {
		final byte[] whole = written(texture(48, 48, 7), 0.9f, false);

		for (int length = 2; length < whole.length; length++)
			assertEquals(Optional.empty(), jpeg.decode(Arrays.copyOf(whole, length)),
				"cut to " + length + " of " + whole.length + " bytes");
	}

	@Test
	void decode_garbledAnywhere_neverFailsByAccident() {
		final byte[] whole = written(texture(48, 48, 8), 0.9f, false);
		final Random random = new Random(9);
		for (int round = 0; round < 5000; round++) {
			final byte[] garbled = whole.clone();
			// The size stays, as the codec checks it before.
			final int scan = whole.length / 3 + random.nextInt(2 * whole.length / 3);
			garbled[scan] = (byte) random.nextInt();
			garbled[600 + random.nextInt(20)] = (byte) random.nextInt();

			final Optional<byte[]> samples = jpeg.decode(garbled);

			assertTrue(samples.isEmpty() || samples.get().length == 48 * 48);
		}
	}

	private static byte[] withoutSegment(final byte[] stream, final int code) {
		final ByteArrayOutputStream kept = new ByteArrayOutputStream();
		kept.write(stream, 0, 2);
		int position = 2;
		while ((stream[position + 1] & 0xff) != 0xda) {
			final int length = 2 + (stream[position + 2] & 0xff) * 256 +
				(stream[position + 3] & 0xff);
			if ((stream[position + 1] & 0xff) != code) kept.write(stream, position,
				length);
			position += length;
		}
		kept.write(stream, position, stream.length - position);
		return kept.toByteArray();
	}

	private static byte[] libjpeg(final byte[] stream) {
		return new JpegDecoder().decodeGrey(stream);
	}

	/** Slopes, edges and noise, as in electron micrographs. */
	private static BufferedImage texture(final int width, final int height,
		final long seed)
	{
		final Random random = new Random(seed);
		final byte[] samples = new byte[width * height];
		for (int i = 0; i < samples.length; i++) {
			final int x = i % width;
			final int y = i / width;
			final double value = 128 + 60 * Math.sin(x / 5.0) * Math.cos(y / 9.0) +
				(x / 11 % 2 == 0 ? 30 : -30) + 15 * random.nextGaussian();
			samples[i] = (byte) Math.max(0, Math.min(255, value));
		}
		return grey(width, height, samples);
	}

	private static BufferedImage grey(final int width, final int height,
		final byte[] samples)
	{
		final BufferedImage image = new BufferedImage(width, height,
			BufferedImage.TYPE_BYTE_GRAY);
		System.arraycopy(samples, 0, ((DataBufferByte) image.getRaster()
			.getDataBuffer()).getData(), 0, samples.length);
		return image;
	}

	private static byte[] written(final BufferedImage image, final float quality,
		final boolean progressive)
	{
		final ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg")
			.next();
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
			final ImageWriteParam param = writer.getDefaultWriteParam();
			param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
			param.setCompressionQuality(quality);
			param.setProgressiveMode(progressive ? ImageWriteParam.MODE_DEFAULT
				: ImageWriteParam.MODE_DISABLED);
			writer.setOutput(stream);
			writer.write(null, new IIOImage(image, null, null), param);
			stream.flush();
			return out.toByteArray();
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
		finally {
			writer.dispose();
		}
	}
}
