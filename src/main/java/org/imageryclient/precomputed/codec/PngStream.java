// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.precomputed.codec;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The parts of a PNG stream that make its pixels. Source: Portable Network
 * Graphics specification, second edition (ISO/IEC 15948).
 */
final class PngStream {

	static final int GREY = 0;

	static final int RGB = 2;

	static final int PALETTE = 3;

	static final int GREY_ALPHA = 4;

	static final int RGB_ALPHA = 6;

	private static final byte[] SIGNATURE = { (byte) 0x89, 'P', 'N', 'G', '\r',
		'\n', 0x1a, '\n' };

	/** Length, type and checksum of a chunk. */
	private static final int FRAME_BYTES = 12;

	private static final int HEADER_BYTES = 13;

	private final ByteBuffer payload;

	/** Where the chunk's data begins that holds the size. */
	private static final int HEADER = 16;

	private byte[] palette = {};

	private byte[] transparency = {};

	private final List<Extent> data = new ArrayList<>();

	/**
	 * @throws MalformedChunk if the payload is no PNG stream, or a broken one
	 */
	PngStream(final byte[] payload) {
		this.payload = ByteBuffer.wrap(payload);
		if (payload.length < SIGNATURE.length || !Arrays.equals(payload, 0,
			SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length))
			throw new MalformedChunk(
				"Expected a PNG stream (89 50 4e 47 …) but was " + ImageChunks
					.firstBytes(payload), 0);
		int position = SIGNATURE.length;
		while (position >= 0)
			position = readChunk(position);
		checkHeader();
	}

	/** A run of bytes of the payload. */
	private record Extent(int start, int length) {}

	int width() {
		return payload.getInt(HEADER);
	}

	int height() {
		return payload.getInt(HEADER + 4);
	}

	int bitsPerSample() {
		return payload.get(HEADER + 8);
	}

	/** One of the constants of this class. */
	int colorType() {
		return payload.get(HEADER + 9);
	}

	boolean isInterlaced() {
		return payload.get(HEADER + 12) == 1;
	}

	/** Samples of a pixel as they are stored: 1 for a palette. */
	int storedChannels() {
		return switch (colorType()) {
			case GREY, PALETTE -> 1;
			case GREY_ALPHA -> 2;
			case RGB -> 3;
			default -> 4;
		};
	}

	/** Colours of the palette: red, green, blue in turns. */
	byte[] palette() {
		return palette;
	}

	/** What is transparent, as the colour type has it; may be empty. */
	byte[] transparency() {
		return transparency;
	}

	/** Where the size is stated, for messages. */
	int headerOffset() {
		return HEADER;
	}

	/**
	 * Inflates the pixels, with the filter byte before each row.
	 *
	 * @param length how many bytes there must be
	 */
	byte[] inflate(final int length) {
		final byte[] rows = new byte[length];
		final Inflater inflater = new Inflater();
		int done = 0;
		int position = SIGNATURE.length;
		try {
			for (final Extent part : data) {
				position = part.start();
				inflater.setInput(payload.array(), part.start(), part.length());
				while (done < length && !inflater.needsInput() && !inflater
					.finished())
				{
					final int count = inflater.inflate(rows, done, length - done);
					if (count == 0 && inflater.needsDictionary())
						throw new DataFormatException("a dictionary is needed");
					done += count;
				}
			}
		}
		catch (final DataFormatException exc) {
			throw new MalformedChunk("Expected " + length +
				" bytes of deflated PNG rows but was broken after " + done + " (" + exc
					.getMessage() + ")", position);
		}
		finally {
			inflater.end();
		}
		if (done < length) throw new MalformedChunk("Expected " + length +
			" bytes of PNG rows but was " + done, position);
		return rows;
	}

	/** Returns where the next chunk begins, or -1 after the last. */
	private int readChunk(final int position) {
		final int rest = payload.capacity() - position;
		if (rest < FRAME_BYTES) throw truncated(position);
		final int length = payload.getInt(position);
		if (length < 0 || length > rest - FRAME_BYTES) throw truncated(position);
		final int type = payload.getInt(position + 4);
		final int start = position + 8;
		if ((position == SIGNATURE.length) != (type == type("IHDR")))
			throw new MalformedChunk("Expected one IHDR chunk, the first, but was " +
				name(position + 4), position);
		final boolean critical = (type >>> 24 & 0x20) == 0;
		if (critical) checkChecksum(position, length);
		if (type == type("IHDR") && length != HEADER_BYTES)
			throw new MalformedChunk("Expected an IHDR chunk of 13 bytes but was " +
				length, position);
		if (type == type("IDAT")) data.add(new Extent(start, length));
		if (type == type("PLTE")) palette = Arrays.copyOfRange(payload.array(),
			start, start + length);
		if (type == type("tRNS")) transparency = Arrays.copyOfRange(payload.array(),
			start, start + length);
		return type == type("IEND") ? -1 : start + length + 4;
	}

	private void checkChecksum(final int position, final int length) {
		final CRC32 crc = new CRC32();
		crc.update(payload.array(), position + 4, length + 4);
		final int stored = payload.getInt(position + 8 + length);
		if ((int) crc.getValue() == stored) return;
		throw new MalformedChunk("Expected the checksum " + Integer.toHexString(
			(int) crc.getValue()) + " of the PNG's " + name(position + 4) +
			" chunk but was " + Integer.toHexString(stored), position + 8 + length);
	}

	private void checkHeader() {
		final int bits = bitsPerSample();
		final boolean known = switch (colorType()) {
			case GREY -> bits == 1 || bits == 2 || bits == 4 || bits == 8 ||
				bits == 16;
			case PALETTE -> bits == 1 || bits == 2 || bits == 4 || bits == 8;
			case RGB, GREY_ALPHA, RGB_ALPHA -> bits == 8 || bits == 16;
			default -> false;
		};
		if (!known) throw new MalformedChunk(
			"Expected a PNG colour type and bit depth that go together but was type " +
				colorType() + " with " + bits + " bits", HEADER + 8);
		final int interlace = payload.get(HEADER + 12);
		if (payload.getShort(HEADER + 10) != 0 || interlace < 0 || interlace > 1)
			throw new MalformedChunk(
				"Expected PNG compression 0, filter 0 and interlace 0 or 1 but was " +
					payload.get(HEADER + 10) + ", " + payload.get(HEADER + 11) + " and " +
					interlace, HEADER + 10);
		if (colorType() == PALETTE && (palette.length == 0 || palette.length %
			3 != 0)) throw new MalformedChunk(
				"Expected a PNG palette of 3 bytes per colour but was one of " +
					palette.length + " bytes", HEADER);
	}

	private MalformedChunk truncated(final int position) {
		return new MalformedChunk(
			"Expected a PNG stream that ends with IEND but was the end after " +
				payload.capacity() + " bytes", position);
	}

	private String name(final int position) {
		final StringBuilder name = new StringBuilder();
		for (int i = 0; i < 4; i++) {
			final char c = (char) (payload.get(position + i) & 0xff);
			name.append(c >= 'A' && c <= 'z' ? c : '?');
		}
		return name.toString();
	}

	private static int type(final String name) {
		return name.charAt(0) << 24 | name.charAt(1) << 16 | name.charAt(2) << 8 |
			name.charAt(3);
	}
}
