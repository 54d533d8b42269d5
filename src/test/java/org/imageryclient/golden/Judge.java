// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.golden;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imageryclient.export.Manifest;

/** Holds a result against what a case asks for. */
final class Judge {

	private Judge() {}

	/**
	 * The first difference, if there is one. An expectation of an error, of a
	 * refusal or of another call's result is not met by any result.
	 */
	static Optional<String> firstDifference(final Expectation wanted,
		final CallResult found, final double tolerance)
	{
		if (wanted instanceof Expectation.Arrays arrays &&
			found instanceof CallResult.Arrays got) return ArrayComparison
				.firstDifference(arrays.read(), got.arrays(), tolerance);
		if (wanted instanceof Expectation.Shapes shapes &&
			found instanceof CallResult.Arrays got) return shapes(shapes.shapes(), got
				.arrays());
		if (wanted instanceof Expectation.Files files &&
			found instanceof CallResult.Files got) return pictures(files.folder(),
				new TreeSet<>(files.names()), got.folder());
		if (wanted instanceof Expectation.Json json &&
			found instanceof CallResult.Json got) return JsonComparison
				.firstDifference(json.value(), got.value());
		return Optional.of("expected " + describe(wanted) + ", found " + describe(
			found));
	}

	/** The first difference between the results of two calls. */
	static Optional<String> firstDifference(final CallResult expected,
		final CallResult found)
	{
		if (expected instanceof CallResult.Arrays a &&
			found instanceof CallResult.Arrays b) return ArrayComparison
				.firstDifference(a.arrays(), b.arrays(), 0);
		if (expected instanceof CallResult.Files a &&
			found instanceof CallResult.Files b) return pictures(a.folder(), files(a
				.folder()), b.folder());
		if (expected instanceof CallResult.Json a &&
			found instanceof CallResult.Json b) return JsonComparison.firstDifference(
				a.value(), b.value());
		return Optional.of("expected " + describe(expected) + ", found " + describe(
			found));
	}

	/** All files below a folder, relative to it, but for our manifests. */
	static SortedSet<String> files(final Path folder) {
		try (Stream<Path> all = Files.walk(folder)) {
			return all.filter(Files::isRegularFile).filter(f -> !f.toString()
				.endsWith(Manifest.SUFFIX)).map(f -> folder.relativize(f).toString()
					.replace('\\', '/')).collect(Collectors.toCollection(TreeSet::new));
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/**
	 * One shape without a name is that of every array: the forms in which the
	 * reference returns several have one size.
	 */
	private static Optional<String> shapes(final Map<String, int[]> expected,
		final Map<String, NumberArray> found)
	{
		final boolean named = found.keySet().equals(expected.keySet());
		if (!named && !expected.keySet().equals(Set.of("result"))) return Optional
			.of("expected arrays " + expected.keySet() + ", found " + found.keySet());
		return found.entrySet().stream().map(e -> ArrayComparison.differentShape(
			expected.get(named ? e.getKey() : "result"), e.getValue().shape()).map(
				d -> e.getKey() + " " + d)).flatMap(Optional::stream).findFirst();
	}

	private static Optional<String> pictures(final Path expected,
		final SortedSet<String> names, final Path found)
	{
		final SortedSet<String> written = files(found);
		if (!names.equals(written)) return Optional.of("expected the files " +
			names + ", found " + written);
		return names.stream().map(n -> picture(expected.resolve(n), found.resolve(
			n)).map(d -> n + " " + d)).flatMap(Optional::stream).findFirst();
	}

	private static Optional<String> picture(final Path expected,
		final Path found)
	{
		try {
			return Picture.read(expected).firstDifference(Picture.read(found));
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static String describe(final Expectation wanted) {
		if (wanted instanceof Expectation.Failure failure) return "an error (in " +
			"the reference: " + failure.reference() + ")";
		if (wanted instanceof Expectation.Refused) return "a refusal";
		return wanted.getClass().getSimpleName();
	}

	private static String describe(final CallResult found) {
		if (found instanceof CallResult.Arrays got) return got.arrays().entrySet()
			.stream().map(e -> e.getKey() + " of " + NumberArray.describe(e.getValue()
				.shape())).collect(Collectors.joining(", ", "arrays [", "]"));
		if (found instanceof CallResult.Files got) return "files " + files(got
			.folder());
		return "the value " + ((CallResult.Json) found).value();
	}
}
