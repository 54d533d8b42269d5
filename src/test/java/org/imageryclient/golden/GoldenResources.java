// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.golden;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The cases and volumes that are stored with the tests. */
final class GoldenResources {

	private GoldenResources() {}

	static List<GoldenCase> cases() {
		return GoldenCase.readAll(folder().resolve("cases"));
	}

	static Path data() {
		return folder().resolve("data");
	}

	/** The stand-in for a CAVE server. */
	static Emulator emulator() {
		return new Emulator(folder().resolve("emulator.py"));
	}

	/** For cases that do without. */
	static String noEmulator() {
		throw new CaseProblem("This case should need no emulator.");
	}

	private static Path folder() {
		final URL here = Objects.requireNonNull(GoldenResources.class.getResource(
			"/golden/README.md"), "src/test/resources/golden is missing");
		try {
			return Path.of(here.toURI()).getParent();
		}
		catch (final URISyntaxException e) {
			throw new IllegalStateException(e);
		}
	}
}
