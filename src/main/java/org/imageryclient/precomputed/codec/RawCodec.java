// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.precomputed.codec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * {@code raw}: the samples without a header, little-endian, x fastest, then y,
 * z, channel. Source: specification of the precomputed volume format, "raw".
 */
public final class RawCodec implements LabelCodec {

	/** Bytes are returned as they came: the payload itself. */
	@Override
	public Object decode(final byte[] payload, final ChunkShape shape) {
		checkLength(payload, shape);
		final ByteBuffer bytes = ByteBuffer.wrap(payload).order(
			ByteOrder.LITTLE_ENDIAN);
		final Object samples = shape.type().byteLength() == 1 ? payload : shape
			.type().newArray(shape.sampleCount());
		switch (shape.type()) {
			case UINT8, INT8 -> {
				// Nothing to convert.
			}
			case UINT16, INT16 -> bytes.asShortBuffer().get((short[]) samples);
			case UINT32, INT32 -> bytes.asIntBuffer().get((int[]) samples);
			case UINT64, INT64 -> bytes.asLongBuffer().get((long[]) samples);
			case FLOAT32 -> bytes.asFloatBuffer().get((float[]) samples);
			case FLOAT64 -> bytes.asDoubleBuffer().get((double[]) samples);
		}
		return samples;
	}

	@Override
	public IndexedLabels decodeLabels(final byte[] payload,
		final ChunkShape shape)
	{
		return LabelIndexing.index(decode(payload, shape), shape);
	}

	@Override
	public long maxPayloadLength(final ChunkShape shape) {
		return shape.byteLength();
	}

	private static void checkLength(final byte[] payload,
		final ChunkShape shape)
	{
		if (payload.length == shape.byteLength()) return;
		throw new MalformedChunk("Expected a raw chunk of " + shape.byteLength() +
			" bytes (" + shape + ") but was " + payload.length + " bytes", Math.min(
				payload.length, shape.byteLength()));
	}
}
