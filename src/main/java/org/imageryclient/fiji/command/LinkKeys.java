// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.imageryclient.Timestamp;
import org.imageryclient.cutout.CutoutRequest;
import org.imageryclient.cutout.CutoutText;
import org.imageryclient.geom.Region;
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
		place.putAll(CutoutText.keys(state.position().isPresent() ? state.request(1, 1)
			: anywhere()));
		place.keySet().retainAll(PLACE);
		if (state.position().isEmpty()) place.remove("center");
		place.put("size", size);
		return place;
	}

	/** All keys that the link has something for. */
	Map<String, String> all(final String size) {
		final Map<String, String> keys = new LinkedHashMap<>(sources());
		final CutoutRequest asked = state.request().orElseGet(() -> state
			.selected(anywhere()));
		keys.putAll(CutoutText.keys(asked));
		keys.keySet().removeAll(PLACE);
		keys.putAll(place(size));
		keys.put("colors", state.colors().toString());
		return keys;
	}

	/** In the voxels of the link. */
	private CutoutRequest anywhere() {
		final Region corner = Region.centered(0, 0, 0).size(1, 1);
		return CutoutRequest.of(state.resolution().map(corner::at).orElse(corner));
	}
}
