// SPDX-License-Identifier: BSD-2-Clause

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

import org.scijava.SciJava;

/**
 * A folder with {@code jars} and {@code plugins} as Fiji's, and macros run in it
 * without a screen.
 */
final class FijiFolder {

	private static final int MINUTES = 5;

	private FijiFolder() {}

	/** Copies jars into {@code jars}; of two that share a name a Fiji holds one. */
	static void copy(final List<LocalJar> jars, final Path folder) throws IOException {
		final Set<String> names = new TreeSet<>();
		for (final LocalJar jar : jars)
			if (names.add(jar.base())) Files.copy(jar.file(), folder.resolve("jars").resolve(jar.file().getFileName()));
	}

	/**
	 * Runs a macro in a JVM whose class path is the folder's jars and plugins, as
	 * the option {@code -macro} of Fiji does; what it prints. A macro that fails
	 * says so, but ends as one that doesn't.
	 */
	static String run(final Path folder, final String macro, final Path work) throws IOException, InterruptedException {
		final Path file = Files.writeString(work.resolve("macro.ijm"), macro);
		final Path log = work.resolve("macro.log");
		final String programs = Path.of(System.getProperty("java.class.path").split(System.getProperty("path.separator"))[0])
			.toAbsolutePath().toString();
		final String classpath = String.join(System.getProperty("path.separator"), programs, "plugins/*", "jars/*");
		// Fiji's launcher opens java.lang too, for imagej-legacy to patch ImageJ.
		final Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
			"--add-opens=java.base/java.lang=ALL-UNNAMED", "-Djava.awt.headless=true", "-Dimagej.dir=" + folder, "-Dij.dir=" +
				folder, "-Duser.home=" + Files.createDirectories(work.resolve("home")), "-cp", classpath, "FijiFolder",
			"--headless", "-macro", file.toString()).directory(folder.toFile()).redirectErrorStream(true).redirectOutput(log
				.toFile()).start();
		if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) process.destroyForcibly();
		final int exit = process.waitFor();
		final String printed = Files.readString(log);
		if (exit != 0 || printed.contains("Macro Error")) throw new IllegalStateException("The macro failed:\n" + macro +
			printed);
		return printed;
	}

	/** What that JVM runs: Fiji's own main class does the same with more services. */
	public static void main(final String... arguments) {
		new SciJava().launch(arguments);
	}
}
