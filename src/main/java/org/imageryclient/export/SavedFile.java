// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.export;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file as a manifest beside it lists it.
 *
 * @param name without a folder
 * @param bytes its length
 * @param sha256 of its content, 64 lower-case hexadecimal digits
 */
public record SavedFile(String name, long bytes, String sha256) {

	private static final int BUFFER_BYTES = 1 << 16;

	/** Reads a file once. */
	static SavedFile of(final String name, final Path content)
		throws IOException
	{
		final MessageDigest digest = newDigest();
		long bytes = 0;
		try (InputStream in = new DigestInputStream(Files.newInputStream(content),
			digest))
		{
			final byte[] buffer = new byte[BUFFER_BYTES];
			for (int n = in.read(buffer); n >= 0; n = in.read(buffer))
				bytes += n;
		}
		return new SavedFile(name, bytes, HexFormat.of().formatHex(digest
			.digest()));
	}

	private static MessageDigest newDigest() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (final NoSuchAlgorithmException e) {
			throw new IllegalStateException("Every Java has SHA-256.", e);
		}
	}
}
