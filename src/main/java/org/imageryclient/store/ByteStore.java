// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.store;

/**
 * Bytes by key: one folder of a file system or of a server, or what can be read
 * as if it were one. Content encodings (gzip, br, zstd, xz, bzip2) are undone
 * here, so callers never meet them.
 * <p>
 * Stores are shared between threads. Reads block; interrupting the thread ends
 * them, waits between retries included, with
 * {@link org.imageryclient.Canceled}.
 * </p>
 */
public interface ByteStore {

	/**
	 * Reads one whole object. One GET over http, repeated where a retry may heal.
	 *
	 * @param key relative to the store; {@code ..} is resolved, and may not leave
	 *          the bucket, the host, or for files the volume's own parent folder
	 * @param atMost bytes, after content decoding, above which the object is not
	 *          read on
	 * @return the bytes, or why there are none; never {@code null}
	 * @throws org.imageryclient.CorruptData if the object is longer than
	 *           {@code atMost} or its content encoding is broken
	 * @throws org.imageryclient.AccessDenied on 401, and on 403 where a token was
	 *           sent
	 * @throws org.imageryclient.Unavailable when the retries are used up
	 */
	StoredBytes read(String key, long atMost);

	/**
	 * Reads {@code length} bytes from {@code offset}. One range GET over http;
	 * never content-encoded. An object that ends before {@code offset + length}
	 * gives the bytes there are.
	 *
	 * @param offset in bytes, not negative
	 * @return the bytes, or why there are none; never {@code null}
	 */
	StoredBytes readRange(String key, long offset, int length);

	/** The full address of {@code key}, for messages. No I/O; holds no token. */
	String describe(String key);
}
