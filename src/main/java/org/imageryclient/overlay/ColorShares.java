// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.overlay;

import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.imageryclient.color.Palette;
import org.imageryclient.mask.RootId;

/**
 * Colours as the reference takes them: shares of red, green and blue, 0 to 1.
 */
final class ColorShares {

	private static final int OPAQUE = 0xff000000;

	private ColorShares() {}

	/**
	 * @param color a list or an array of 3 numbers; more are not heeded
	 * @return {@code 0xAARRGGBB}
	 */
	static int argb(final Object color) {
		final Object[] parts = parts(color);
		if (parts.length < 3 || !Arrays.stream(parts).allMatch(
			Number.class::isInstance)) throw new IllegalArgumentException(
				"Expected a colour as 3 numbers from 0 to 1 (red, green, blue) but got " +
					(parts.length == 0 ? color : Arrays.toString(parts)) + ".");
		return OPAQUE | Palette.rgb(Arrays.stream(parts).limit(3).mapToDouble(
			part -> ((Number) part).doubleValue()).toArray());
	}

	/** The colours of some ids, in their order. */
	static int[] byId(final Map<?, ?> colors, final List<Long> ids) {
		final Map<Long, Integer> known = new HashMap<>();
		colors.forEach((id, color) -> known.put(RootId.parse(id), argb(color)));
		return ids.stream().mapToInt(id -> {
			if (!known.containsKey(id)) throw new IllegalArgumentException(
				"Expected a colour for each mask but there is none for root id " + Long
					.toUnsignedString(id) + "; try a palette, or adding it.");
			return known.get(id);
		}).toArray();
	}

	private static Object[] parts(final Object color) {
		if (color instanceof List<?> list) return list.toArray();
		if (color == null || !color.getClass().isArray()) return new Object[0];
		return IntStream.range(0, Array.getLength(color)).mapToObj(i -> Array.get(
			color, i)).toArray();
	}
}
