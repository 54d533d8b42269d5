// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** What the plugin's jar may hold: the sample volume has another licence. */
class PackagingTest {

	/** Modules at the root, where Jython looks for them; the version. */
	private static final List<String> OTHERS = List.of("imageryclient.py",
		"imageryclient_arguments.py", "imageryclient_values.py",
		"org/imageryclient/version.txt");

	@Test
	void
		classes_holdNothingButClassesThePluginIndexTheModulesOfJythonAndTheVersion()
			throws Exception
	{
		final List<String> others;
		try (Stream<Path> files = Files.walk(classes())) {
			others = files.filter(Files::isRegularFile).map(f -> classes().relativize(
				f).toString().replace('\\', '/')).filter(name -> !name.endsWith(
					".class")).filter(name -> !name.startsWith("META-INF/")).sorted()
				.toList();
		}
		assertEquals(OTHERS, others);
	}

	@Test
	void sampleVolume_hasItsLicenceBesideIt() throws IOException {
		final Path sample = Path.of("samples", "vnc");

		final String licence = Files.readString(sample.resolve("LICENSE"));

		assertTrue(licence.contains("10.6084/m9.figshare.856713"), "source named");
		assertTrue(licence.contains("Attribution-NonCommercial-ShareAlike 3.0"),
			"licence named");
	}

	private static Path classes() {
		try {
			return Path.of(CutoutException.class.getProtectionDomain().getCodeSource()
				.getLocation().toURI());
		}
		catch (final URISyntaxException e) {
			throw new IllegalStateException(e);
		}
	}
}
