// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.precomputed.codec;

import java.io.ByteArrayOutputStream;

/**
 * What the head of a JPEG stream says, read before anything is decoded: the
 * size is then known to be right, and memory bounded. Source: ITU-T T.81, annex
 * B.
 */
final class JpegHeader {

	private static final int START_OF_IMAGE = 0xd8;

	private static final int START_OF_SCAN = 0xda;

	private static final int APP0 = 0xe0;

	private static final int APP14 = 0xee;

	private static final int APP15 = 0xef;

	private static final int[] RGB_IDS = { 'R', 'G', 'B' };

	/** A JFIF marker of version 1.1 without a thumbnail. */
	private static final byte[] JFIF = { (byte) 0xff, (byte) APP0, 0, 16, 'J',
		'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0 };

	private final byte[] payload;

	/** The first byte of the scans. */
	private int scans = -1;

	/** The first byte of the frame header; a stream has one. */
	private int frame = -1;

	private boolean hasColorMarker;

	private boolean hasOtherApps;

	/**
	 * @throws MalformedChunk if the payload does not begin as JPEG does
	 */
	JpegHeader(final byte[] payload) {
		this.payload = payload;
		if (payload.length < 4 || at(0) != 0xff || at(1) != START_OF_IMAGE)
			throw new MalformedChunk("Expected a JPEG stream (ff d8 …) but was " +
				ImageChunks.firstBytes(payload), 0);
		int position = 2;
		while (scans < 0)
			position = readSegment(position);
		if (frame < 0) throw new MalformedChunk(
			"Expected a frame header before the first scan of the JPEG stream but was none",
			scans);
	}

	int width() {
		return u16(frame + 7);
	}

	int height() {
		return u16(frame + 5);
	}

	int bitsPerSample() {
		return at(frame + 4);
	}

	int components() {
		return at(frame + 9);
	}

	/** Where the frame header is, for messages. */
	int frameOffset() {
		return frame;
	}

	/**
	 * The stream without what could make a reader change colours: profiles are
	 * taken out, and where nothing says how three components are meant, that they
	 * are YCbCr, which is what libjpeg assumes.
	 */
	byte[] withPlainColors() {
		final boolean unmarked = components() == 3 && !hasColorMarker && !hasIds(
			RGB_IDS);
		if (!hasOtherApps && !unmarked) return payload;
		final ByteArrayOutputStream out = new ByteArrayOutputStream(payload.length +
			JFIF.length);
		out.write(payload, 0, 2);
		if (unmarked) out.write(JFIF, 0, JFIF.length);
		int position = 2;
		while (position < scans) {
			final int marker = markerAt(position);
			final int end = segmentEnd(marker);
			if (!isOtherApp(at(marker))) out.write(payload, position, end - position);
			position = end;
		}
		out.write(payload, scans, payload.length - scans);
		return out.toByteArray();
	}

	/** Reads one marker and what belongs to it; returns what follows. */
	private int readSegment(final int position) {
		final int marker = markerAt(position);
		final int code = at(marker);
		if (code == START_OF_SCAN) {
			scans = position;
			return position;
		}
		final int end = segmentEnd(marker);
		if (isFrameHeader(code)) readFrame(marker, end);
		if (code == APP0 && isNamed(marker, "JFIF") || code == APP14 && isNamed(
			marker, "Adobe")) hasColorMarker = true;
		if (isOtherApp(code)) hasOtherApps = true;
		return end;
	}

	private void readFrame(final int marker, final int end) {
		final int code = at(marker);
		if (frame >= 0) throw new MalformedChunk(
			"Expected one frame in the JPEG stream but was another", marker);
		if (code > 0xc2) throw new MalformedChunk(
			"Expected a baseline or progressive JPEG stream but was one of type SOF" +
				(code - 0xc0), marker);
		frame = marker - 1;
		if (end < frame + 10 || end < frame + 10 + 3 * components())
			throw new MalformedChunk(
				"Expected a frame header of the JPEG stream but was one of " + (end -
					marker - 1) + " bytes", marker);
	}

	/** The byte after 0xff; any number of 0xff may come before it. */
	private int markerAt(final int position) {
		int marker = position;
		while (marker < payload.length && at(marker) == 0xff)
			marker++;
		if (marker >= payload.length) throw truncated();
		if (marker == position) throw new MalformedChunk(
			"Expected a JPEG marker (ff …) but was " + Integer.toHexString(at(
				marker)), marker);
		return marker;
	}

	private int segmentEnd(final int marker) {
		final int code = at(marker);
		// TEM and RST markers stand alone.
		if (code == 0x01 || code >= 0xd0 && code <= 0xd9) return marker + 1;
		if (marker + 2 >= payload.length) throw truncated();
		final int length = u16(marker + 1);
		if (length < 2) throw new MalformedChunk(
			"Expected a JPEG segment of at least 2 bytes but was " + length, marker +
				1);
		final int end = marker + 1 + length;
		if (end > payload.length) throw truncated();
		return end;
	}

	private MalformedChunk truncated() {
		return new MalformedChunk(
			"Expected the scans of a JPEG stream but was the end after " +
				payload.length + " bytes", payload.length);
	}

	private boolean hasIds(final int[] ids) {
		for (int i = 0; i < ids.length; i++)
			if (at(frame + 10 + 3 * i) != ids[i]) return false;
		return true;
	}

	private boolean isNamed(final int marker, final String name) {
		if (marker + 3 + name.length() > payload.length) return false;
		for (int i = 0; i < name.length(); i++)
			if (at(marker + 3 + i) != name.charAt(i)) return false;
		return true;
	}

	private static boolean isFrameHeader(final int code) {
		return code >= 0xc0 && code <= 0xcf && code != 0xc4 && code != 0xc8 &&
			code != 0xcc;
	}

	private static boolean isOtherApp(final int code) {
		return code > APP0 && code <= APP15 && code != APP14;
	}

	private int at(final int position) {
		return payload[position] & 0xff;
	}

	private int u16(final int position) {
		return at(position) << 8 | at(position + 1);
	}
}
