// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.export;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A call of a command as an ImageJ macro writes it.
 *
 * <pre>
 * new MacroCall("Imagery Cutout...", Map.of("source", "gs://b/em")).line();
 * // run("Imagery Cutout...", "source=gs://b/em");
 * </pre>
 *
 * @param command the last part of its menu path, dots included
 * @param keys what it is given, in this order
 */
public record MacroCall(String command, Map<String, String> keys) {

	/** How ImageJ finds a key: anywhere, unless a letter stands before it. */
	private static final Pattern KEY = Pattern.compile(
		"(?<!\\p{L})(\\p{L}+)=");

	public MacroCall {
		keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
	}

	/** A call without keys. */
	public static MacroCall of(final String command) {
		return new MacroCall(command, Map.of());
	}

	/** The same call with one more key at its end. */
	public MacroCall with(final String key, final String value) {
		final Map<String, String> more = new LinkedHashMap<>(keys);
		more.put(key, value);
		return new MacroCall(command, more);
	}

	/** The same call with these keys before its own, which win. */
	public MacroCall after(final Map<String, String> first) {
		final Map<String, String> all = new LinkedHashMap<>(first);
		all.putAll(keys);
		return new MacroCall(command, all);
	}

	/**
	 * The line of a macro, or nothing where ImageJ's options can't say a value: it
	 * has brackets that don't match and an apostrophe, or a control character.
	 */
	public Optional<String> line() {
		if (keys.values().stream().anyMatch(v -> quoted(v).isEmpty()))
			return Optional.empty();
		final Set<String> inside = keys.values().stream().flatMap(v -> KEY.matcher(
			v).results()).map(m -> m.group(1)).collect(Collectors.toCollection(
				LinkedHashSet::new));
		// ImageJ takes the first place that looks like the key, also in a value:
		// values that look so come last, after all keys.
		final StringBuilder options = new StringBuilder();
		inside.stream().filter(key -> !keys.containsKey(key)).forEach(key -> append(
			options, key, ""));
		keys.forEach((key, value) -> {
			if (!KEY.matcher(value).find()) append(options, key, value);
		});
		keys.forEach((key, value) -> {
			if (KEY.matcher(value).find()) append(options, key, value);
		});
		return Optional.of("run(" + literal(command) + ", " + literal(options
			.toString().trim()) + ");");
	}

	private static void append(final StringBuilder options, final String key,
		final String value)
	{
		options.append(key).append('=').append(quoted(value).orElseThrow()).append(
			' ');
	}

	private static Optional<String> quoted(final String value) {
		if (value.chars().anyMatch(Character::isISOControl)) return Optional
			.empty();
		if (!value.isEmpty() && value.matches("[^\\s\\['].*") && !value.contains(
			" ")) return Optional.of(value);
		if (isBalanced(value)) return Optional.of("[" + value + "]");
		return value.contains("'") ? Optional.empty() : Optional.of("'" + value +
			"'");
	}

	private static boolean isBalanced(final String value) {
		int depth = 0;
		for (final char c : value.toCharArray()) {
			if (c == '[') depth++;
			if (c == ']' && --depth < 0) return false;
		}
		return depth == 0;
	}

	private static String literal(final String text) {
		return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
	}
}
