// SPDX-License-Identifier: BSD-2-Clause

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A jar by its Maven coordinates.
 *
 * @param name artifact id, with {@code -classifier} where it has one
 * @param version its version
 * @param file where it lies on this machine; null for one that is only named
 */
record Artifact(String name, String version, Path file) {

	/** Its file name without the version: what the updater tells jars apart by. */
	String base() {
		return name + ".jar";
	}

	/** Reads lines of {@code group:artifact[:classifier]:version}; {@code #} begins a comment. */
	static List<Artifact> listed(final Path list) throws IOException {
		final List<Artifact> artifacts = new ArrayList<>();
		for (final String line : Files.readAllLines(list)) {
			if (line.isBlank() || line.startsWith("#")) continue;
			final String[] parts = line.strip().split(":");
			if (parts.length < 3 || parts.length > 4) throw new IllegalArgumentException(
				"Expected group:artifact[:classifier]:version but was \"" + line + "\" in " + list + ".");
			artifacts.add(new Artifact(parts.length == 4 ? parts[1] + "-" + parts[2] : parts[1], parts[parts.length - 1], null));
		}
		return artifacts;
	}

	/**
	 * Reads what {@code dependency:list} writes with
	 * {@code outputAbsoluteArtifactFilename}: lines of
	 * {@code group:artifact:type[:classifier]:version:scope:file [-- module ...]}.
	 */
	static List<Artifact> resolved(final Path list) throws IOException {
		final List<Artifact> artifacts = new ArrayList<>();
		for (final String line : Files.readAllLines(list)) {
			final String entry = line.strip().replaceFirst(" -- module .*", "");
			final int jar = entry.indexOf(":jar:");
			if (jar < 0) continue;
			final String name = entry.substring(entry.indexOf(':') + 1, jar);
			final String rest = entry.substring(jar + 5).replaceFirst("(:optional)? *\\(optional\\) *", "");
			// The file may hold a colon, behind the letter of a drive.
			final String[] parts = rest.split(":(compile|runtime|provided|system|test):", 2);
			if (parts.length != 2) throw new IllegalArgumentException("Expected a jar with its scope and file but was \"" + line +
				"\" in " + list + ".");
			final int colon = parts[0].indexOf(':');
			artifacts.add(new Artifact(colon < 0 ? name : name + "-" + parts[0].substring(0, colon), parts[0].substring(colon +
				1), Path.of(parts[1])));
		}
		return artifacts;
	}
}
