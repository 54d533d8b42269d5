// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.imageryclient.Timestamp;
import org.imageryclient.cutout.CutoutRequest;
import org.imageryclient.cutout.CutoutText;
import org.imageryclient.geom.Point;
import org.imageryclient.geom.Region;
import org.imageryclient.geom.Resolution;
import org.imageryclient.link.NeuroglancerState;
import org.imageryclient.link.SegmentationLayer;

/**
 * What a Neuroglancer link says, by the keys of macros.
 *
 * @param state one that shows a volume
 */
record LinkKeys(NeuroglancerState state) {

	private static final List<String> PLACE = List.of("bounds", "center", "size",
		"resolution");

	/** {@code source} and {@code segmentation}, blank where there is none. */
	Map<String, String> sources() {
		return Map.of("source", state.imageSource().orElse(""), "segmentation", state
			.segmentationSource().orElse(""));
	}

	/** When roots are looked up, if the link says it; else blank. */
	String timestamp() {
		return state.segmentation().flatMap(SegmentationLayer::timestamp).map(
			Timestamp::toString).orElse("");
	}

	/**
	 * The box of the cutout that the link was made from, or what the link says of
	 * one: the centre and, as given, the size.
	 *
	 * @param size blank for the link's own
	 */
	Map<String, String> place(final String size) {
		final Map<String, String> place = new LinkedHashMap<>();
		if (size.isBlank() && state.request().isPresent()) {
			place.putAll(CutoutText.keys(state.request().get()));
			place.keySet().retainAll(PLACE);
			return place;
		}
		state.position().ifPresent(p -> place.put("center", voxel(p)));
		place.put("size", size);
		state.resolution().ifPresent(r -> place.put("resolution", text(r)));
		return place;
	}

	/** All keys that the link has something for. */
	Map<String, String> all(final String size) {
		final Map<String, String> keys = new LinkedHashMap<>(sources());
		final CutoutRequest asked = state.request().orElseGet(() -> selected());
		keys.putAll(CutoutText.keys(asked));
		keys.keySet().removeAll(PLACE);
		keys.putAll(place(size));
		keys.put("colors", state.colors().toString());
		return keys;
	}

	/** Segments and time, whatever the place. */
	private CutoutRequest selected() {
		final CutoutRequest anywhere = CutoutRequest.of(Region.centered(0, 0, 0)
			.size(1, 1));
		final Optional<SegmentationLayer> labels = state.segmentation();
		final CutoutRequest listed = labels.map(s -> anywhere.withRoots(s.roots()))
			.orElse(anywhere);
		return labels.flatMap(SegmentationLayer::timestamp).map(
			listed::withTimestamp).orElse(listed);
	}

	/** The one that the position is in. */
	private static String voxel(final Point position) {
		return new Point(Math.floor(position.x()), Math.floor(position.y()), Math
			.floor(position.z())).toString().replace(" ", "");
	}

	private static String text(final Resolution resolution) {
		return resolution.toString().replace(" nm", "").replace(" ", "");
	}
}
