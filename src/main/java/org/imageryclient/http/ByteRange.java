// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.http;

/**
 * A stretch of an object: {@code length} bytes from {@code offset}.
 *
 * @throws IllegalArgumentException if {@code offset} is negative or
 *           {@code length} is not positive
 */
public record ByteRange(long offset, int length) {

	public ByteRange {
		if (offset < 0 || length <= 0) throw new IllegalArgumentException(
			"Expected a range of at least one byte from an offset of at least 0 but got " +
				length + " bytes from " + offset + ".");
	}

	/** The offset of the byte after the last. */
	public long end() {
		return Math.addExact(offset, length);
	}

	/** The value of the Range header, RFC 9110 §14.2: the last byte counts. */
	String header() {
		return "bytes=" + offset + "-" + (end() - 1);
	}
}
