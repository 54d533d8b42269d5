// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.precomputed.codec;

/**
 * A {@link ChunkCodec} for segment ids that can decode straight to small
 * numbers: most voxels then never exist as 64-bit ids.
 */
public interface LabelCodec extends ChunkCodec {

	/**
	 * Decodes a chunk of one channel to positions in a table of ids. No I/O.
	 *
	 * @throws MalformedChunk if the payload is not a chunk of this shape
	 */
	IndexedLabels decodeLabels(byte[] payload, ChunkShape shape);
}
