// SPDX-License-Identifier: BSD-2-Clause

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A jar on this machine.
 *
 * @param artifact what it is
 * @param file where it lies
 */
record LocalJar(Artifact artifact, Path file) {

	/** As {@link Artifact#base()}. */
	String base() {
		return artifact.base();
	}

	/**
	 * Reads what {@code dependency:list} writes with
	 * {@code outputAbsoluteArtifactFilename}: lines of
	 * {@code group:artifact:type[:classifier]:version:scope:file [-- module ...]}.
	 */
	static List<LocalJar> resolved(final Path list) throws IOException {
		final List<LocalJar> jars = new ArrayList<>();
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
			jars.add(new LocalJar(new Artifact(colon < 0 ? name : name + "-" + parts[0].substring(0, colon), parts[0].substring(
				colon + 1)), Path.of(parts[1])));
		}
		return jars;
	}
}
