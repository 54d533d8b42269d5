// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

import org.imageryclient.Canceled;

/**
 * What was tried, one line each, and how it went: a text that can be shown to
 * others. The user's home folder stands in it as {@code ~}; tokens are in no
 * message.
 */
final class ConnectionReport {

	private final String home;
	private final List<String> lines = new ArrayList<>();
	private int failures;

	/** @param home the user's home folder */
	ConnectionReport(final String home) {
		this.home = home;
	}

	/** Begins a part. */
	void heading(final String text) {
		lines.add("");
		lines.add(text);
	}

	void ok(final String step, final String text) {
		add("ok", step, text);
	}

	void skipped(final String step, final String text) {
		add("skipped", step, text);
	}

	void failed(final String step, final String text) {
		failures++;
		add("FAILED", step, text);
	}

	/**
	 * Tries a step, and notes how it went and how long it took. Nothing is thrown
	 * but {@link Canceled}.
	 *
	 * @param words for what came back
	 * @return what came back; nothing if it failed
	 */
	<T> Optional<T> attempt(final String step, final Supplier<T> what,
		final Function<T, String> words)
	{
		final long start = System.nanoTime();
		try {
			final T result = what.get();
			ok(step, words.apply(result) + String.format(Locale.ROOT, " (%.2f s)",
				(System.nanoTime() - start) / 1e9));
			return Optional.of(result);
		}
		catch (final Canceled e) {
			throw e;
		}
		catch (final RuntimeException e) {
			// Whatever it is, the other steps may tell the user more.
			failed(step, Optional.ofNullable(e.getMessage()).orElse(e.toString()));
			return Optional.empty();
		}
	}

	int failures() {
		return failures;
	}

	private void add(final String outcome, final String step, final String text) {
		lines.add(String.format(Locale.ROOT, "%-8s%-13s%s", outcome, step, text
			.strip().replaceAll("\\s*\\R\\s*", " / ")));
	}

	@Override
	public String toString() {
		final String end = failures == 0 ? "All is well." : failures +
			" of these failed: begin with the first.";
		final String all = String.join("\n", lines).strip() + "\n\n" + end + "\n";
		return home.length() > 1 ? all.replace(home, "~") : all;
	}
}
