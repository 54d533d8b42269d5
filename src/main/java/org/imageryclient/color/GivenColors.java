// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.color;

import java.util.LinkedHashMap;
import java.util.Map;

/** A scheme of a function that no words say. */
record GivenColors(RootColors colors) implements ColorScheme {

	/** In words, where there are some. */
	static ColorScheme scheme(final RootColors colors) {
		if (colors == RootColors.WHITE) return ColorScheme.white();
		if (colors instanceof HashedColors hashed) return ColorScheme.hashed(hashed
			.seed());
		if (colors instanceof FixedColors fixed) {
			final ColorScheme others = scheme(fixed.others());
			if (others.isWritable()) return ColorScheme.fixed(fixed.table(), others);
		}
		return new GivenColors(colors);
	}

	@Override
	public RootColors forIds(final long... ids) {
		return colors;
	}

	@Override
	public boolean isWritable() {
		return false;
	}

	@Override
	public ColorScheme written(final long... ids) {
		final Map<Long, Integer> table = new LinkedHashMap<>();
		for (final long id : ids)
			table.put(id, colors.argb(id));
		return ColorScheme.fixed(table, ColorScheme.white());
	}

	@Override
	public String toString() {
		return "colours of a function";
	}
}
