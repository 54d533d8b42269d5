// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.graphene;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.imageryclient.Unsupported;
import org.imageryclient.geom.Long3;
import org.imageryclient.json.JsonCursor;

/**
 * What the {@code info} of a chunked graph says beyond the scales of its
 * supervoxels, which are those of a precomputed volume. Source: PyChunkedGraph,
 * {@code dataset_info}; reference/formats.md §6.2.
 *
 * @param dataDir the address of the supervoxels: precomputed, mostly a public
 *          bucket
 * @param layout of the ids
 * @param chunkSize of the graph, in voxels of the first scale
 * @param json the file itself: also a precomputed {@code info}
 */
public record GrapheneInfo(String dataDir, SegmentLayout layout,
	Long3 chunkSize, String json)
{

	private static final int DEFAULT_LAYER_BITS = 8;

	/** The version of the API that is spoken here. */
	private static final long API_VERSION = 1;

	/**
	 * @param where the address of the file, for messages
	 * @throws org.imageryclient.CorruptData if a member is missing or wrong
	 * @throws Unsupported if supervoxels of the graph can be split, or if it does
	 *           not speak version 1 of the API
	 */
	public static GrapheneInfo parse(final String json, final String where) {
		final JsonCursor info = JsonCursor.parse(json, where);
		final JsonCursor graph = info.get("graph");
		checkUnsplit(graph, where);
		checkVersion(info, where);
		final int layers = (int) graph.get("n_layers").asLong(2, 255);
		final int layerBits = (int) graph.find("n_bits_for_layer_id").map(b -> b
			.asLong(1, 32)).orElse((long) DEFAULT_LAYER_BITS).longValue();
		return new GrapheneInfo(info.get("data_dir").asString(), new SegmentLayout(
			layerBits, layers, spatialBits(graph.get("spatial_bit_masks"))), size(
				graph.get("chunk_size")), json);
	}

	private static void checkUnsplit(final JsonCursor graph, final String where) {
		if (graph.find("ocdbt_seg").map(JsonCursor::asBoolean).orElse(false))
			throw new Unsupported(
				"Expected a graph whose supervoxels stay whole but those of " + where +
					" can be split (ocdbt_seg), and its chunk files may be out of date; a flat release of this segmentation can be read instead.");
	}

	private static void checkVersion(final JsonCursor info, final String where) {
		final List<JsonCursor> versions = info.find("app").flatMap(app -> app.find(
			"supported_api_versions")).map(JsonCursor::elements).orElse(List.of());
		if (versions.stream().noneMatch(v -> v.asLong() == API_VERSION))
			throw new Unsupported(
				"Expected a server that speaks version 1 of its API but " + where +
					" offers " + versions.stream().map(JsonCursor::toJson).toList() +
					"; ask those who run it for an update.");
	}

	private static Map<Integer, Integer> spatialBits(final JsonCursor masks) {
		final Map<Integer, Integer> bits = new HashMap<>();
		for (final String layer : masks.members()) {
			if (!layer.matches("\\d{1,3}")) throw masks.error(
				"layers by their numbers");
			bits.put(Integer.valueOf(layer), (int) masks.get(layer).asLong(0, 18));
		}
		return bits;
	}

	private static Long3 size(final JsonCursor xyz) {
		if (xyz.size() != 3) throw xyz.error("three numbers");
		return new Long3(xyz.at(0).asLong(1, Integer.MAX_VALUE), xyz.at(1).asLong(1,
			Integer.MAX_VALUE), xyz.at(2).asLong(1, Integer.MAX_VALUE));
	}
}
