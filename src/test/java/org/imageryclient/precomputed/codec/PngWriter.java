// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.precomputed.codec;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Writes PNG in all the ways that the format allows: any colour type and depth,
 * interlaced or not, each row with another filter, data in several chunks.
 */
final class PngWriter {

	private static final int[][] PASSES = { { 0, 0, 8, 8 }, { 4, 0, 8, 8 }, { 0,
		4, 4, 8 }, { 2, 0, 4, 4 }, { 0, 2, 2, 4 }, { 1, 0, 2, 2 }, { 0, 1, 1, 2 } };

	private final int width;

	private final int height;

	private final int colorType;

	private final int bits;

	private final int channels;

	private final List<byte[]> before = new ArrayList<>();

	private boolean interlaced;

	PngWriter(final int width, final int height, final int colorType,
		final int bits)
	{
		this.width = width;
		this.height = height;
		this.colorType = colorType;
		this.bits = bits;
		this.channels = switch (colorType) {
			case 2 -> 3;
			case 4 -> 2;
			case 6 -> 4;
			default -> 1;
		};
	}

	PngWriter interlaced() {
		interlaced = true;
		return this;
	}

	/** Puts a chunk before the data. */
	PngWriter with(final String type, final byte... content) {
		before.add(chunk(type, content));
		return this;
	}

	/**
	 * @param samples row by row, the channels of a pixel together
	 */
	byte[] write(final int[] samples, final Random random) {
		final ByteArrayOutputStream png = new ByteArrayOutputStream();
		png.writeBytes(new byte[] { (byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10 });
		png.writeBytes(chunk("IHDR", ByteBuffer.allocate(13).putInt(width).putInt(
			height).put((byte) bits).put((byte) colorType).put(new byte[2]).put(
				(byte) (interlaced ? 1 : 0)).array()));
		before.forEach(png::writeBytes);
		final ByteArrayOutputStream rows = new ByteArrayOutputStream();
		for (final int[] pass : interlaced ? PASSES : new int[][] { { 0, 0, 1,
			1 } })
			writePass(samples, pass, rows, random);
		final byte[] data = deflate(rows.toByteArray());
		final int cut = random.nextInt(data.length);
		png.writeBytes(chunk("IDAT", Arrays.copyOf(data, cut)));
		png.writeBytes(chunk("IDAT", Arrays.copyOfRange(data, cut, data.length)));
		png.writeBytes(chunk("IEND"));
		return png.toByteArray();
	}

	private void writePass(final int[] samples, final int[] pass,
		final ByteArrayOutputStream rows, final Random random)
	{
		final int pixels = (width - pass[0] + pass[2] - 1) / pass[2];
		if (pixels <= 0) return;
		byte[] above = new byte[(pixels * channels * bits + 7) / 8];
		for (int y = pass[1]; y < height; y += pass[3]) {
			final byte[] row = new byte[above.length];
			int bit = 0;
			for (int x = pass[0]; x < width; x += pass[2]) {
				for (int c = 0; c < channels; c++) {
					put(row, bit, samples[(y * width + x) * channels + c]);
					bit += bits;
				}
			}
			final int filter = random.nextInt(5);
			rows.write(filter);
			rows.writeBytes(filtered(row, above, filter));
			above = row;
		}
	}

	private void put(final byte[] row, final int bit, final int value) {
		if (bits == 16) {
			row[bit / 8] = (byte) (value >> 8);
			row[bit / 8 + 1] = (byte) value;
		}
		else row[bit / 8] |= (byte) (value << 8 - bits - bit % 8);
	}

	private byte[] filtered(final byte[] row, final byte[] above,
		final int filter)
	{
		final int step = Math.max(1, channels * bits / 8);
		final byte[] out = new byte[row.length];
		for (int i = 0; i < row.length; i++) {
			final int a = i < step ? 0 : row[i - step] & 0xff;
			final int b = above[i] & 0xff;
			final int c = i < step ? 0 : above[i - step] & 0xff;
			out[i] = (byte) (row[i] - switch (filter) {
				case 1 -> a;
				case 2 -> b;
				case 3 -> (a + b) / 2;
				case 4 -> paeth(a, b, c);
				default -> 0;
			});
		}
		return out;
	}

	/** As in the specification, §9.4. */
	private static int paeth(final int a, final int b, final int c) {
		final int p = a + b - c;
		final int pa = Math.abs(p - a);
		final int pb = Math.abs(p - b);
		final int pc = Math.abs(p - c);
		if (pa <= pb && pa <= pc) return a;
		return pb <= pc ? b : c;
	}

	private static byte[] deflate(final byte[] bytes) {
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (DeflaterOutputStream deflater = new DeflaterOutputStream(out,
			new Deflater(6)))
		{
			deflater.write(bytes);
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
		return out.toByteArray();
	}

	static byte[] chunk(final String type, final byte... content) {
		final byte[] name = type.getBytes(StandardCharsets.US_ASCII);
		final CRC32 crc = new CRC32();
		crc.update(name);
		crc.update(content);
		return ByteBuffer.allocate(12 + content.length).putInt(content.length).put(
			name).put(content).putInt((int) crc.getValue()).array();
	}
}
