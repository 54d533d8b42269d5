// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * What this program is called in the files that it writes, and where it is
 * described.
 */
public final class Program {

	/** As in messages and menus. */
	public static final String NAME = "ImageryClient for Fiji";

	private static final String VERSION = read("version.txt");

	private static final String SOURCES = read("sources.txt");

	private Program() {}

	/** Such as {@code 1.0.0}; the build puts it in. */
	public static String version() {
		return VERSION;
	}

	/**
	 * Where the project shows one of its files, as of this version.
	 *
	 * @param file from the project's folder on, such as {@code doc/cave.md}
	 */
	public static URI page(final String file) {
		return URI.create(SOURCES + file);
	}

	private static String read(final String resource) {
		try (InputStream in = Program.class.getResourceAsStream(resource)) {
			if (in == null) throw new IllegalStateException("Expected " + resource +
				" beside " + Program.class.getName() + " but it is not there.");
			return new String(in.readAllBytes(), StandardCharsets.UTF_8).trim();
		}
		catch (final IOException e) {
			throw new IllegalStateException("Expected to read " + resource + ".", e);
		}
	}
}
