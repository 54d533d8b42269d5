// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a program saw on a screen, as it wrote it down.
 *
 * <pre>
 *
 * SeenOnScreen seen = SeenOnScreen.by(Program.class, home);
 * assertEquals("em, seg", seen.after("title "));
 * </pre>
 *
 * @param lines of its file
 */
public record SeenOnScreen(List<String> lines) {

	/** Before anything was seen. */
	public static final SeenOnScreen NOTHING = new SeenOnScreen(List.of());

	/**
	 * Runs the {@code main} of a class on a {@link VirtualDisplay} of its own.
	 *
	 * @param program whose first argument is the file that it writes
	 * @param home its home folder
	 * @param more arguments after the first
	 * @throws AssertionError if it failed or took too long; holds its output
	 */
	public static SeenOnScreen by(final Class<?> program, final Path home,
		final String... more) throws IOException, InterruptedException
	{
		final Path file = home.resolve("seen.txt");
		try (VirtualDisplay display = VirtualDisplay.start()) {
			display.run(program, home, Stream.concat(Stream.of(file.toString()),
				Stream.of(more)).toArray(String[]::new));
		}
		return new SeenOnScreen(Files.readAllLines(file));
	}

	/** @param number from 0 on */
	public String line(final int number) {
		return lines.get(number);
	}

	/**
	 * The rest of the first line that begins so.
	 *
	 * @throws AssertionError if none does; holds all lines
	 */
	public String after(final String start) {
		return lines.stream().filter(line -> line.startsWith(start)).findFirst()
			.orElseThrow(() -> new AssertionError("Expected a line \"" + start +
				"…\" but there are " + lines)).substring(start.length());
	}
}
