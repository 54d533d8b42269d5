// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.precomputed.codec;

import org.imageryclient.geom.Long3;

public final class CompressedSegmentationCodec implements LabelCodec {

	public CompressedSegmentationCodec(Long3 block) {}

	public Object decode(byte[] payload, ChunkShape shape) {
		throw new MalformedChunk("not yet", 0);
	}

	public IndexedLabels decodeLabels(byte[] payload, ChunkShape shape) {
		throw new MalformedChunk("not yet", 0);
	}

	public long maxPayloadLength(ChunkShape shape) {
		return 0;
	}
}
