// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.json;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;

import java.util.Collection;
import java.util.Map;

/**
 * Writes maps, lists, strings, whole numbers, doubles and booleans as JSON.
 *
 * <pre>
 * JsonText.lines(Map.of("size", List.of(400, 400, 1)));
 * </pre>
 *
 * 64-bit ids are given as strings: other readers hold numbers as doubles.
 */
public final class JsonText {

	private static final Gson GSON = new GsonBuilder().disableHtmlEscaping()
		.create();

	/** Doubles hold every whole number up to here. */
	private static final double WHOLE = 1L << 53;

	private final StringBuilder text = new StringBuilder();
	private final boolean isInLines;

	private JsonText(final boolean isInLines) {
		this.isInLines = isInLines;
	}

	/** Without a line break. */
	public static String line(final Object value) {
		final JsonText json = new JsonText(false);
		json.write(value, "");
		return json.text.toString();
	}

	/**
	 * Indented, for people. A list of simple values takes one line. Ends with a
	 * line break.
	 */
	public static String lines(final Object value) {
		final JsonText json = new JsonText(true);
		json.write(value, "\n");
		return json.text.append('\n').toString();
	}

	private void write(final Object value, final String margin) {
		if (value instanceof Map<?, ?> map) write(map, margin);
		else if (value instanceof Collection<?> list) write(list, margin);
		else if (value instanceof Double number && number == Math.rint(number) &&
			Math.abs(number) < WHOLE) text.append((long) (double) number);
		else text.append(GSON.toJson(value));
	}

	private void write(final Map<?, ?> map, final String margin) {
		final boolean isBroken = isInLines && !map.isEmpty();
		text.append('{');
		String separator = "";
		for (final Map.Entry<?, ?> entry : map.entrySet()) {
			text.append(separator).append(isBroken ? margin + "  " : "").append(GSON
				.toJson(entry.getKey())).append(isInLines ? ": " : ":");
			write(entry.getValue(), margin + "  ");
			separator = ",";
		}
		text.append(isBroken ? margin : "").append('}');
	}

	private void write(final Collection<?> list, final String margin) {
		final boolean isBroken = isInLines && list.stream().anyMatch(
			Map.class::isInstance);
		text.append('[');
		String separator = "";
		for (final Object element : list) {
			text.append(separator).append(isBroken ? margin + "  " : "");
			write(element, margin + "  ");
			separator = isInLines && !isBroken ? ", " : ",";
		}
		text.append(isBroken ? margin : "").append(']');
	}
}
