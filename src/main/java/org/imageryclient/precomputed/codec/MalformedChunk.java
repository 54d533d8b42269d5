// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.precomputed.codec;

/**
 * A payload that is not what its encoding says. Knows the place inside the
 * payload; the volume that asked adds its own name and the chunk's key, and
 * throws {@link org.imageryclient.CorruptData}.
 */
public final class MalformedChunk extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final long byteOffset;

	/**
	 * @param expectedAndFound "expected … but was …", without a full stop
	 * @param byteOffset where in the payload, or -1 where that has no meaning
	 */
	public MalformedChunk(final String expectedAndFound, final long byteOffset) {
		super(expectedAndFound);
		this.byteOffset = byteOffset;
	}

	public long byteOffset() {
		return byteOffset;
	}
}
