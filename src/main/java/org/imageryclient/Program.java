// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** What this program is called in the files that it writes. */
public final class Program {

	/** As in messages and menus. */
	public static final String NAME = "ImageryClient for Fiji";

	private static final String VERSION = read("version.txt");

	private Program() {}

	/** Such as {@code 1.0.0}; the build puts it in. */
	public static String version() {
		return VERSION;
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
