// SPDX-License-Identifier: BSD-2-Clause

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

import org.scijava.util.FileUtils;

/** The command line of Fiji's updater, in a JVM of its own. */
final class Updater {

	private static final int MINUTES = 5;

	private final String classpath;
	private final Path work;
	private final TreeSet<String> jars = new TreeSet<>();

	Updater(final String classpath, final Path work) {
		this.classpath = classpath;
		this.work = work;
		for (final String jar : classpath.split(File.pathSeparator))
			jars.add("jars/" + FileUtils.stripFilenameVersion(Path.of(jar).getFileName().toString()));
	}

	/** Whether a file of Fiji's, named without version, is on the updater's own class path. */
	boolean runsOn(final String file) {
		return jars.contains(file);
	}

	/** What it prints; throws {@link IllegalStateException} with all of it where it fails. */
	String run(final Path folder, final String... arguments) throws IOException, InterruptedException {
		final List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java")
			.toString(), "-Djava.awt.headless=true", "-Djava.net.useSystemProxies=false", "-Dimagej.dir=" + folder, "-Dij.dir=" +
				folder, "-Duser.home=" + Files.createDirectories(work.resolve("home")), "-cp", classpath,
			"net.imagej.updater.CommandLine"));
		command.addAll(List.of(arguments));
		final Path log = work.resolve("updater.log");
		final Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).redirectInput(
			ProcessBuilder.Redirect.from(Files.writeString(work.resolve("no-input"), "").toFile())).start();
		if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) process.destroyForcibly();
		final String printed = Files.readString(log);
		if (process.waitFor() != 0 || printed.contains("[ERROR]")) throw new IllegalStateException("The updater failed at " +
			String.join(" ", arguments) + ":\n" + printed);
		return printed;
	}
}
