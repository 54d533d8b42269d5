// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.export;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

import org.imageryclient.CorruptData;
import org.imageryclient.Program;
import org.imageryclient.Timestamp;
import org.imageryclient.Unsupported;
import org.imageryclient.color.ColorScheme;
import org.imageryclient.cutout.Part;
import org.imageryclient.cutout.RootStatus;
import org.imageryclient.geom.Long3;
import org.imageryclient.geom.Resolution;
import org.imageryclient.geom.VoxelBox;
import org.imageryclient.json.JsonCursor;
import org.imageryclient.mask.RootId;
import org.imageryclient.precomputed.DataType;
import org.imageryclient.volume.NotCurrent;
import org.imageryclient.volume.ReadStatus;

/**
 * Reads what {@link ManifestTree} writes. Members that it doesn't know are
 * passed over; what is missing, of another kind or against the rest is an error
 * that names its place.
 */
final class ManifestReader {

	private final JsonCursor root;

	private ManifestReader(final JsonCursor root) {
		this.root = root;
	}

	static Manifest read(final String json, final String where) {
		return new ManifestReader(JsonCursor.parse(json, where)).manifest();
	}

	private Manifest manifest() {
		checkFormat();
		final Optional<ManifestSide> image = root.find("image").map(
			ManifestReader::side);
		final Optional<ManifestSide> segmentation = root.find("segmentation").map(
			ManifestReader::side);
		final List<BigInteger> ids = root.get("ids").elements().stream().map(
			ManifestReader::id).toList();
		return new Manifest(root.get("version").asString(), root.find("saved").map(
			ManifestReader::time), root.find("request").map(request -> ManifestRequest
				.read(request, image, segmentation)), word(root.get("part"),
					Part.class), root.get("background").asBoolean(), image, segmentation,
			lookups(root.get("lookups")), ids, root.find("colors").map(
				ManifestReader::colors), root.find("files").map(f -> f.elements()
					.stream().map(ManifestReader::file).toList()).orElse(List.of()), root
						.find("macro").map(JsonCursor::asString), root.find("earlier").map(
							e -> e.elements().stream().map(m -> new ManifestReader(m)
								.manifest()).toList()).orElse(List.of()));
	}

	/** First of all: what a newer program wrote may mean anything. */
	private void checkFormat() {
		final JsonCursor format = root.get("format");
		if (!format.asString().equals("imageryclient-manifest")) throw format.error(
			"\"imageryclient-manifest\"");
		final long version = root.get("formatVersion").asLong(1, Integer.MAX_VALUE);
		if (version > ManifestTree.FORMAT_VERSION) throw new Unsupported(
			"Expected a manifest of format version " + ManifestTree.FORMAT_VERSION +
				" or older but " + root.where() + " is of version " + version +
				", made by " + Program.NAME + " " + root.find("version").map(
					JsonCursor::asString).orElse("of a later time") +
				"; try updating this program, which is " + Program.version() + ".");
	}

	private static ManifestSide side(final JsonCursor side) {
		final Resolution resolution = resolution(side.get("resolutionNm"));
		final VoxelBox box = box(side.get("boxVoxels"));
		checkNm(side.get("boxNm"), box, resolution);
		return new ManifestSide(side.get("source").asString(), side.get("address")
			.asString(), (int) side.get("mip").asLong(0, Integer.MAX_VALUE),
			resolution(side.get("mipResolutionNm")), box(side.get("readVoxels")),
			resolution, box, dataType(side.get("dataType")), (int) side.get(
				"channels").asLong(1, Integer.MAX_VALUE), status(side));
	}

	/** The box is said twice; where the two differ, one of them is wrong. */
	private static void checkNm(final JsonCursor nm, final VoxelBox box,
		final Resolution resolution)
	{
		final List<Long3> corners = List.of(box.min(), box.max());
		for (int c = 0; c < 2; c++)
			for (int d = 0; d < 3; d++) {
				final double expected = ManifestTree.nm(corners.get(c), resolution).get(
					d);
				final JsonCursor found = nm.at(c).at(d);
				if (found.asDouble() != expected) throw found.error(expected +
					", which is voxel " + corners.get(c).get(d) + " of " + resolution.get(
						d) + " nm");
			}
	}

	private static ReadStatus status(final JsonCursor side) {
		final JsonCursor chunks = side.get("chunks");
		return checked(chunks, "counts of chunks that add up to those planned",
			c -> new ReadStatus(count(c, "planned"), count(c, "read"), count(c,
				"absent"), count(c, "forbidden"), count(c, "skipped"), count(side,
					"voxelsOutside")));
	}

