// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.link;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

import org.imageryclient.Timestamp;
import org.imageryclient.color.ColorScheme;
import org.imageryclient.cutout.RootSelection;

/**
 * A segmentation.
 *
 * @param segments the selected ids that are shown, in their order; where there
 *          are none, sections show all segments
 * @param hidden the selected ids that are not shown, written {@code !id}
 * @param segmentColors from id to {@code 0xAARRGGBB}, opaque
 * @param defaultColor of the ids that have none in {@code segmentColors};
 *          where empty they have the hashed colours of {@code colorSeed}
 * @param colorSeed 32 unsigned bits
 * @param timestamp at which a {@code graphene://} segmentation is looked at
 * @param alphas opacities
 */
public record SegmentationLayer(String name, LayerSource source,
	boolean isVisible, List<Long> segments, List<Long> hidden,
	Map<Long, Integer> segmentColors, OptionalInt defaultColor, int colorSeed,
	Optional<Timestamp> timestamp, Alphas alphas) implements Layer
{

	public SegmentationLayer {
		segments = List.copyOf(segments);
		hidden = List.copyOf(hidden);
		segmentColors = Collections.unmodifiableMap(new LinkedHashMap<>(
			segmentColors));
	}

	/**
	 * From 0 to 1, where the state says them.
	 *
	 * @param selected of selected segments in sections
	 * @param notSelected of all others in sections
	 * @param object of meshes
	 */
	public record Alphas(OptionalDouble selected, OptionalDouble notSelected,
		OptionalDouble object)
	{

		/** What the viewer takes by itself. */
		public static final Alphas DEFAULT = new Alphas(OptionalDouble.empty(),
			OptionalDouble.empty(), OptionalDouble.empty());
	}

	/** The colours as a scheme, that of ids without a colour of their own too. */
	public ColorScheme colors() {
		return ColorScheme.fixed(segmentColors, defaultColor.isPresent()
			? ColorScheme.solid(defaultColor.getAsInt()) : ColorScheme.hashed(
				colorSeed));
	}

	/** What sections show: the shown ids, or where there are none all. */
	public RootSelection roots() {
		return segments.isEmpty() ? RootSelection.all() : RootSelection.ofBits(
			segments.stream().mapToLong(Long::longValue).toArray());
	}
}
