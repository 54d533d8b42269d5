// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.export;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

import org.imageryclient.picture.Picture;

/**
 * A mask as a PNG file of one bit a pixel (PNG specification, third edition): a
 * palette of transparent black and the colour, which readers give as red,
 * green, blue and alpha. Many small masks are many files, so what one costs
 * counts.
 */
public final class MaskPng {

	private static final byte[] SIGNATURE = { (byte) 0x89, 'P', 'N', 'G', '\r',
		'\n', 0x1a, '\n' };
	private static final byte BITS = 1;
	private static final byte PALETTE = 3;
	private static final byte NO_FILTER = 0;
	private static final int BUFFER_BYTES = 1 << 13;

	private MaskPng() {}

	/**
	 * The bytes of the file.
	 *
	 * @param level of compression, 0 to 9, or
	 *          {@link Deflater#DEFAULT_COMPRESSION}
	 */
	public static byte[] encode(final Picture.Mask mask, final int level) {
		final int argb = mask.argb();
		final ByteArrayOutputStream out = new ByteArrayOutputStream(BUFFER_BYTES);
		out.writeBytes(SIGNATURE);
		chunk("IHDR", ByteBuffer.allocate(13).putInt(mask.width()).putInt(mask
			.height()).put(BITS).put(PALETTE).array(), out);
		chunk("PLTE", new byte[] { 0, 0, 0, (byte) (argb >> 16), (byte) (argb >> 8),
			(byte) argb }, out);
		chunk("tRNS", new byte[] { 0, (byte) (argb >> 24) }, out);
		chunk("IDAT", deflated(rows(mask), level), out);
		chunk("IEND", new byte[0], out);
		return out.toByteArray();
	}

	/** The first pixel of a byte is its highest bit. */
	private static byte[] rows(final Picture.Mask mask) {
		final int rowBytes = 1 + (mask.width() + 7) / 8;
		final byte[] rows = new byte[Math.multiplyExact(rowBytes, mask.height())];
		final byte[] samples = mask.samples();
		for (int y = 0, i = 0; y < mask.height(); y++) {
			final int start = y * rowBytes;
			rows[start] = NO_FILTER;
			for (int x = 0; x < mask.width(); x++, i++)
				if (samples[i] != 0) rows[start + 1 + (x >> 3)] |= 0x80 >> (x & 7);
		}
		return rows;
	}

	private static byte[] deflated(final byte[] rows, final int level) {
		final Deflater deflater = new Deflater(level);
		try {
			deflater.setInput(rows);
			deflater.finish();
			final ByteArrayOutputStream out = new ByteArrayOutputStream(BUFFER_BYTES);
			final byte[] buffer = new byte[BUFFER_BYTES];
			while (!deflater.finished())
				out.write(buffer, 0, deflater.deflate(buffer));
			return out.toByteArray();
		}
		finally {
			deflater.end();
		}
	}

	/** Length, type, data, and the checksum of type and data. */
	private static void chunk(final String type, final byte[] data,
		final ByteArrayOutputStream out)
	{
		final ByteBuffer chunk = ByteBuffer.allocate(12 + data.length).putInt(
			data.length).put(type.getBytes(StandardCharsets.US_ASCII)).put(data);
		final CRC32 crc = new CRC32();
		crc.update(chunk.array(), 4, 4 + data.length);
		out.writeBytes(chunk.putInt((int) crc.getValue()).array());
	}
}
