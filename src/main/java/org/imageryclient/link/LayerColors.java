// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.link;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

import org.imageryclient.color.ColorScheme;
import org.imageryclient.color.RootColors;

/**
 * Colours as a segmentation layer has them: opaque.
 *
 * @param segmentColors from id to {@code 0xAARRGGBB}
 * @param defaultColor of all others, if it is one
 * @param colorSeed for the hashed colours of all others, if it is not
 */
record LayerColors(Map<Long, Integer> segmentColors, OptionalInt defaultColor,
	int colorSeed)
{

	private static final int OPAQUE = 0xff000000;

	LayerColors {
		segmentColors = Collections.unmodifiableMap(new LinkedHashMap<>(
			segmentColors));
	}

	static LayerColors of(final SegmentationLayer layer) {
		return new LayerColors(layer.segmentColors(), layer.defaultColor(), layer
			.colorSeed());
	}

	/**
	 * @param ids of the segments that a scheme colours by their place in a list;
	 *          in ascending order
	 */
	static LayerColors of(final ColorScheme scheme, final long... ids) {
		final Map<Long, Integer> table = new LinkedHashMap<>();
		scheme.givenColors().forEach((id, argb) -> table.put(id, argb | OPAQUE));
		if (scheme.hashSeed().isEmpty() && scheme.solidColor().isEmpty()) {
			final RootColors colors = scheme.forIds(ids);
			for (final long id : ids)
				table.put(id, colors.argb(id) | OPAQUE);
		}
		return new LayerColors(table, scheme.solidColor().isPresent() ? OptionalInt
			.of(scheme.solidColor().getAsInt() | OPAQUE) : OptionalInt.empty(), scheme
				.hashSeed().orElse(0));
	}

	/** Whether these are what a link shows of a scheme. */
	boolean areOf(final ColorScheme scheme) {
		final long[] ids = segmentColors.keySet().stream().sorted(
			Long::compareUnsigned).mapToLong(Long::longValue).toArray();
		return equals(of(scheme, ids));
	}
}
