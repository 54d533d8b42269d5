// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.n5;

import com.google.gson.JsonElement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import org.imageryclient.Unsupported;
import org.imageryclient.geom.Point;
import org.imageryclient.geom.Resolution;
import org.imageryclient.json.JsonCursor;
import org.janelia.saalfeldlab.n5.N5Reader;

/**
 * The scales of a multi-scale image, as one of these has them: OME-Zarr 0.4 and
 * 0.5 (<a href="https://ngff.openmicroscopy.org/">multiscales</a>), the COSEM
 * convention of N5, or a single array with {@code transform}, {@code resolution}
 * or {@code pixelResolution}, else voxels of 1 nm.
 *
 * @param levels finest first
 * @param isFourthOfChannels whether an axis after x, y, z may be of more than
 *          one voxel
 */
record StoredPyramid(List<StoredLevel> levels, boolean isFourthOfChannels) {

	/** x, y, z: the order of the project. */
	private static final List<String> SPACE = List.of("x", "y", "z");

	/** Where nothing is said of axes. */
	private static final List<String> CHANNELS = List.of("x", "y", "z", "c");

	/**
	 * A few GETs, of the attributes of the group.
	 *
	 * @param where the address, for messages
	 * @throws Unsupported if the axes of OME-Zarr are not in the order z, y, x,
	 *           before them at most time and channels
	 */
	static StoredPyramid read(final N5Reader n5, final String where) {
		final Optional<JsonElement> ome = attribute(n5, "ome");
		if (ome.isPresent()) return multiscales(JsonCursor.parse(ome.get()
			.toString(), where + " (ome)").get("multiscales"), where);
		final Optional<JsonElement> multiscales = attribute(n5, "multiscales");
		if (multiscales.isPresent()) return multiscales(JsonCursor.parse(multiscales
			.get().toString(), where + " (multiscales)"), where);
		return new StoredPyramid(List.of(single(n5, where)), true);
	}

	private static StoredPyramid multiscales(final JsonCursor all,
		final String where)
	{
		final JsonCursor first = all.at(0);
		final List<String> axes = first.find("axes").map(
			StoredPyramid::fastestFirst).orElse(CHANNELS);
		if (axes.size() < 3 || !axes.subList(0, 3).equals(SPACE))
			throw new Unsupported("Expected arrays whose last axes are z, y, x at " +
				where + " but axes, the fastest first, are " + axes +
				"; try to save them in the order that OME-Zarr asks for.");
		final List<StoredLevel> levels = new ArrayList<>();
		for (final JsonCursor dataset : first.get("datasets").elements())
			levels.add(dataset.find("transform").map(transform -> cosem(dataset.get(
				"path").asString(), transform, where)).orElseGet(() -> ome(first,
					dataset, where)));
		return new StoredPyramid(List.copyOf(levels), axes.size() < 4 || axes.get(3)
			.equals("c"));
	}

	/** The names of axes in the order of the project, x first. */
	private static List<String> fastestFirst(final JsonCursor axes) {
		final List<String> names = new ArrayList<>(axes.elements().stream().map(
			axis -> axis.get("name").asString()).toList());
		Collections.reverse(names);
		return names;
	}

	/** Its own transformations, then those of all scales. */
	private static StoredLevel ome(final JsonCursor all,
		final JsonCursor dataset, final String where)
	{
		final List<JsonCursor> axes = all.get("axes").elements();
		final double[] scale = { 1, 1, 1 };
		final double[] shift = new double[3];
		final List<JsonCursor> steps = new ArrayList<>(dataset.get(
			"coordinateTransformations").elements());
		all.find("coordinateTransformations").ifPresent(more -> steps.addAll(more
			.elements()));
		for (final JsonCursor step : steps) {
			final boolean isScale = step.get("type").asString().equals("scale");
			if (!isScale && !step.get("type").asString().equals("translation"))
				continue;
			final JsonCursor values = step.get(isScale ? "scale" : "translation");
			for (int i = 0; i < axes.size(); i++) {
				final int d = SPACE.indexOf(axes.get(i).get("name").asString());
				if (d < 0) continue;
				final double value = values.at(i).asDouble();
				if (isScale) {
					scale[d] *= value;
					shift[d] *= value;
				}
				else shift[d] += value;
			}
		}
		for (final JsonCursor axis : axes) {
			final int d = SPACE.indexOf(axis.get("name").asString());
			if (d < 0) continue;
			final double nm = axis.find("unit").map(unit -> Units.nm(unit.asString(),
				where)).orElse(1.0);
			scale[d] *= nm;
			shift[d] *= nm;
		}
		return new StoredLevel(dataset.get("path").asString(), Resolution.of(scale),
			Point.of(shift));
	}

	/** Axes are in the order of the arrays of Zarr: z, y, x. */
	private static StoredLevel cosem(final String path,
		final JsonCursor transform, final String where)
	{
		final double[] scale = { 1, 1, 1 };
		final double[] shift = new double[3];
		final JsonCursor axes = transform.get("axes");
		for (int i = 0; i < axes.size(); i++) {
			final int d = SPACE.indexOf(axes.at(i).asString());
			if (d < 0) continue;
			final double nm = Units.nm(transform.get("units").at(i).asString(), where);
			scale[d] = transform.get("scale").at(i).asDouble() * nm;
			shift[d] = transform.get("translate").at(i).asDouble() * nm;
		}
		return new StoredLevel(path, Resolution.of(scale), Point.of(shift));
	}

	private static StoredLevel single(final N5Reader n5, final String where) {
		final Optional<JsonElement> transform = attribute(n5, "transform");
		if (transform.isPresent()) return cosem("", JsonCursor.parse(transform.get()
			.toString(), where + " (transform)"), where);
		final Optional<JsonElement> pixels = attribute(n5, "pixelResolution");
		if (pixels.isPresent() && pixels.get().isJsonObject()) {
			final JsonCursor size = JsonCursor.parse(pixels.get().toString(), where +
				" (pixelResolution)");
			final double nm = Units.nm(size.get("unit").asString(), where);
			return new StoredLevel("", Resolution.of(size.get("dimensions").elements()
				.stream().limit(3).mapToDouble(v -> v.asDouble() * nm).toArray()), Point
					.of(0, 0, 0));
		}
		final double[] nm = attribute(n5, "resolution").or(() -> pixels).map(
			list -> JsonCursor.parse(list.toString(), where + " (resolution)")
				.elements().stream().limit(3).mapToDouble(JsonCursor::asDouble).toArray())
			.orElse(new double[] { 1, 1, 1 });
		return new StoredLevel("", Resolution.of(Arrays.copyOf(nm, 3)), Point.of(0,
			0, 0));
	}

	private static Optional<JsonElement> attribute(final N5Reader n5,
		final String name)
	{
		return Optional.ofNullable(n5.getAttribute("", name, JsonElement.class));
	}
}
