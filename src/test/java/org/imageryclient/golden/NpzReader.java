// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.golden;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Reads NumPy's npz archives: a zip file with one npy file per array. */
final class NpzReader {

	private static final String SUFFIX = ".npy";

	private NpzReader() {}

	/**
	 * All arrays by name, in the order of the archive.
	 *
	 * @throws IOException if there is no such archive, or an entry is no array
	 */
	static Map<String, NumberArray> read(final Path npz) throws IOException {
		final Map<String, NumberArray> arrays = new LinkedHashMap<>();
		try (ZipFile zip = new ZipFile(npz.toFile())) {
			for (final ZipEntry entry : Collections.list(zip.entries())) {
				final String name = entry.getName();
				if (name.endsWith(SUFFIX)) arrays.put(name.substring(0, name.length() -
					SUFFIX.length()), read(zip, entry));
			}
		}
		return arrays;
	}

	private static NumberArray read(final ZipFile zip, final ZipEntry entry)
		throws IOException
	{
		try (InputStream in = zip.getInputStream(entry)) {
			return NpyReader.read(in.readAllBytes());
		}
		catch (final IOException e) {
			throw new IOException(zip.getName() + ", " + entry.getName() + ": " + e
				.getMessage(), e);
		}
	}
}
