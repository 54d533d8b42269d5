// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.precomputed;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.imageryclient.Unsupported;
import org.imageryclient.geom.Long3;
import org.imageryclient.geom.Resolution;
import org.imageryclient.geom.VoxelBox;
import org.imageryclient.json.JsonCursor;
import org.imageryclient.precomputed.PrecomputedInfo.Kind;
import org.imageryclient.precomputed.codec.Encoding;
import org.imageryclient.precomputed.shard.ShardingSpec;

/** Reads {@code info} files; see {@link PrecomputedInfo#parse}. */
final class InfoParser {

	private static final String VOLUME_TYPE = "neuroglancer_multiscale_volume";

	/** What else an {@code info} file may describe, by {@code @type}. */
	private static final Map<String, String> OTHER_TYPES = Map.of(
		"neuroglancer_skeletons", "a set of skeletons",
		"neuroglancer_multilod_draco", "a mesh", "neuroglancer_legacy_mesh",
		"a mesh", "neuroglancer_annotations_v1", "a set of annotations",
		"neuroglancer_segment_properties", "a table of segment properties");

	/**
	 * The largest coordinate: every whole number up to it is also a double, as
	 * the programs that write these files need it to be.
	 */
	private static final long MAX_COORDINATE = 1L << 53;

	/** So that the bits of a block of labels can be counted in 31 bits. */
	private static final long MAX_BLOCK_VOXELS = 1L << 25;

	private InfoParser() {}

	/** Where the volume really is, if the file only says that. */
	static Optional<String> redirect(final String json, final String where) {
		return JsonCursor.parse(json, where).find("redirect").map(
			JsonCursor::asString).map(String::strip).filter(url -> !url.isEmpty());
	}

	static PrecomputedInfo parse(final String json, final String where) {
		final JsonCursor info = JsonCursor.parse(json, where);
		info.find("@type").ifPresent(InfoParser::checkIsVolume);
		final Kind kind = kind(info.get("type"));
		final DataType type = dataType(info.get("data_type"));
		final int channels = (int) info.get("num_channels").asLong(1,
			Integer.MAX_VALUE);
		final JsonCursor scales = info.get("scales");
		if (scales.size() == 0) throw scales.error("at least one scale");
		final List<Scale> parsed = new ArrayList<>();
		for (final JsonCursor scale : scales.elements())
			parsed.add(scale(scale, type, channels));
		return new PrecomputedInfo(kind, type, channels, parsed, rois(scales.at(0)),
			folder(info, "mesh"), folder(info, "skeletons"), folder(info,
				"segment_properties"), json);
	}

	private static void checkIsVolume(final JsonCursor type) {
		final String word = type.asString();
		if (word.equals(VOLUME_TYPE)) return;
		final String what = OTHER_TYPES.getOrDefault(word, "something else");
		throw new Unsupported("Expected \"" + VOLUME_TYPE + "\" but was \"" + word +
			"\" at " + type + ": this is " + what +
			", not a volume; try the address of the segmentation that it belongs to.");
	}

	private static Kind kind(final JsonCursor type) {
		return switch (type.asString().toLowerCase(Locale.ROOT)) {
			case "image" -> Kind.IMAGE;
			case "segmentation" -> Kind.SEGMENTATION;
			default -> throw type.error("\"image\" or \"segmentation\"");
		};
	}

	private static DataType dataType(final JsonCursor type) {
		final String word = type.asString();
		return DataType.ofWord(word).orElseThrow(() -> new Unsupported(
			"Expected a data type that can be read (" + DataType.words() +
				") but was \"" + word + "\" at " + type +
				"; try another copy of the data."));
	}

	private static Scale scale(final JsonCursor scale, final DataType type,
		final int channels)
	{
		final String key = scale.get("key").asString();
		final Long3 size = long3(scale.get("size"), 0, MAX_COORDINATE);
		final Long3 offset = scale.find("voxel_offset").map(o -> long3(o,
			-MAX_COORDINATE, MAX_COORDINATE)).orElse(Long3.ZERO);
		final VoxelBox bounds = VoxelBox.ofSize(offset, size);
		final Resolution resolution = resolution(scale.get("resolution"));
		final JsonCursor encoding = scale.get("encoding");
		final String word = encoding.asString().toLowerCase(Locale.ROOT);
		Encoding.ofWord(word).ifPresent(e -> checkHolds(e, type, channels,
			encoding));
		final Optional<Long3> blockSize = word.equals(
			Encoding.COMPRESSED_SEGMENTATION.word()) ? Optional.of(blockSize(scale
				.get("compressed_segmentation_block_size"))) : Optional.empty();
		final Optional<JsonCursor> sharding = scale.find("sharding");
		final JsonCursor chunkSizes = scale.get("chunk_sizes");
		final Long3 chunkSize = chunkSize(chunkSizes, sharding.isPresent());
		if (sharding.isPresent()) checkMorton(new ChunkGrid(bounds, chunkSize),
			chunkSizes);
		return new Scale(key, resolution, bounds, chunkSize, word, blockSize,
			sharding.map(ShardingSpec::parse), scale.find("hidden").map(
				JsonCursor::asBoolean).orElse(false));
	}

