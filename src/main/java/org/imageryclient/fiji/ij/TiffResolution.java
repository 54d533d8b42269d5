// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.ij;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.imageryclient.geom.Resolution;

/**
 * Makes the pixel size in a TIFF file exact. ImageJ's encoder writes pixels per
 * nm in millionths, cut off: 45 nm would come back as 45.0005, and a position
 * 10<sup>7</sup> nm away would be off by 100. TIFF has fractions for this (TIFF
 * 6.0, tags XResolution and YResolution), so 1/45 can be said.
 */
final class TiffResolution {

	private static final int X_RESOLUTION = 282;
	private static final int Y_RESOLUTION = 283;
	private static final int ENTRY_BYTES = 12;

	private TiffResolution() {}

	/** Rewrites the fractions to which the first directory points. */
	static void write(final Path file, final Resolution nmPerPixel)
		throws IOException
	{
		try (SeekableByteChannel channel = Files.newByteChannel(file,
			StandardOpenOption.READ, StandardOpenOption.WRITE))
		{
			final ByteBuffer header = read(channel, 0, 8, ByteOrder.BIG_ENDIAN);
			final ByteOrder order = header.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN
				: ByteOrder.BIG_ENDIAN;
			final long directory = header.order(order).getInt(4) & 0xffffffffL;
			final int entries = read(channel, directory, 2, order).getShort() &
				0xffff;
			for (int i = 0; i < entries; i++) {
				final ByteBuffer entry = read(channel, directory + 2 + (long) i *
					ENTRY_BYTES, ENTRY_BYTES, order);
				final int tag = entry.getShort(0) & 0xffff;
				final long place = entry.getInt(8) & 0xffffffffL;
				if (tag == X_RESOLUTION) write(channel, place, nmPerPixel.x(), order);
				if (tag == Y_RESOLUTION) write(channel, place, nmPerPixel.y(), order);
			}
		}
	}

	private static void write(final SeekableByteChannel channel, final long place,
		final double nmPerPixel, final ByteOrder order) throws IOException
	{
		final long[] nm = fraction(nmPerPixel);
		final ByteBuffer pixelsPerNm = ByteBuffer.allocate(8).order(order);
		pixelsPerNm.putInt((int) nm[1]).putInt((int) nm[0]).flip();
		channel.position(place);
		while (pixelsPerNm.hasRemaining())
			channel.write(pixelsPerNm);
	}

	/**
	 * Numerator and denominator, of 32 unsigned bits each, of the closest
	 * fraction that the expansion of the number as a continued fraction comes by.
	 */
	static long[] fraction(final double number) {
		long[] last = { 1, 0 };
		long[] best = { (long) number, 1 };
		double rest = number - best[0];
		while (rest != 0 && (double) best[0] / best[1] != number) {
			final double inverse = 1 / rest;
			final long whole = (long) inverse;
			final long[] next = { whole * best[0] + last[0], whole * best[1] +
				last[1] };
			if (inverse > 0xffffffffL || next[0] > 0xffffffffL ||
				next[1] > 0xffffffffL) break;
			last = best;
			best = next;
			rest = inverse - whole;
		}
		return best;
	}

	private static ByteBuffer read(final SeekableByteChannel channel,
		final long place, final int length, final ByteOrder order)
		throws IOException
	{
		final ByteBuffer buffer = ByteBuffer.allocate(length).order(order);
		channel.position(place);
		while (buffer.hasRemaining())
			if (channel.read(buffer) < 0) throw new EOFException(
				"the TIFF file ends at byte " + channel.size());
		return buffer.flip();
	}
}
