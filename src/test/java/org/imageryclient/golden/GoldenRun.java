// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.golden;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.imageryclient.golden.DataServer.Transport;
import org.python.util.PythonInterpreter;

/**
 * Runs a folder of cases and prints how they ended: what {@code scripts/golden}
 * starts. A case that reads volumes is run from each transport and passes if it
 * passes from all.
 */
final class GoldenRun {

	private static final String USAGE =
		"Expected CASES_FOLDER DATA_FOLDER [--file | --http] [--jython].";

	/**
	 * Cases provoke what is worth a line in the log; kept, or it is collected.
	 */
	private static final Logger LOG = Logger.getLogger("org.imageryclient");

	private final PrintStream out;
	private final GoldenCalls calls;
	private final Map<String, List<String>> notSupported = new TreeMap<>();
	private int passed;
	private int failed;

	/**
	 * @param calls makes the calls of all cases
	 */
	GoldenRun(final PrintStream out, final GoldenCalls calls) {
		this.out = out;
		this.calls = calls;
	}

	/** Ends with 0 if no case failed, 1 if one did, 2 for other arguments. */
	public static void main(final String[] args) {
		final List<String> options = new ArrayList<>(List.of(args).subList(Math.min(
			2, args.length), args.length));
		final boolean inJython = options.remove("--jython");
		final Optional<Set<Transport>> transports = transports(options);
		if (args.length < 2 || transports.isEmpty()) {
			System.err.println(USAGE);
			System.exit(2);
		}
		LOG.setLevel(Level.OFF);
		final List<GoldenCase> cases = GoldenCase.readAll(Path.of(args[0]));
		final int failures = inJython ? inJython(cases, Path.of(args[1]), transports
			.get()) : new GoldenRun(System.out, new PythonCalls(GoldenSessions::open))
				.run(cases, Path.of(args[1]), transports.get());
		System.exit(failures == 0 ? 0 : 1);
	}

	/** The cases of which the module has the method. */
	private static int inJython(final List<GoldenCase> cases, final Path data,
		final Set<Transport> transports)
	{
		try (PythonInterpreter python = new PythonInterpreter()) {
			return new GoldenRun(System.out, new JythonCalls(GoldenSessions::open,
				python)).run(cases.stream().filter(JythonCalls::has).toList(), data,
					transports);
		}
	}

	private static Optional<Set<Transport>> transports(
		final List<String> options)
	{
		if (options.isEmpty()) return Optional.of(EnumSet.allOf(Transport.class));
		if (options.size() > 1) return Optional.empty();
		return switch (options.get(0)) {
			case "--file" -> Optional.of(EnumSet.of(Transport.FILE));
			case "--http" -> Optional.of(EnumSet.of(Transport.HTTP));
			default -> Optional.empty();
		};
	}

	/** Runs all cases; returns how many failed. */
	int run(final List<GoldenCase> cases, final Path data,
		final Set<Transport> transports)
	{
		try (DataServer server = new DataServer(data);
				Emulator emulator = new Emulator(data.toAbsolutePath().normalize()
					.resolveSibling("emulator.py")))
		{
			for (final GoldenCase golden : cases)
				count(golden, run(golden, server, emulator, transports));
		}
		notSupported.forEach((reason, ids) -> out.println("not supported, " +
			reason + ": " + String.join(", ", ids)));
		final int other = notSupported.values().stream().mapToInt(List::size).sum();
		out.println(passed + " passed, " + failed + " failed, " + other +
			" not supported");
		return failed;
	}

	/** The first verdict that is not "passed", if there is one. */
	private Verdict run(final GoldenCase golden, final DataServer server,
		final Emulator emulator, final Set<Transport> transports)
	{
		for (final Transport transport : transports) {
			final Verdict verdict = new CaseRunner(calls, new Placeholders(server
				.address(transport), emulator::address)).run(golden);
			if (verdict instanceof Verdict.Failed f) return new Verdict.Failed("(" +
				transport.name().toLowerCase(Locale.ROOT) + ") " + f.difference());
			if (!(verdict instanceof Verdict.Passed)) return verdict;
			if (!golden.namesData()) return verdict;
		}
		return Verdict.PASSED;
	}

	private void count(final GoldenCase golden, final Verdict verdict) {
		if (verdict instanceof Verdict.Failed f) {
			failed++;
			out.println("FAILED " + golden.id() + " " + f.difference());
		}
		else if (verdict instanceof Verdict.NotSupported n) notSupported
			.computeIfAbsent(n.reason(), r -> new ArrayList<>()).add(golden.id());
		else passed++;
	}
}
