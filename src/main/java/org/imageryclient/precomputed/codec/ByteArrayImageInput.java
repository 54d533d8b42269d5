// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.precomputed.codec;

import javax.imageio.stream.ImageInputStreamImpl;

/** A byte array as ImageIO wants its input: without a cache or a copy. */
final class ByteArrayImageInput extends ImageInputStreamImpl {

	private final byte[] bytes;

	ByteArrayImageInput(final byte[] bytes) {
		this.bytes = bytes;
	}

	@Override
	public int read() {
		bitOffset = 0;
		if (streamPos >= bytes.length) return -1;
		final int value = bytes[(int) streamPos] & 0xff;
		streamPos++;
		return value;
	}

	@Override
	public int read(final byte[] to, final int offset, final int length) {
		bitOffset = 0;
		if (streamPos >= bytes.length) return -1;
		final int count = (int) Math.min(length, bytes.length - streamPos);
		System.arraycopy(bytes, (int) streamPos, to, offset, count);
		streamPos += count;
		return count;
	}

	@Override
	public long length() {
		return bytes.length;
	}
}
