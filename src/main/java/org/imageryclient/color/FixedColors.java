// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.color;

import com.carrotsearch.hppc.LongIntHashMap;
import com.carrotsearch.hppc.procedures.LongIntProcedure;

import java.lang.reflect.Array;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

import org.imageryclient.mask.RootId;

/** A table of colours, and other colours for the ids that are not in it. */
final class FixedColors implements RootColors {

	private static final Pattern HEX = Pattern.compile(
		"#(?:[0-9a-fA-F]{6}|[0-9a-fA-F]{8})");

	private final LongIntHashMap table;
	private final RootColors others;

	FixedColors(final LongIntHashMap table, final RootColors others) {
		this.table = table;
		this.others = others;
	}

	/** The colours as people and scripts give them. */
	static FixedColors of(final Map<?, ?> colors, final RootColors others) {
		final LongIntHashMap table = new LongIntHashMap(colors.size());
		colors.forEach((id, color) -> {
			final long root = RootId.parse(id);
			table.put(root, parse(root, color));
		});
		return new FixedColors(table, others);
	}

	@Override
	public int argb(final long root) {
		final int slot = table.indexOf(root);
		return table.indexExists(slot) ? table.indexGet(slot) : others.argb(root);
	}

	/** From id to colour, in ascending unsigned order. */
	Map<Long, Integer> table() {
		final Map<Long, Integer> sorted = new TreeMap<>(Long::compareUnsigned);
		table.forEach((LongIntProcedure) sorted::put);
		return sorted;
	}

	/** For the ids that are not in the table. */
	RootColors others() {
		return others;
	}

	/** As {@code 0xAARRGGBB}. */
	static int parse(final long root, final Object color) {
		if (color instanceof CharSequence) return parseHex(root, color.toString());
		final Object[] parts = parts(color);
		if (parts.length != 3 && parts.length != 4) throw refusal(root, color);
		int argb = parts.length == 3 ? 255 : channel(root, color, parts[3]);
		for (int i = 0; i < 3; i++)
			argb = argb << 8 | channel(root, color, parts[i]);
		return argb;
	}

	private static int parseHex(final long root, final String text) {
		return parse(text).orElseThrow(() -> refusal(root, text));
	}

	/** {@code #ff8000} or {@code #ff800080}. */
	static Optional<Integer> parse(final String text) {
		if (!HEX.matcher(text).matches()) return Optional.empty();
		final int rgb = Integer.parseInt(text.substring(1, 7), 16);
		final int alpha = text.length() == 7 ? 255 : Integer.parseInt(text
			.substring(7), 16);
		return Optional.of(alpha << 24 | rgb);
	}

	private static Object[] parts(final Object color) {
		if (color instanceof List) return ((List<?>) color).toArray();
		if (color == null || !color.getClass().isArray()) return new Object[0];
		final Object[] parts = new Object[Array.getLength(color)];
		for (int i = 0; i < parts.length; i++)
			parts[i] = Array.get(color, i);
		return parts;
	}

	private static int channel(final long root, final Object color,
		final Object part)
	{
		final String digits = String.valueOf(part);
		if (!digits.matches("[0-9]{1,3}") || Integer.parseInt(digits) > 255)
			throw refusal(root, color);
		return Integer.parseInt(digits);
	}

	private static IllegalArgumentException refusal(final long root,
		final Object color)
	{
		final Object[] parts = parts(color);
		return new IllegalArgumentException("Expected the colour of root id " + Long
			.toUnsignedString(root) +
			" as 3 or 4 whole numbers 0 to 255 or as text like #ff8000 but it was " +
			(parts.length == 0 ? color : List.of(parts)) +
			"; try multiplying shares of 1 by 255.");
	}
}
