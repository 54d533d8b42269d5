// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;

import org.imageryclient.geom.Point;
import org.imageryclient.geom.Resolution;
import org.imageryclient.json.JsonCursor;

/**
 * Reads states: today's, and those of before 2019 and of the seung-lab viewer,
 * which have {@code navigation}. Sources: Neuroglancer, {@code viewer.ts} and
 * {@code navigation_state.ts}.
 */
final class StateReader {

	private final JsonCursor state;
	private final List<String> notes = new ArrayList<>();

	private StateReader(final JsonCursor state) {
		this.state = state;
	}

	static NeuroglancerState read(final JsonCursor state) {
		return new StateReader(state).read();
	}

	private NeuroglancerState read() {
		if (!state.isObject()) throw state.error("a state, {…}");
		final Optional<Dimensions> dimensions = state.find("dimensions").map(
			Dimensions::read).or(this::voxelSize);
		final List<Layer> layers = new ArrayList<>();
		Optional<CutoutBox> box = Optional.empty();
		for (final LayerReader layer : layers()) {
			layer.read().ifPresent(layers::add);
			box = box.or(layer::cutoutBox);
			notes.addAll(layer.notes());
		}
		return new NeuroglancerState(dimensions.map(Dimensions::resolution),
			position(dimensions), crossSectionScale(dimensions), layers, box, notes);
	}

	/** Today a list; once an object from name to layer. */
	private List<LayerReader> layers() {
		final JsonCursor layers = state.get("layers");
		if (layers.isObject()) return layers.members().stream().map(
			name -> new LayerReader(layers.get(name), name)).toList();
		return layers.elements().stream().map(layer -> new LayerReader(layer, layer
			.isObject() ? layer.find("name").map(JsonCursor::asString).orElse("")
				: "")).toList();
	}

	private Optional<Point> position(final Optional<Dimensions> dimensions) {
		final Optional<JsonCursor> position = state.find("position");
		// Without dimensions, the voxels are those of the first layer's volume.
		if (position.isPresent()) return position.map(dimensions.orElse(Dimensions
			.of(Resolution.of(1, 1, 1)))::point);
		return pose().flatMap(pose -> pose.isArray() ? Optional.of(pose) : pose
			.find("voxelCoordinates")).map(StateReader::point).or(
				this::spatialPosition);
	}

	/** In nm. */
	private Optional<Point> spatialPosition() {
		return pose().filter(JsonCursor::isObject).flatMap(pose -> pose.find(
			"spatialCoordinates")).flatMap(nm -> voxelSize().map(
				Dimensions::resolution).map(r -> {
					final Point p = point(nm);
					return new Point(p.x() / r.x(), p.y() / r.y(), p.z() / r.z());
				}));
	}

	private Optional<Dimensions> voxelSize() {
		return pose().filter(JsonCursor::isObject).flatMap(pose -> pose.find(
			"voxelSize")).map(nm -> {
				final Point size = point(nm);
				return Dimensions.of(checked(nm, "a size above 0 nm", () -> Resolution
					.of(size.toArray())));
			});
	}

	private Optional<JsonCursor> pose() {
		return navigation().flatMap(n -> n.find("pose")).flatMap(p -> p.find(
			"position"));
	}

	private Optional<JsonCursor> navigation() {
		return state.find("navigation");
	}

	/** The old zoom is in nm per pixel. */
	private OptionalDouble crossSectionScale(
		final Optional<Dimensions> dimensions)
	{
		final Optional<JsonCursor> scale = state.find("crossSectionScale");
		if (scale.isPresent()) return OptionalDouble.of(positive(scale.get()));
		final Optional<JsonCursor> zoom = navigation().flatMap(n -> n.find(
			"zoomFactor"));
		return zoom.isEmpty() || dimensions.isEmpty() ? OptionalDouble.empty()
			: OptionalDouble.of(positive(zoom.get()) / NeuroglancerState.finest(
				dimensions.get().resolution()));
	}

	private static double positive(final JsonCursor number) {
		final double value = number.asDouble();
		if (value <= 0) throw number.error("a number above 0");
		return value;
	}

	private static Point point(final JsonCursor xyz) {
		return Dimensions.of(Resolution.of(1, 1, 1)).point(xyz);
	}

	/** What it makes of a value, or an error that says where the value is. */
	static <T> T checked(final JsonCursor value, final String expected,
		final Supplier<T> making)
	{
		try {
			return making.get();
		}
		catch (final IllegalArgumentException e) {
			throw value.error(expected);
		}
	}
}
