// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A screen that nobody sees (Xvfb), and programs that show windows on it. The
 * tests themselves run without a display, so each program is a JVM of its own.
 *
 * <pre>
 *
 * try (VirtualDisplay display = VirtualDisplay.start()) {
 * 	display.run(Program.class, home, "an argument");
 * }
 * </pre>
 */
public final class VirtualDisplay implements AutoCloseable {

	private static final int TIMEOUT_SECONDS = 240;

	private final String name;
	private final Optional<Process> server;

	private VirtualDisplay(final String name, final Optional<Process> server) {
		this.name = name;
		this.server = server;
	}

	/**
	 * @throws AssertionError where there is neither Xvfb nor another display;
	 *           says what to type
	 */
	public static VirtualDisplay start() throws IOException {
		final Process server;
		try {
			server = new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0",
				"1280x1024x24", "-nolisten", "tcp").redirectError(
					ProcessBuilder.Redirect.DISCARD).start();
		}
		catch (final IOException e) {
			return ofEnvironment(e);
		}
		final BufferedReader out = new BufferedReader(new InputStreamReader(server
			.getInputStream(), StandardCharsets.US_ASCII));
		final String number = out.readLine();
		if (number == null) throw new AssertionError(
			"Expected Xvfb to start but it ended with " + server.onExit().join()
				.exitValue() + "; try: Xvfb :99");
		return new VirtualDisplay(":" + number, Optional.of(server));
	}

	private static VirtualDisplay ofEnvironment(final IOException cause) {
		final String display = System.getenv("DISPLAY");
		if (display == null || display.isBlank()) throw new AssertionError(
			"Expected Xvfb, to show windows to tests, but it is not installed; type: sudo apt-get install -y xvfb",
			cause);
		return new VirtualDisplay(display, Optional.empty());
	}

	/**
	 * Runs the {@code main} of a class of the test class path, with a home folder
	 * of its own.
	 *
	 * @throws AssertionError if it failed or took more than four minutes; holds
	 *           its output
	 */
	public void run(final Class<?> program, final Path home,
		final String... arguments) throws IOException, InterruptedException
	{
		final List<String> command = new ArrayList<>(List.of(Path.of(System
			.getProperty("java.home"), "bin", "java").toString(),
			"-Djava.awt.headless=false",
			"--add-opens=java.base/java.lang=ALL-UNNAMED", "-Duser.home=" + home,
			"-Dij.dir=" + home, "-Djava.util.prefs.userRoot=" + home, "-cp",
			TestClassPath.text(), program.getName()));
		command.addAll(List.of(arguments));
		final ProcessBuilder builder = new ProcessBuilder(command)
			.redirectErrorStream(true);
		builder.environment().put("DISPLAY", name);
		final Process process = builder.start();
		final List<String> lines = new ArrayList<>();
		final Thread reader = new Thread(() -> process.inputReader().lines()
			.forEach(lines::add));
		reader.start();
		final boolean isDone = process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS);
		process.destroyForcibly();
		reader.join();
		if (!isDone || process.exitValue() != 0) throw new AssertionError(program
			.getSimpleName() + (isDone ? " failed" : " took too long") + ":\n" +
			String.join("\n", lines));
	}

	@Override
	public void close() {
		server.ifPresent(Process::destroy);
	}
}
