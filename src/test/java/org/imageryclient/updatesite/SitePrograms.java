// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.updatesite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import javax.tools.ToolProvider;

import org.imageryclient.testing.TestClassPath;

/**
 * Runs the programs of update-site/java as the scripts there do, on jars that
 * tests make.
 */
final class SitePrograms {

	private static final Path SOURCES = Path.of("update-site", "java");

	private final Path work;
	private final Path classes;

	/** Compiles them into a folder. */
	SitePrograms(final Path work) throws IOException {
		this.work = work;
		classes = Files.createDirectories(work.resolve("site-classes"));
		final List<String> arguments = new ArrayList<>(List.of("-proc:none", "-d",
			classes.toString(), "-cp", TestClassPath.text()));
		try (Stream<Path> files = Files.list(SOURCES)) {
			files.map(Path::toString).sorted().forEach(arguments::add);
		}
		if (ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments
			.toArray(String[]::new)) != 0) throw new IllegalStateException(SOURCES +
				" does not compile");
	}

	/** What a program printed, errors too, and how it ended. */
	record Run(int exit, String printed) {}

	Run run(final String program, final Object... arguments) throws Exception {
		final List<String> command = new ArrayList<>(List.of(Path.of(System
			.getProperty("java.home"), "bin", "java").toString(), "-cp", classes +
				System.getProperty("path.separator") + TestClassPath.text(), program));
		for (final Object argument : arguments)
			command.add(argument.toString());
		return run(new ProcessBuilder(command));
	}

	static Run run(final ProcessBuilder builder) throws Exception {
		final Process process = builder.redirectErrorStream(true).start();
		process.getOutputStream().close();
		final String printed = new String(process.getInputStream().readAllBytes(),
			StandardCharsets.UTF_8);
		return new Run(process.waitFor(), printed);
	}

	/** Lays out a site of a plugin and two libraries, one of which Fiji has. */
	Run layOut(final Path site, final String timestamp, final Path plugin,
		final Path... libraries) throws Exception
	{
		return run("UpdateSite", "--core", listOfFiji(), timestamp, plugin,
			dependencies(libraries), site);
	}

	/** A list of Fiji's jars: ImageJ and one library. */
	Path listOfFiji() throws IOException {
		return Files.writeString(work.resolve("fiji.txt"),
			"# as fiji-jars.txt\nnet.imagej:ij:1.54p\norg.example:fijian:1.0\n");
	}

	/**
	 * As Maven's dependency:list writes it. Files are called name-version.jar.
	 */
	Path dependencies(final Path... libraries) throws IOException {
		final StringBuilder list = new StringBuilder("\nThe following files:\n");
		for (final Path file : libraries) {
			final String name = file.getFileName().toString().replace(".jar", "");
			// In a Maven repository the folder is the version, which may hold dashes.
			final String folder = "-" + file.toAbsolutePath().getParent()
				.getFileName();
			final int dash = name.endsWith(folder) ? name.length() - folder.length()
				: name.lastIndexOf('-');
			list.append("   org.example:").append(name, 0, dash).append(":jar:")
				.append(name.substring(dash + 1)).append(":compile:").append(file
					.toAbsolutePath()).append(" -- module some.thing [auto]\n");
		}
		return Files.writeString(work.resolve("dependencies.txt"), list);
	}

	/** A jar, of entries and what they hold in turn. */
	Path jar(final String name, final String... entries) throws IOException {
		final Map<String, byte[]> files = new LinkedHashMap<>();
		for (int i = 0; i < entries.length; i += 2)
			files.put(entries[i], entries[i + 1].getBytes(StandardCharsets.UTF_8));
		return jar(name, files);
	}

	Path jar(final String name, final Map<String, byte[]> files)
		throws IOException
	{
		final Path file = Files.createDirectories(work.resolve("made")).resolve(
			name);
		try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(
			file)))
		{
			for (final Map.Entry<String, byte[]> entry : files.entrySet()) {
				zip.putNextEntry(new ZipEntry(entry.getKey()));
				zip.write(entry.getValue());
				zip.closeEntry();
			}
		}
		return file;
	}

	static String database(final Path site) throws IOException {
		try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(site
			.resolve("db.xml.gz"))))
		{
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	/** All files below a folder, by their paths. */
	static List<String> files(final Path folder) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter(Files::isRegularFile).map(f -> folder.relativize(f)
				.toString().replace('\\', '/')).sorted().toList();
		}
	}
}
