// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.precomputed.codec;

import java.util.Optional;

/**
 * {@code jpeg}: a grey or YCbCr picture whose rows, one after the other, are
 * the voxels. Grey baseline streams, as imagery is stored, are decoded by
 * {@link BaselineJpeg}, the others by the JDK's libjpeg; samples are those of
 * libjpeg, without any colour management. Source: specification of the
 * precomputed volume format, "jpeg".
 */
public final class JpegCodec implements ChunkCodec {

	private static final ThreadLocal<JpegDecoder> DECODERS = ThreadLocal
		.withInitial(JpegDecoder::new);

	private static final ThreadLocal<BaselineJpeg> BASELINE = ThreadLocal
		.withInitial(BaselineJpeg::new);

	@Override
	public Object decode(final byte[] payload, final ChunkShape shape) {
		final JpegHeader header = new JpegHeader(payload);
		final int offset = header.frameOffset();
		if (header.bitsPerSample() != 8) throw new MalformedChunk(
			"Expected a JPEG picture of 8 bits per sample but was one of " + header
				.bitsPerSample(), offset);
		ImageChunks.checkSize("JPEG", header.width(), header.height(), shape,
			offset);
		ImageChunks.checkChannels("JPEG", header.components(), shape, offset);
		if (header.components() == 1) {
			final Optional<byte[]> samples = BASELINE.get().decode(payload);
			if (samples.isPresent()) return samples.get();
		}
		try {
			final byte[] plain = header.withPlainColors();
			return header.components() == 1 ? DECODERS.get().decodeGrey(plain)
				: DECODERS.get().decodeColor(plain);
		}
		catch (final MalformedChunk exc) {
			// After an error a reader's state is anyone's guess.
			DECODERS.get().dispose();
			DECODERS.remove();
			throw exc;
		}
	}

	/** JPEG hardly ever grows, but its tables have a size of their own. */
	@Override
	public long maxPayloadLength(final ChunkShape shape) {
		return 4 * shape.byteLength() + (1 << 20);
	}
}
