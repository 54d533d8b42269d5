// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.imageryclient.json.JsonCursor;

/**
 * Reads one layer, and says what of it is not taken over. Sources:
 * Neuroglancer, {@code layer_data_source.ts} and
 * {@code coordinate_transform.ts}.
 */
final class LayerReader {

	private static final double ROUNDING = 1e-9;

	/** Of a transform of before 2020. */
	private static final List<String> OLD_PARTS = List.of("rotation",
		"translation", "scale");

	private final JsonCursor layer;
	private final String name;
	private final List<String> notes = new ArrayList<>();

	/** @param layer an object, or in old states the address of its source */
	LayerReader(final JsonCursor layer, final String name) {
		this.layer = layer;
		this.name = name;
	}

	List<String> notes() {
		return notes;
	}

	/** The layer, if it shows a volume. */
	Optional<Layer> read() {
		final String type = type();
		switch (type) {
			case "image":
				return source().map(s -> new ImageLayer(name, s, isVisible()));
			case "segmentation", "segmentation_with_graph":
				return source().map(s -> new SegmentationReader(layer).read(name, s,
					isVisible()));
			case "":
				note("whose type is not said");
				return Optional.empty();
			default:
				if (cutoutBox().isEmpty()) note("of type " + type);
				return Optional.empty();
		}
	}

	/**
	 * The box of a cutout, if this is the layer that a link of ours has for it.
	 */
	Optional<CutoutBox> cutoutBox() {
		if (!layer.isObject()) return Optional.empty();
		return layer.find("annotations").filter(JsonCursor::isArray).stream()
			.flatMap(all -> all.elements().stream()).filter(CutoutBox::isOne)
			.findFirst().map(annotation -> CutoutBox.read(annotation, axes()));
	}

	private void note(final String what) {
		notes.add("Layer \"" + name + "\" " + what + ", " + layer.path() +
			", is not read.");
	}

	/** Old states leave it to the source. */
	private String type() {
		final Optional<JsonCursor> type = layer.isObject() ? layer.find("type")
			: Optional.empty();
		return type.map(JsonCursor::asString).orElseGet(() -> source().filter(s -> s
			.url().startsWith("graphene://")).map(s -> "segmentation").orElse(""));
	}

	private boolean isVisible() {
		return flag("visible", true) && !flag("archived", false);
	}

	private boolean flag(final String member, final boolean whenAbsent) {
		if (!layer.isObject()) return whenAbsent;
		return layer.find(member).map(JsonCursor::asBoolean).orElse(whenAbsent);
	}

	/** The first source that is a volume which can be read, else the first. */
	private Optional<LayerSource> source() {
		if (layer.isString()) return Optional.of(LayerSource.of(layer.asString()));
		if (!layer.isObject()) throw layer.error(
			"a layer, {…}, or the address of its source");
		final Optional<JsonCursor> source = layer.find("source");
		if (source.isEmpty()) return Optional.empty();
		final List<LayerSource> sources = (source.get().isArray() ? source.get()
			.elements() : List.of(source.get())).stream().map(this::source).toList();
		return sources.stream().filter(LayerSource::isReadable).findFirst().or(
			() -> sources.stream().findFirst());
	}

	private LayerSource source(final JsonCursor source) {
		final Optional<String> movedLayer = layer.find("transform").filter(
			t -> !isStill(t)).map(JsonCursor::path);
		if (source.isString()) return new LayerSource(source.asString(),
			movedLayer);
		if (!source.isObject()) throw source.error(
			"the address of a source, or {\"url\": …}");
		final Optional<JsonCursor> transform = source.find("transform");
		transform.flatMap(t -> t.find("inputDimensions")).ifPresent(size -> notes
			.add("The voxel size of layer \"" + name + "\", " + size.toJson() +
				" at " + size.path() +
				", is not taken over: the volume's own counts."));
		return new LayerSource(source.get("url").asString(), transform.filter(
			t -> !isStill(t)).map(JsonCursor::path).or(() -> movedLayer));
	}

	/** In which the annotations of the layer count. */
	private Dimensions axes() {
		return layer.find("source").map(s -> s.isArray() && s.size() > 0 ? s.at(0)
			: s).filter(JsonCursor::isObject).flatMap(s -> s.find("transform"))
			.flatMap(t -> t.find("outputDimensions")).map(Dimensions::read)
			.orElseThrow(() -> layer.error(
				"a layer of the source {\"url\": …, \"transform\": {\"outputDimensions\": …}}"));
	}

	/**
	 * Whether a transform leaves the volume where it is. A matrix has a row per
	 * output axis, with the translation last; that of before 2020 is 4 by 4 in
	 * nm.
	 */
	private static boolean isStill(final JsonCursor transform) {
		if (transform.isArray()) return isIdentity(transform);
		final boolean areAxesInOrder = transform.find("outputDimensions").map(
			axes -> axes.members().stream().limit(3).toList().equals(Dimensions.XYZ))
			.orElse(true);
		return areAxesInOrder && transform.find("matrix").map(
			LayerReader::isIdentity).orElse(true) && OLD_PARTS.stream().noneMatch(
				part -> transform.find(part).isPresent());
	}

	private static boolean isIdentity(final JsonCursor matrix) {
		return IntStream.range(0, matrix.size()).allMatch(i -> {
			final JsonCursor row = matrix.at(i);
			return row.isArray() && IntStream.range(0, row.size()).allMatch(j -> Math
				.abs(row.at(j).asDouble() - (i == j ? 1 : 0)) < ROUNDING);
		});
	}
}
