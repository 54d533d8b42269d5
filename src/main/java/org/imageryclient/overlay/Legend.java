// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.overlay;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.imageryclient.color.ColorScheme;
import org.imageryclient.color.RootColors;

/**
 * Which colour stands for which root id.
 *
 * @param entries from top to bottom
 */
public record Legend(List<Entry> entries) {

	private static final int ROW = 20;
	private static final int BOX = 12;
	private static final int MARGIN = 10;
	/** Wide enough for twenty digits of this font size. */
	private static final int WIDTH = 240;

	public Legend {
		entries = List.copyOf(entries);
	}

	/**
	 * @param ids unsigned, in the order of the rows
	 */
	public static Legend of(final long[] ids, final RootColors colors) {
		return new Legend(Arrays.stream(ids).mapToObj(id -> new Entry(id, colors
			.argb(id))).toList());
	}

	/**
	 * A scheme that gives these colours: the one that is expected, if it does, or
	 * Neuroglancer's, or else a table.
	 */
	public ColorScheme scheme(final ColorScheme expected) {
		return Stream.of(expected, ColorScheme.hashed(0)).filter(this::isOf)
			.findFirst().orElseGet(() -> {
				final Map<Long, Integer> table = new LinkedHashMap<>();
				entries.forEach(entry -> table.put(entry.id(), entry.argb()));
				return ColorScheme.fixed(table, ColorScheme.white());
			});
	}

	private boolean isOf(final ColorScheme scheme) {
		final RootColors colors = scheme.forIds(entries.stream().mapToLong(Entry::id)
			.toArray());
		return entries.stream().allMatch(entry -> colors.argb(entry.id()) == entry
			.argb());
	}

	/** Whether the ids ascend. */
	boolean isInOrderOfIds() {
		for (int i = 1; i < entries.size(); i++)
			if (Long.compareUnsigned(entries.get(i - 1).id(), entries.get(i)
				.id()) >= 0) return false;
		return true;
	}

	/**
	 * The legend as a picture of its own that any drawing program opens: SVG 1.1,
	 * a box and an id a row.
	 */
	public String toSvg() {
		final StringBuilder svg = new StringBuilder(String.format(Locale.ROOT,
			"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" " +
				"font-family=\"sans-serif\" font-size=\"13\">\n", WIDTH, 2 * MARGIN +
					ROW * entries.size()));
		for (int i = 0; i < entries.size(); i++)
			svg.append(row(entries.get(i), MARGIN + i * ROW));
		return svg.append("</svg>\n").toString();
	}

	private static String row(final Entry entry, final int top) {
		return String.format(Locale.ROOT, "\t<rect x=\"%d\" y=\"%d\" width=\"%d\" " +
			"height=\"%d\" fill=\"%s\" fill-opacity=\"%s\"/>\n" +
			"\t<text x=\"%d\" y=\"%d\">%s</text>\n", MARGIN, top + (ROW - BOX) / 2, BOX,
			BOX, entry.hex(), (entry.argb() >>> 24) / 255.0, 2 * MARGIN +
				BOX, top + ROW - 6, entry.text());
	}

	/**
	 * One row.
	 *
	 * @param id unsigned
	 * @param argb {@code 0xAARRGGBB}, the colours not multiplied by alpha
	 */
	public record Entry(long id, int argb) {

		/** The id in decimal. */
		public String text() {
			return Long.toUnsignedString(id);
		}

		/** The colour, {@code #ff8000}, without its alpha. */
		public String hex() {
			return String.format("#%06x", argb & 0xffffff);
		}
	}
}
