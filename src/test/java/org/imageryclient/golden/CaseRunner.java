// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.golden;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.imageryclient.CutoutException;
import org.imageryclient.Unsupported;

/** Makes the call of a case with this project's API and judges the result. */
final class CaseRunner {

	private final GoldenCalls calls;
	private final Placeholders places;

	CaseRunner(final GoldenCalls calls, final Placeholders places) {
		this.calls = calls;
		this.places = places;
	}

	/** Runs one case. What is wrong with it is in the verdict, never thrown. */
	Verdict run(final GoldenCase golden) {
		final Path folder = emptyFolder();
		try {
			return judge(golden, folder);
		}
		catch (final CaseProblem | UncheckedIOException | IOException e) {
			return new Verdict.Failed(e.getMessage());
		}
		finally {
			delete(folder);
		}
	}

	private Verdict judge(final GoldenCase golden, final Path folder)
		throws IOException
	{
		final CallResult found;
		try {
			found = call(golden, folder);
		}
		catch (final CaseProblem e) {
			throw e;
		}
		catch (final RuntimeException | Error e) {
			return judge(golden, e, folder);
		}
		final Optional<String> difference = golden
			.wanted() instanceof Expectation.SameAs other ? differenceFrom(golden
				.with(other), found) : Judge.firstDifference(filled(golden.wanted()),
					found, golden.tolerance());
		return difference.<Verdict> map(Verdict.Failed::new).orElse(Verdict.PASSED);
	}

	/** Values may name the emulator's address. */
	private Expectation filled(final Expectation wanted) {
		return wanted instanceof Expectation.Json json ? new Expectation.Json(places
			.fill(json.value())) : wanted;
	}

	private CallResult call(final GoldenCase golden, final Path folder)
		throws IOException
	{
		return calls.call(golden, places, folder);
	}

	private Optional<String> differenceFrom(final GoldenCase other,
		final CallResult found) throws IOException
	{
		final Path folder = emptyFolder();
		try {
			return Judge.firstDifference(call(other, folder), found);
		}
		finally {
			delete(folder);
		}
	}

	private static Verdict judge(final GoldenCase golden, final Throwable thrown,
		final Path folder)
	{
		final Expectation wanted = golden.wanted();
		if (!isOurs(thrown)) return new Verdict.Failed("an accident: " + thrown +
			place(thrown));
		if (wanted instanceof Expectation.Failure) {
			final boolean clean = Judge.files(folder).isEmpty();
			return clean ? Verdict.PASSED : new Verdict.Failed("left " + Judge.files(
				folder) + " behind after: " + thrown.getMessage());
		}
		if (thrown instanceof Unsupported) {
			if (wanted instanceof Expectation.Refused)
				return new Verdict.NotSupported("refused, as it should be");
			final Optional<String> encoding = StoredEncodings.namedIn(thrown
				.getMessage());
			if (encoding.isPresent()) return new Verdict.NotSupported("encoding " +
				encoding.get());
		}
		return new Verdict.Failed("threw " + thrown.getClass().getSimpleName() +
			": " + thrown.getMessage() + place(thrown));
	}

	/**
	 * Whether an error was raised on purpose: one of our exceptions or a plain
	 * argument error, with a message, thrown by this project's main code.
	 */
	static boolean isOurs(final Throwable thrown) {
		final boolean type = thrown instanceof CutoutException || thrown
			.getClass() == IllegalArgumentException.class;
		final boolean said = thrown.getMessage() != null && !thrown.getMessage()
			.isBlank();
		return type && said && origin(thrown).map(StackTraceElement::getClassName)
			.filter(c -> c.startsWith("org.imageryclient.")).filter(c -> !c
				.startsWith(CaseRunner.class.getPackageName() + ".")).isPresent();
	}

	private static String place(final Throwable thrown) {
		return origin(thrown).map(o -> " (at " + o + ")").orElse("");
	}

	private static Optional<StackTraceElement> origin(final Throwable thrown) {
		return Stream.of(thrown.getStackTrace()).findFirst();
	}

	private static Path emptyFolder() {
		try {
			return Files.createTempDirectory("golden");
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static void delete(final Path folder) {
		try (Stream<Path> all = Files.walk(folder)) {
			final List<Path> deepestFirst = all.sorted(Comparator.reverseOrder())
				.toList();
			for (final Path path : deepestFirst)
				Files.delete(path);
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
