// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.link;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.imageryclient.color.ColorScheme;
import org.imageryclient.cutout.CutoutRequest;
import org.imageryclient.cutout.CutoutText;
import org.imageryclient.geom.Point;
import org.imageryclient.geom.Region;
import org.imageryclient.json.JsonCursor;

/**
 * The box of a cutout, which a link shows as an annotation. What Neuroglancer
 * has no field for is in the annotation's description, by the keys of macros:
 * <code>Imagery Cutout: center=5319,8677,1201 size=400,400,1 mip=1 …</code>
 *
 * @param min in voxels of the state
 * @param max in voxels of the state, not part of the box
 * @param request all of it but what the segmentation layer says: listed roots
 * @param colors as they were asked for; the layer's count where they differ
 */
public record CutoutBox(Point min, Point max, CutoutRequest request,
	Optional<ColorScheme> colors)
{

	static final String ID = "imageryclient-cutout";

	static final String TYPE = "axis_aligned_bounding_box";

	private static final String TITLE = "Imagery Cutout: ";

	private static final Pattern PAIR = Pattern.compile(
		"(\\w+)=(?:\\[([^\\]]*)\\]|(\\S+))");

	/** The places of the corners, so that one notices if they were moved. */
	private static final String BOX = "box";

	private static final String COLORS = "colors";

	/** Whether an annotation is such a box. */
	static boolean isOne(final JsonCursor annotation) {
		return annotation.isObject() && annotation.find("id").filter(
			JsonCursor::isString).map(JsonCursor::asString).filter(ID::equals)
			.isPresent();
	}

	/**
	 * @throws org.imageryclient.CorruptData if it has no corners, or if the
	 *           description was spoiled
	 */
	static CutoutBox read(final JsonCursor annotation, final Dimensions axes) {
		final Point a = axes.point(annotation.get("pointA"));
		final Point b = axes.point(annotation.get("pointB"));
		final Region region = Region.bounds(a.min(b).toArray(), a.max(b).toArray())
			.at(axes.resolution());
		final Optional<JsonCursor> description = annotation.find("description")
			.filter(d -> d.asString().startsWith(TITLE));
		if (description.isEmpty()) return new CutoutBox(a.min(b), a.max(b),
			CutoutRequest.of(region), Optional.empty());
		final Map<String, String> keys = keys(description.get().asString());
		return StateReader.checked(description.get(),
			"the keys of a cutout after \"" + TITLE.strip() + "\"", () -> {
				final CutoutRequest request = CutoutText.request(keys, Clock
					.systemUTC());
				return new CutoutBox(a.min(b), a.max(b), isMoved(region, keys.get(BOX))
					? request.withRegion(region) : request, Optional.ofNullable(keys.get(
						COLORS)).map(ColorScheme::parse));
			});
	}

	/** What people and {@link #read} see of the request. */
	String description() {
		final Map<String, String> keys = new LinkedHashMap<>(CutoutText.keys(
			request));
		colors.ifPresent(scheme -> keys.put(COLORS, scheme.toString()));
		keys.put(BOX, corners(min, max));
		return TITLE + keys.entrySet().stream().map(e -> e.getKey() + "=" + (e
			.getValue().contains(" ") ? "[" + e.getValue() + "]" : e.getValue()))
			.collect(Collectors.joining(" "));
	}

	/** Width, height, depth in voxels of the state. */
	double[] size() {
		return new double[] { max.x() - min.x(), max.y() - min.y(), max.z() - min
			.z() };
	}

	boolean contains(final Point position) {
		for (int d = 0; d < 3; d++)
			if (position.get(d) < min.get(d) || position.get(d) > max.get(d))
				return false;
		return true;
	}

	private static Map<String, String> keys(final String description) {
		return PAIR.matcher(description).results().collect(Collectors.toMap(m -> m
			.group(1), m -> m.group(2) == null ? m.group(3) : m.group(2), (first,
				second) -> second, LinkedHashMap::new));
	}

	/** Neuroglancer keeps corners as 32-bit floats. */
	private static boolean isMoved(final Region region, final String written) {
		if (written == null) return true;
		final Region before = CutoutText.region("", written, "");
		for (int d = 0; d < 3; d++)
			if ((float) before.first().get(d) != (float) region.first().get(d) ||
				(float) before.second().get().get(d) != (float) region.second().get()
					.get(d)) return true;
		return false;
	}

	private static String corners(final Point min, final Point max) {
		return (min + "," + max).replace(" ", "");
	}
}
