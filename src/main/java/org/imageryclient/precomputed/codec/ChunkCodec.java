// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.precomputed.codec;

/**
 * One encoding of chunks. Implementations hold no state and may be shared
 * between threads.
 */
public interface ChunkCodec {

	/**
	 * Decodes a chunk. No I/O.
	 *
	 * @param payload the chunk's bytes, after content and shard decoding; may be
	 *          returned as the result where it already is one
	 * @return a new primitive array as {@code shape.type().newArray(…)} makes it,
	 *         {@code shape.sampleCount()} long: x fastest, then y, z, channel
	 * @throws MalformedChunk if the payload is not a chunk of this shape
	 */
	Object decode(byte[] payload, ChunkShape shape);

	/**
	 * The largest payload that a chunk of this shape can sensibly have, in bytes.
	 * Longer objects are refused unread.
	 */
	long maxPayloadLength(ChunkShape shape);
}
