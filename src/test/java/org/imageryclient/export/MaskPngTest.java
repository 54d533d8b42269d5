// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;

import javax.imageio.ImageIO;

import org.imageryclient.picture.Picture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskPngTest {

	@ParameterizedTest
	@CsvSource({ "1, 1, -1", "7, 5, 0", "8, 3, 1", "9, 3, 9", "256, 256, 6",
		"300, 200, 0" })
	void mask_ofAnySizeAndCompression_isReadBackByJava(final int width,
		final int height, final int level) throws IOException
	{
		final byte[] samples = samples(width * height);
		final BufferedImage read = ImageIO.read(new ByteArrayInputStream(MaskPng
			.encode(new Picture.Mask(width, height, samples, 0x4d0080ff), level)));
		assertEquals(width + " x " + height, read.getWidth() + " x " + read
			.getHeight());
		for (int i = 0; i < samples.length; i++)
			assertEquals(samples[i] == 0 ? 0 : 0x4d0080ff, read.getRGB(i % width, i /
				width));
	}

	/** Java does not look at checksums; other readers refuse wrong ones. */
	@Test
	void chunks_haveTheirChecksums() {
		final ByteBuffer file = ByteBuffer.wrap(MaskPng.encode(new Picture.Mask(20,
			10, samples(200), -1), 6)).position(8);
		final List<String> types = new ArrayList<>();
		while (file.hasRemaining()) {
			final int length = file.getInt();
			final CRC32 crc = new CRC32();
			crc.update(file.array(), file.position(), 4 + length);
			types.add(new String(file.array(), file.position(), 4,
				StandardCharsets.US_ASCII));
			file.position(file.position() + 4 + length);
			assertEquals((int) crc.getValue(), file.getInt());
		}
		assertEquals(List.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND"), types);
	}

	private static byte[] samples(final int length) {
		final byte[] samples = new byte[length];
		final Random random = new Random(length);
		for (int i = 0; i < length; i++)
			samples[i] = (byte) (random.nextBoolean() ? 255 : 0);
		return samples;
	}
}
