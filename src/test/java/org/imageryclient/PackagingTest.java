// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** What the plugin's jar may hold: the sample volume has another licence. */
class PackagingTest {

	/** Where the script editor looks for what it shows as a menu. */
	private static final String TEMPLATES = "script_templates/Imagery_Client/";

	/** Modules at the root, where Jython looks for them; address and version. */
	private static final List<String> OTHERS = List.of("imageryclient.py",
		"imageryclient_arguments.py", "imageryclient_values.py",
		"org/imageryclient/sources.txt", "org/imageryclient/version.txt");

	@Test
	void
		classes_holdNothingButClassesThePluginIndexTheModulesOfJythonTemplatesAndTheVersion()
			throws Exception
	{
		final List<String> others = filesIn(classes()).filter(name -> !name
			.endsWith(".class")).filter(name -> !name.startsWith("META-INF/")).filter(
				name -> !name.startsWith(TEMPLATES)).toList();

		assertEquals(OTHERS, others);
	}

	@Test
	void templates_areTheExamplesAsTheyStand() throws Exception {
		final Path templates = classes().resolve(TEMPLATES);
		final List<Path> examples = Stream.of(Path.of("scripts", "jython"), Path.of(
			"scripts", "macro")).flatMap(folder -> filesIn(folder).map(
				folder::resolve)).filter(file -> !file.getFileName().toString()
					.startsWith("imageryclient")).toList();

		assertEquals(examples.stream().map(file -> file.getFileName().toString())
			.sorted().toList(), filesIn(templates).toList());
		for (final Path example : examples)
			assertEquals(-1, Files.mismatch(example, templates.resolve(example
				.getFileName())), example.toString());
	}

	/** A user of Fiji has nothing of this project but the jar. */
	@Test
	void templates_nameNoFileOfTheProject() throws Exception {
		final Path templates = classes().resolve(TEMPLATES);
		for (final String name : filesIn(templates).toList())
			assertFalse(Files.readString(templates.resolve(name)).contains(
				"samples/"), name);
	}

	/** Names with slashes, in order. */
	private static Stream<String> filesIn(final Path folder) {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter(Files::isRegularFile).map(f -> folder.relativize(f)
				.toString().replace('\\', '/')).sorted().toList().stream();
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
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
