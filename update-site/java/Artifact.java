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
 */
record Artifact(String name, String version) {

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
			artifacts.add(new Artifact(parts.length == 4 ? parts[1] + "-" + parts[2] : parts[1], parts[parts.length - 1]));
		}
		return artifacts;
	}
}
