// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.color;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;

import org.imageryclient.mask.RootId;

/** Reads the words of {@link ColorScheme#parse}. */
final class SchemeParser {

	private final String text;
	private final Deque<String> words = new ArrayDeque<>();

	SchemeParser(final String text) {
		this.text = text;
		Arrays.stream(text.split("[\\s,;]+")).filter(w -> !w.isEmpty()).forEach(
			words::add);
	}

	ColorScheme parse() {
		final Map<Long, Integer> fixed = new LinkedHashMap<>();
		while (!words.isEmpty() && words.peek().contains("=")) {
			final String[] pair = words.remove().split("=", 2);
			final long id = RootId.parse(pair[0]);
			fixed.put(id, FixedColors.parse(id, pair[1]));
		}
		if (fixed.isEmpty() && words.isEmpty()) throw refusal();
		final ColorScheme others = words.isEmpty() ? ColorScheme.white() : named(
			words.remove());
		if (!words.isEmpty()) throw refusal();
		return ColorScheme.fixed(fixed, others);
	}

	private ColorScheme named(final String name) {
		if (name.equalsIgnoreCase("white")) return ColorScheme.white();
		if (name.equalsIgnoreCase("hashed")) return ColorScheme.hashed(words
			.isEmpty() ? 0 : seed(words.remove()));
		if (name.startsWith("#")) return ColorScheme.solid(FixedColors.parse(name)
			.orElseThrow(this::refusal));
		final Palette palette = Palette.of(name);
		if (words.isEmpty() || !(palette instanceof HueCircle circle))
			return ColorScheme.of(palette);
		return ColorScheme.of(new HueCircle(circle.space(), share(), share(),
			share()));
	}

	private int seed(final String word) {
		try {
			return Integer.parseUnsignedInt(word);
		}
		catch (final NumberFormatException e) {
			throw refusal();
		}
	}

	private double share() {
		try {
			return Double.parseDouble(words.remove());
		}
		catch (final NumberFormatException | NoSuchElementException e) {
			throw refusal();
		}
	}

	private IllegalArgumentException refusal() {
		return new IllegalArgumentException(
			"Expected colours such as \"hashed\", \"hashed 7\", \"white\", \"#ff8000\", \"tab10\", " +
				"\"husl 0.01 1 0.65\" or \"864691135571546917=#ff8000 hashed\" but got \"" +
				text + "\".");
	}
}
