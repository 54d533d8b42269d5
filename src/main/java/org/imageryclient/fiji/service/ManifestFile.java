// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.service;

import ij.io.FileInfo;
import ij.io.TiffDecoder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.imageryclient.CorruptData;
import org.imageryclient.SourceNotFound;
import org.imageryclient.export.Manifest;

/** Finds the manifest in a file: a manifest itself, or an ImageJ TIFF. */
final class ManifestFile {

	/** How TIFF files begin, in either order of bytes (TIFF 6.0, section 2). */
	private static final String[] TIFF = { "II*\0", "MM\0*" };

	private ManifestFile() {}

	/**
	 * Reads the file's header, or all of it where it is no TIFF.
	 *
	 * @throws SourceNotFound if there is no such file, or no manifest in a TIFF
	 * @throws CorruptData if it can't be read; names the place
	 */
	static Manifest read(final Path file) {
		if (!isTiff(file)) return Manifest.read(file);
		return Manifest.inInfo(info(file), file.toString()).orElseThrow(
			() -> new SourceNotFound("Expected a manifest in the info of " + file +
				" but there is none; try the file beside it whose name ends with " +
				Manifest.SUFFIX + "."));
	}

	private static boolean isTiff(final Path file) {
		if (!Files.isRegularFile(file)) return false;
		try (InputStream in = Files.newInputStream(file)) {
			final String start = new String(in.readNBytes(4),
				StandardCharsets.ISO_8859_1);
			return start.equals(TIFF[0]) || start.equals(TIFF[1]);
		}
		catch (final IOException e) {
			throw unreadable(file, e);
		}
	}

	private static String info(final Path file) {
		final Path absolute = file.toAbsolutePath();
		try {
			final FileInfo[] images = new TiffDecoder(absolute.getParent().toString(),
				absolute.getFileName().toString()).getTiffInfo();
			return images == null || images.length == 0 ? "" : Optional.ofNullable(
				images[0].info).orElse("");
		}
		catch (final IOException | RuntimeException e) {
			throw unreadable(file, e);
		}
	}

	private static CorruptData unreadable(final Path file, final Exception e) {
		return new CorruptData("Expected a manifest or a TIFF stack at " + file +
			" but it can't be read: " + e.getMessage() + "; try another copy.", e);
	}
}
