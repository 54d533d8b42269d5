// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.golden;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The stand-in for a CAVE server that comes with the cases: a Python script
 * (standard library only), started as a process of its own at the first use and
 * ended with {@link #close}.
 */
final class Emulator implements AutoCloseable {

	private static final long START_MILLIS = 30_000;

	private final Path script;
	private final List<Path> written = new ArrayList<>();
	private Optional<Process> process = Optional.empty();
	private String address = "";

	/**
	 * @param script emulator.py; need not exist unless a case asks for it
	 */
	Emulator(final Path script) {
		this.script = script;
	}

	/**
	 * Where it listens: {@code http://127.0.0.1:PORT}.
	 *
	 * @throws CaseProblem if it cannot be started
	 */
	synchronized String address() {
		if (process.isEmpty()) start();
		return address;
	}

	private void start() {
		if (!Files.isRegularFile(script)) throw new CaseProblem("Expected the " +
			"emulator at " + script + ", beside the data folder.");
		try {
			final Path work = Files.createTempDirectory("emulator");
			final Path portFile = work.resolve("port");
			final Path log = work.resolve("log");
			written.addAll(List.of(portFile, log, work));
			final Process started = new ProcessBuilder("python3", script
				.toAbsolutePath().toString(), "--require-token", "--port", "0",
				"--portfile", portFile.toString()).redirectErrorStream(true)
				.redirectOutput(log.toFile()).start();
			process = Optional.of(started);
			address = "http://127.0.0.1:" + awaitPort(started, portFile, log);
		}
		catch (final IOException e) {
			throw new CaseProblem("Cannot start " + script +
				" (it needs python3 on the path): " + e.getMessage());
		}
	}

	/** The script says its port in a file once it listens. */
	private static int awaitPort(final Process started, final Path portFile,
		final Path log) throws IOException
	{
		final long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(
			START_MILLIS);
		while (started.isAlive() && System.nanoTime() < deadline) {
			final String port = Files.exists(portFile) ? Files.readString(portFile)
				.strip() : "";
			if (port.matches("\\d+")) return Integer.parseInt(port);
			pause(started);
		}
		started.destroyForcibly();
		throw new CaseProblem("The emulator did not say its port: " + Files
			.readString(log).strip());
	}

	private static void pause(final Process started) {
		try {
			started.waitFor(20, TimeUnit.MILLISECONDS);
		}
		catch (final InterruptedException e) {
			started.destroyForcibly();
			Thread.currentThread().interrupt();
			throw new CaseProblem("Interrupted while the emulator started.");
		}
	}

	@Override
	public synchronized void close() {
		process.ifPresent(Process::destroy);
		process = Optional.empty();
		written.forEach(Emulator::delete);
		written.clear();
	}

	/** A file that can't be deleted in the folder for such files does no harm. */
	private static void delete(final Path path) {
		try {
			Files.deleteIfExists(path);
		}
		catch (final IOException e) {
			path.toFile().deleteOnExit();
		}
	}
}