	private static void checkHolds(final Encoding encoding, final DataType type,
		final int channels, final JsonCursor value)
	{
		if (encoding.holds(type, channels)) return;
		throw value.error("an encoding that can hold " + channels + (channels == 1
			? " channel" : " channels") + " of " + type.word() + " (" + encoding
				.word() + " holds " + encoding.capacity() + ")");
	}

	private static Long3 chunkSize(final JsonCursor sizes,
		final boolean sharded)
	{
		final List<Long3> all = sizes.elements().stream().map(size -> long3(size, 1,
			MAX_COORDINATE)).toList();
		if (all.isEmpty()) throw sizes.error("at least one chunk size");
		if (sharded && all.size() > 1) throw sizes.error(
			"exactly one chunk size, as the scale is sharded,");
		return all.get(0);
	}

	private static void checkMorton(final ChunkGrid grid,
		final JsonCursor sizes)
	{
		if (grid.mortonBits() > Long.SIZE) throw sizes.error(
			"chunks so large that their places in the grid fit 64 bits (these need " +
				grid.mortonBits() + ")");
	}

	private static Long3 blockSize(final JsonCursor value) {
		final Long3 block = long3(value, 1, MAX_BLOCK_VOXELS);
		// Two of the factors fit 50 bits, so their product can be trusted.
		if (block.x() * block.y() > MAX_BLOCK_VOXELS || block.x() * block.y() *
			block.z() > MAX_BLOCK_VOXELS) throw value.error("a block of at most " +
				MAX_BLOCK_VOXELS + " voxels");
		return block;
	}

	private static Long3 long3(final JsonCursor value, final long min,
		final long max)
	{
		requireThree(value);
		return new Long3(value.at(0).asLong(min, max), value.at(1).asLong(min, max),
			value.at(2).asLong(min, max));
	}

	private static Resolution resolution(final JsonCursor value) {
		requireThree(value);
		return new Resolution(nm(value.at(0)), nm(value.at(1)), nm(value.at(2)));
	}

	/** A number, or a string that holds one: some writers quote them. */
	private static double nm(final JsonCursor value) {
		final String expected = "a number of nm above 0";
		final double nm = value.isString() ? quotedNumber(value, expected) : value
			.asDouble();
		if (!(nm > 0) || nm == Double.POSITIVE_INFINITY) throw value.error(
			expected);
		return nm;
	}

	private static double quotedNumber(final JsonCursor value,
		final String expected)
	{
		try {
			return new BigDecimal(value.asString().strip()).doubleValue();
		}
		catch (final NumberFormatException exc) {
			throw value.error(expected);
		}
	}

	/**
	 * cloud-volume's regions of interest: six numbers each, lower then upper
	 * corner, in voxels of the first scale.
	 */
	private static List<VoxelBox> rois(final JsonCursor firstScale) {
		return firstScale.find("rois").map(rois -> rois.elements().stream().map(
			InfoParser::roi).toList()).orElse(List.of());
	}

	private static VoxelBox roi(final JsonCursor value) {
		if (value.size() != 6) throw value.error(
			"6 numbers (x, y, z of the lower, then of the upper corner)");
		final long[] n = new long[6];
		for (int i = 0; i < n.length; i++)
			n[i] = value.at(i).asLong(-MAX_COORDINATE, MAX_COORDINATE);
		if (n[3] < n[0] || n[4] < n[1] || n[5] < n[2]) throw value.error(
			"a box whose upper corner is not below its lower one");
		return new VoxelBox(new Long3(n[0], n[1], n[2]), new Long3(n[3], n[4],
			n[5]));
	}

	private static Optional<String> folder(final JsonCursor info,
		final String member)
	{
		return info.find(member).map(JsonCursor::asString).filter(key -> !key
			.isEmpty());
	}

	private static void requireThree(final JsonCursor value) {
		if (!value.isArray() || value.size() != 3) throw value.error(
			"an array of 3 numbers (x, y, z)");
	}
}
