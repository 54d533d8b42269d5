// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.precomputed.codec;

import java.util.HexFormat;

/**
 * How a chunk is kept as a picture: the voxels, x fastest, are its rows one
 * after the other, so that any width and height will do whose product is the
 * number of voxels. Channels are interleaved there and planar here.
 */
final class ImageChunks {

	private ImageChunks() {}

	/**
	 * @param format the kind of picture, for messages
	 * @param offset where the payload states its size
	 */
	static void checkSize(final String format, final int width, final int height,
		final ChunkShape shape, final int offset)
	{
		if ((long) width * height == shape.voxelCount()) return;
		throw new MalformedChunk("Expected a " + format + " picture of " + shape
			.voxelCount() + " pixels (" + shape + ") but was " + width + " x " +
			height + " pixels", offset);
	}

	static void checkChannels(final String format, final int channels,
		final ChunkShape shape, final int offset)
	{
		if (channels == shape.channels()) return;
		throw new MalformedChunk("Expected a " + format + " picture of " + shape
			.channels() + (shape.channels() == 1 ? " channel" : " channels") +
			" but was one of " + channels, offset);
	}

	/**
	 * @param pixels interleaved
	 * @param order where each channel is in a pixel
	 */
	static byte[] toPlanes(final byte[] pixels, final int... order) {
		final int channels = order.length;
		final int count = pixels.length / channels;
		final byte[] planes = new byte[pixels.length];
		for (int c = 0; c < channels; c++) {
			final int plane = c * count;
			int from = order[c];
			for (int i = 0; i < count; i++) {
				planes[plane + i] = pixels[from];
				from += channels;
			}
		}
		return planes;
	}

	/** The beginning of a payload, for messages. */
	static String firstBytes(final byte[] payload) {
		final int n = Math.min(8, payload.length);
		return n == 0 ? "nothing" : HexFormat.ofDelimiter(" ").formatHex(payload, 0,
			n) + (payload.length > n ? " …" : "");
	}
}
