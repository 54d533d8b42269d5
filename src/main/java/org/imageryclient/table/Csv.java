// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Comma-separated values as RFC 4180 has them: lines end with CR LF, and what
 * holds a comma, a quote or a line break is quoted.
 */
public final class Csv {

	private static final String LINE_END = "\r\n";

	private Csv() {}

	/** One record with its line end. */
	public static String line(final List<String> fields) {
		return fields.stream().map(Csv::quoted).collect(Collectors.joining(",", "",
			LINE_END));
	}

	/**
	 * The shortest digits that read back as the same number, without an exponent;
	 * {@code NaN}, {@code Infinity} and {@code -Infinity} as Java and Python read
	 * them.
	 */
	public static String number(final double value) {
		return Double.isFinite(value) ? new BigDecimal(Double.toString(value))
			.stripTrailingZeros().toPlainString() : Double.toString(value);
	}

	/**
	 * The records of a text. Lines may end with LF alone; empty lines are left
	 * out.
	 *
	 * @throws IllegalArgumentException if a quote is not closed
	 */
	public static List<List<String>> parse(final String text) {
		final List<List<String>> records = new ArrayList<>();
		final Scanner scanner = new Scanner(text);
		while (scanner.isThereMore()) {
			final List<String> fields = scanner.line();
			if (fields.size() > 1 || !fields.get(0).isEmpty()) records.add(fields);
		}
		return records;
	}

	private static String quoted(final String field) {
		return field.chars().anyMatch(c -> ",\"\r\n".indexOf(c) >= 0) ? "\"" + field
			.replace("\"", "\"\"") + "\"" : field;
	}

	/** Reads field by field. */
	private static final class Scanner {

		private final String text;
		private int at;

		Scanner(final String text) {
			this.text = text;
		}

		boolean isThereMore() {
			return at < text.length();
		}

		List<String> line() {
			final List<String> fields = new ArrayList<>();
			do
				fields.add(isThereMore() && text.charAt(at) == '"' ? quoted()
					: plain());
			while (skip(','));
			skip('\r');
			skip('\n');
			return List.copyOf(fields);
		}

		private boolean skip(final char c) {
			final boolean isThere = isThereMore() && text.charAt(at) == c;
			if (isThere) at++;
			return isThere;
		}

		private String plain() {
			final int from = at;
			while (isThereMore() && ",\r\n".indexOf(text.charAt(at)) < 0)
				at++;
			return text.substring(from, at);
		}

		private String quoted() {
			final int start = at++;
			final StringBuilder field = new StringBuilder();
			while (isThereMore()) {
				final char c = text.charAt(at++);
				if (c != '"') field.append(c);
				else if (skip('"')) field.append('"');
				else return field + plain();
			}
			throw new IllegalArgumentException(
				"Expected a closing quote for the one at character " + start +
					" but the text ends.");
		}
	}
}
