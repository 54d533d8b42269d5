// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.store;

import org.imageryclient.CorruptData;

/** What file and http stores do alike with the bytes of a whole object. */
final class Decoding {

	/** Bytes that do not compress grow a little. */
	private static final int SLACK = 1 << 16;

	private Decoding() {}

	/** The longest stored form that can be one of {@code atMost} bytes. */
	static long longestStored(final long atMost) {
		final long most = Math.min(atMost, Integer.MAX_VALUE - 8);
		return Math.min(most + most / 8 + SLACK, Integer.MAX_VALUE - 8);
	}

	/**
	 * Undoes an encoding. Proxies and copies lose or keep the label wrongly, so
	 * bytes that are not gzip stay as they are.
	 */
	static byte[] decodeLabelled(final byte[] stored,
		final ContentEncoding encoding, final long atMost, final String where)
	{
		final boolean mislabelled = encoding == ContentEncoding.GZIP &&
			!ContentEncoding.looksGzipped(stored);
		return stored.length == 0 || mislabelled ? stored : encoding.decode(stored,
			atMost, where);
	}

	/**
	 * Undoes gzip that nobody labelled. Bytes that only begin like gzip are left
	 * as they are.
	 */
	static byte[] decodeUnlabelled(final byte[] stored, final long atMost,
		final String where)
	{
		final byte[] plain = ContentEncoding.looksGzipped(stored) ? gunzipped(
			stored, atMost, where) : stored;
		if (plain.length > atMost) throw new CorruptData("Expected at most " +
			atMost + " bytes but there are " + plain.length + " at " + where + ".");
		return plain;
	}

	private static byte[] gunzipped(final byte[] bytes, final long atMost,
		final String where)
	{
		try {
			return ContentEncoding.GZIP.decode(bytes, atMost, where);
		}
		catch (final CorruptData notGzip) {
			return bytes;
		}
	}
}
