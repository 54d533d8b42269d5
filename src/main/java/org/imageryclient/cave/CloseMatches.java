// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.cave;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Names that someone may have meant who mistyped one. */
final class CloseMatches {

	private static final int MOST = 3;

	private CloseMatches() {}

	/** The names most like {@code name}, the closest first; none if none is. */
	static List<String> of(final String name, final List<String> known) {
		final int most = Math.max(2, name.length() / 3);
		return known.stream().filter(k -> distance(name, k) <= most || contains(
			name, k)).sorted(Comparator.comparingInt(k -> distance(name, k))).limit(
				MOST).toList();
	}

	private static boolean contains(final String name, final String known) {
		return name.length() > 2 && known.toLowerCase(Locale.ROOT).contains(name
			.toLowerCase(Locale.ROOT));
	}

	/** Levenshtein's: how many letters to change, put in or leave out. */
	private static int distance(final String a, final String b) {
		final String from = a.toLowerCase(Locale.ROOT);
		final String to = b.toLowerCase(Locale.ROOT);
		int[] row = new int[to.length() + 1];
		for (int j = 0; j < row.length; j++)
			row[j] = j;
		for (int i = 1; i <= from.length(); i++) {
			final int[] next = new int[row.length];
			next[0] = i;
			for (int j = 1; j < row.length; j++) {
				final int change = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
				next[j] = Math.min(row[j - 1] + change, 1 + Math.min(row[j], next[j -
					1]));
			}
			row = next;
		}
		return row[to.length()];
	}
}
