// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.store;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rules of keys, reference/formats.md §2.2: split at slashes, {@code ..}
 * collapsed on our side (object stores take it literally), then percent-encoded
 * as neuroglancer does.
 */
final class KeyPath {

	/** What encodeURI leaves, without the slash and without {@code ? # @}. */
	private static final String PLAIN_SIGNS = ";,:&=+$-_.!~*'()";

	private KeyPath() {}

	/**
	 * Follows a key from a folder.
	 *
	 * @param folder its names below the root that must not be left
	 * @return the names below the root, or nothing if the key climbs above it
	 */
	static Optional<List<String>> follow(final List<String> folder,
		final String key)
	{
		final List<String> names = new ArrayList<>(folder);
		for (final String name : key.split("/")) {
			if (name.isEmpty() || name.equals(".")) continue;
			if (!name.equals("..")) names.add(name);
			else if (names.isEmpty()) return Optional.empty();
			else names.remove(names.size() - 1);
		}
		return Optional.of(names);
	}

	/** Encodes one name for the path of an address, percent signs too. */
	static String percentEncoded(final String name) {
		return encode(name, false);
	}

	/** Encodes what an address can't hold and keeps what is encoded already. */
	static String percentEncodedOnce(final String name) {
		return encode(name, true);
	}

	/**
	 * @throws IllegalArgumentException if a percent sign is not followed by two
	 *           hexadecimal digits
	 */
	static String percentDecoded(final String text) {
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		final byte[] in = text.getBytes(StandardCharsets.UTF_8);
		for (int i = 0; i < in.length; i++) {
			if (in[i] != '%') bytes.write(in[i]);
			else if (!isEscape(in, i)) throw new IllegalArgumentException(
				"Expected two hexadecimal digits after % at " + i + ".");
			else {
				bytes.write(Character.digit(in[i + 1], 16) << 4 | Character.digit(in[i +
					2], 16));
				i += 2;
			}
		}
		return bytes.toString(StandardCharsets.UTF_8);
	}

	private static String encode(final String name, final boolean keepEscapes) {
		final StringBuilder out = new StringBuilder(name.length() + 8);
		final byte[] in = name.getBytes(StandardCharsets.UTF_8);
		for (int i = 0; i < in.length; i++) {
			final char c = (char) (in[i] & 0xff);
			if (isPlain(c) || keepEscapes && c == '%' && isEscape(in, i)) out.append(
				c);
			else out.append('%').append(hex(c >> 4)).append(hex(c & 15));
		}
		return out.toString();
	}

	private static boolean isPlain(final char c) {
		return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' &&
			c <= '9' || PLAIN_SIGNS.indexOf(c) >= 0;
	}

	private static boolean isEscape(final byte[] in, final int at) {
		return at + 2 < in.length && Character.digit(in[at + 1], 16) >= 0 &&
			Character.digit(in[at + 2], 16) >= 0;
	}

	private static char hex(final int digit) {
		return Character.toUpperCase(Character.forDigit(digit, 16));
	}
}
