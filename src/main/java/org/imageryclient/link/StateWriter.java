// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.link;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.imageryclient.geom.Point;
import org.imageryclient.geom.Resolution;
import org.imageryclient.json.JsonText;

/** States as today's Neuroglancer and Spelunker read them. */
final class StateWriter {

	private static final int NM_PER_M = 9;

	private final NeuroglancerState state;

	StateWriter(final NeuroglancerState state) {
		this.state = state;
	}

	/** Ids as strings, since viewers hold numbers as doubles. */
	String json() {
		final Map<String, Object> json = new LinkedHashMap<>();
		state.resolution().ifPresent(r -> json.put("dimensions", dimensions(r)));
		state.position().ifPresent(p -> json.put("position", numbers(p)));
		state.crossSectionScale().ifPresent(scale -> {
			json.put("crossSectionScale", scale);
			// As large as the section beside it.
			json.put("projectionScale", BigDecimal.valueOf(scale).scaleByPowerOfTen(3)
				.doubleValue());
		});
		json.put("layers", Stream.concat(state.layers().stream().map(this::layer),
			state.box().stream().map(this::layer)).toList());
		json.put("layout", "xy-3d");
		return JsonText.line(json);
	}

	private Map<String, Object> layer(final Layer layer) {
		final Map<String, Object> json = new LinkedHashMap<>();
		json.put("type", layer instanceof ImageLayer ? "image" : "segmentation");
		json.put("source", layer.source().url());
		if (layer instanceof SegmentationLayer labels) put(json, labels);
		json.put("name", layer.name());
		if (!layer.isVisible()) json.put("visible", false);
		return json;
	}

	private static void put(final Map<String, Object> json,
		final SegmentationLayer layer)
	{
		json.put("segments", Stream.concat(layer.segments().stream().map(
			Long::toUnsignedString), layer.hidden().stream().map(id -> "!" + Long
				.toUnsignedString(id))).toList());
		if (layer.colorSeed() != 0) json.put("colorSeed", Integer.toUnsignedLong(
			layer.colorSeed()));
		layer.defaultColor().ifPresent(color -> json.put("segmentDefaultColor", hex(
			color)));
		if (!layer.segmentColors().isEmpty()) json.put("segmentColors", layer
			.segmentColors().entrySet().stream().collect(Collectors.toMap(e -> Long
				.toUnsignedString(e.getKey()), e -> hex(e.getValue()), (first,
					second) -> second, LinkedHashMap::new)));
		layer.timestamp().ifPresent(time -> json.put("timestamp", time.instant()
			.toEpochMilli()));
		layer.alphas().selected().ifPresent(alpha -> json.put("selectedAlpha",
			alpha));
		layer.alphas().notSelected().ifPresent(alpha -> json.put("notSelectedAlpha",
			alpha));
		layer.alphas().object().ifPresent(alpha -> json.put("objectAlpha", alpha));
	}

	private Map<String, Object> layer(final CutoutBox box) {
		final Resolution axes = state.resolution().orElseThrow();
		return ordered("type", "annotation", "source", ordered("url",
			"local://annotations", "transform", ordered("outputDimensions",
				dimensions(axes))), "annotations", List.of(ordered("type",
					CutoutBox.TYPE, "id", CutoutBox.ID, "description", box.description(),
					"pointA", numbers(box.min()), "pointB", numbers(box.max()))), "name",
			"cutout");
	}

	private static Map<String, Object> dimensions(final Resolution resolution) {
		final Map<String, Object> json = new LinkedHashMap<>();
		for (int d = 0; d < 3; d++)
			json.put(Dimensions.XYZ.get(d), List.of(BigDecimal.valueOf(resolution.get(
				d)).scaleByPowerOfTen(-NM_PER_M).doubleValue(), "m"));
		return json;
	}

	private static List<Double> numbers(final Point point) {
		return Arrays.stream(point.toArray()).boxed().toList();
	}

	private static String hex(final int argb) {
		return String.format("#%06x", argb & 0xffffff);
	}

	private static Map<String, Object> ordered(final Object... pairs) {
		final Map<String, Object> map = new LinkedHashMap<>();
		for (int i = 0; i < pairs.length; i += 2)
			map.put((String) pairs[i], pairs[i + 1]);
		return map;
	}
}