	private static long count(final JsonCursor object, final String member) {
		return object.get(member).asLong(0, Long.MAX_VALUE);
	}

	private static RootStatus lookups(final JsonCursor lookups) {
		final Map<Long, NotCurrent> notCurrent = new TreeMap<>();
		final JsonCursor roots = lookups.get("notCurrent");
		for (final String id : roots.members())
			notCurrent.put(memberId(roots, id), notCurrent(roots.get(id)));
		return new RootStatus(count(lookups, "unknown"), count(lookups,
			"unchanged"), count(lookups, "wrongLayer"), count(lookups, "beforeGraph"),
			notCurrent);
	}

	private static NotCurrent notCurrent(final JsonCursor why) {
		return new NotCurrent(why.get("known").asBoolean(), why.find("cameLater")
			.map(ManifestReader::time), why.get("successors").elements().stream().map(
				JsonCursor::asUnsignedLong).toList());
	}

	private static Manifest.Colors colors(final JsonCursor colors) {
		final JsonCursor scheme = colors.get("scheme");
		checked(scheme, "colours in words", s -> ColorScheme.parse(s.asString()));
		final JsonCursor rgba = colors.get("rgba");
		final Map<BigInteger, Integer> argb = new LinkedHashMap<>();
		for (final String id : rgba.members())
			argb.put(RootId.toBigInteger(memberId(rgba, id)), argb(rgba.get(id)));
		return new Manifest.Colors(scheme.asString(), argb);
	}

	private static int argb(final JsonCursor color) {
		final String hex = color.asString();
		if (!hex.matches("#([0-9a-f]{6}|[0-9a-f]{8})")) throw color.error(
			"a colour such as \"#ff8000\" or \"#ff800080\"");
		final int rgb = Integer.parseInt(hex.substring(1, 7), 16);
		final int alpha = hex.length() == 7 ? 255 : Integer.parseInt(hex.substring(
			7), 16);
		return alpha << 24 | rgb;
	}

	private static SavedFile file(final JsonCursor file) {
		final JsonCursor hash = file.get("sha256");
		if (!hash.asString().matches("[0-9a-f]{64}")) throw hash.error(
			"64 hexadecimal digits");
		return new SavedFile(file.get("name").asString(), count(file, "bytes"), hash
			.asString());
	}

	private static BigInteger id(final JsonCursor id) {
		return RootId.toBigInteger(id.asUnsignedLong());
	}

	private static long memberId(final JsonCursor object, final String id) {
		return checked(object, "ids as the names of its members", o -> RootId.parse(
			id));
	}

	private static DataType dataType(final JsonCursor type) {
		return Arrays.stream(DataType.values()).filter(t -> t.word().equals(type
			.asString())).findFirst().orElseThrow(() -> type.error(
				"a data type such as \"uint8\""));
	}

	static Timestamp time(final JsonCursor time) {
		return checked(time, "a time such as 2024-03-05T12:34:56.789Z",
			t -> new Timestamp(Instant.parse(t.asString())));
	}

	static <E extends Enum<E>> E word(final JsonCursor word,
		final Class<E> choices)
	{
		return CutoutWords.find(choices, word.asString()).orElseThrow(() -> word
			.error("one of " + CutoutWords.all(choices)));
	}

	static Resolution resolution(final JsonCursor nm) {
		return checked(nm, "three sizes of voxels in nm", r -> Resolution.of(
			numbers(r)));
	}

	static double[] numbers(final JsonCursor list) {
		return list.elements().stream().mapToDouble(JsonCursor::asDouble).toArray();
	}

	private static VoxelBox box(final JsonCursor box) {
		return checked(box, "a lower and an upper corner of three voxels each",
			b -> new VoxelBox(voxel(b.at(0)), voxel(b.at(1))));
	}

	private static Long3 voxel(final JsonCursor voxel) {
		return Long3.of(voxel.elements().stream().mapToLong(JsonCursor::asLong)
			.toArray());
	}

	/** What the values themselves refuse, with its place. */
	static <T> T checked(final JsonCursor value, final String expected,
		final Function<JsonCursor, T> read)
	{
		try {
			return read.apply(value);
		}
		catch (final IllegalArgumentException | DateTimeException e) {
			throw new CorruptData(value.error(expected).getMessage(), e);
		}
	}
}
