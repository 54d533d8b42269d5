// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.precomputed;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.imageryclient.CorruptData;
import org.imageryclient.CutoutException;
import org.imageryclient.Unsupported;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the message says of each way in which an info file can be broken. */
class BrokenInfoTest {

	private static final String WHERE = "https://example.org/volume/info";

	private static final String VALID =
		"{'@type':'neuroglancer_multiscale_volume','type':'segmentation','data_type':'uint64'," +
			"'num_channels':1,'scales':[{'key':'8_8_40','size':[64,64,64],'voxel_offset':[1,2,3]," +
			"'resolution':[8,8,40],'chunk_sizes':[[32,32,32]],'encoding':'compressed_segmentation'," +
			"'compressed_segmentation_block_size':[8,8,8],'hidden':false,'rois':[[0,0,0,9,9,9]]," +
			"'sharding':{'@type':'neuroglancer_uint64_sharded_v1','preshift_bits':1," +
			"'hash':'identity','minishard_bits':2,'shard_bits':3," +
			"'minishard_index_encoding':'gzip','data_encoding':'raw'}}]}";

	/**
	 * @param from what of the valid file is replaced, {@code *} for all of it
	 * @param message what the message must hold: what was expected, what was found,
	 *          the path
	 */
	private record Broken(Class<? extends CutoutException> type, String from,
		String to, List<String> message)
	{

		@Override
		public String toString() {
			return from + " -> " + (to.isEmpty() ? "(gone)" : to);
		}
	}

	static Stream<Broken> broken() {
		return Stream.of( //
			corrupt("*", "", "Expected JSON", "nothing", "$"), //
			corrupt("*", "<html>Not found</html>", "Expected JSON", "<html>Not found",
				"$"), //
			corrupt("*", "{'type':", "Expected JSON", "{\"type\":", "$"), //
			corrupt("*", "{} {}", "Expected JSON", "broken at line 1 column", "$"), //
			corrupt("*", "[]", "an object", "[]", "$"), //
			corrupt("*", "null", "an object", "null", "$"), //
			corrupt("*", "{'scales':NaN}", "Expected JSON", "NaN", "$"), //
			corrupt("*", "{}", "\"type\"", "there is none", "$"), //
			corrupt("'neuroglancer_multiscale_volume'", "7", "a string", "7",
				"$.@type"), //
			unsupported("'neuroglancer_multiscale_volume'",
				"'neuroglancer_legacy_mesh'", "neuroglancer_legacy_mesh", "$.@type",
				"this is a mesh, not a volume"), //
			unsupported("'neuroglancer_multiscale_volume'",
				"'neuroglancer_multilod_draco'", "this is a mesh, not a volume"), //
			unsupported("'neuroglancer_multiscale_volume'",
				"'neuroglancer_skeletons'", "this is a set of skeletons, not a volume"), //
			unsupported("'neuroglancer_multiscale_volume'",
				"'neuroglancer_annotations_v1'",
				"this is a set of annotations, not a volume"), //
			unsupported("'neuroglancer_multiscale_volume'",
				"'neuroglancer_segment_properties'",
				"this is a table of segment properties, not a volume"), //
			unsupported("'neuroglancer_multiscale_volume'", "'something_new'",
				"something_new", "not a volume"), //
			corrupt("'type':'segmentation',", "", "\"type\"", "none", "$ of"), //
			corrupt("'segmentation'", "'volume'", "\"image\" or \"segmentation\"",
				"\"volume\"", "$.type"), //
			corrupt("'segmentation'", "1", "a string", "1", "$.type"), //
			corrupt("'data_type':'uint64',", "", "\"data_type\"", "none", "$ of"), //
			corrupt("'uint64'", "64", "a string", "64", "$.data_type"), //
			unsupported("'uint64'", "'bool'", "uint8", "\"bool\"", "$.data_type"), //
			unsupported("'uint64'", "'float16'", "float32", "\"float16\"",
				"$.data_type"), //
			corrupt("'num_channels':1,", "", "\"num_channels\"", "none", "$ of"), //
			corrupt("'num_channels':1", "'num_channels':0", "from 1", "was 0",
				"$.num_channels"), //
			corrupt("'num_channels':1", "'num_channels':1.5", "whole number", "1.5",
				"$.num_channels"), //
			corrupt("'num_channels':1", "'num_channels':'1'", "whole number", "\"1\"",
				"$.num_channels"), //
			corrupt("'num_channels':1", "'num_channels':1e999999999", "whole number",
				"1e999999999", "$.num_channels"), //
			corrupt("'scales'", "'scale'", "\"scales\"", "none", "$ of"), //
			corrupt("'scales':[", "'scales':[],'x':[", "at least one scale", "[]",
				"$.scales of"), //
			corrupt("'scales':[", "'scales':{},'x':[", "an array", "{}",
				"$.scales of"), //
			corrupt("'scales':[", "'scales':[7,", "an object", "was 7",
				"$.scales[0] of"), //
			corrupt("'key':'8_8_40',", "", "\"key\"", "none", "$.scales[0] of"), //
			corrupt("'key':'8_8_40'", "'key':840", "a string", "840",
				"$.scales[0].key"), //
			corrupt("'size':[64,64,64],", "", "\"size\"", "none", "$.scales[0] of"), //
			corrupt("'size':[64,64,64]", "'size':[64,64]", "3 numbers", "[64,64]",
				"$.scales[0].size of"), //
			corrupt("'size':[64,64,64]", "'size':64", "3 numbers", "64",
				"$.scales[0].size of"), //
			corrupt("'size':[64,64,64]", "'size':[64,64,'x']", "whole number",
				"\"x\"", "$.scales[0].size[2]"), //
			corrupt("'size':[64,64,64]", "'size':[64,-1,64]", "from 0", "-1",
				"$.scales[0].size[1]"), //
			corrupt("'size':[64,64,64]", "'size':[64,64,64.5]", "whole number",
				"64.5", "$.scales[0].size[2]"), //
			corrupt("'size':[64,64,64]", "'size':[1e30,64,64]", "whole number",
				"1e30", "$.scales[0].size[0]"), //
			corrupt("'voxel_offset':[1,2,3]", "'voxel_offset':[1,2]", "3 numbers",
				"[1,2]", "$.scales[0].voxel_offset"), //
			corrupt("'voxel_offset':[1,2,3]", "'voxel_offset':[1,true,3]",
				"whole number", "true", "$.scales[0].voxel_offset[1]"), //
			corrupt("'resolution':[8,8,40],", "", "\"resolution\"", "none",
				"$.scales[0] of"), //
			corrupt("'resolution':[8,8,40]", "'resolution':[8,0,40]",
				"a number of nm above 0", "was 0", "$.scales[0].resolution[1]"), //
			corrupt("'resolution':[8,8,40]", "'resolution':[8,8,'forty']",
				"a number of nm above 0", "\"forty\"", "$.scales[0].resolution[2]"), //
			corrupt("'resolution':[8,8,40]", "'resolution':[-8,8,40]",
				"a number of nm above 0", "-8", "$.scales[0].resolution[0]"), //
			corrupt("'chunk_sizes':[[32,32,32]],", "", "\"chunk_sizes\"", "none",
				"$.scales[0] of"), //
			corrupt("'chunk_sizes':[[32,32,32]]", "'chunk_sizes':[]",
				"at least one chunk size", "[]", "$.scales[0].chunk_sizes of"), //
			corrupt("'chunk_sizes':[[32,32,32]]", "'chunk_sizes':[32,32,32]",
				"3 numbers", "was 32", "$.scales[0].chunk_sizes[0] of"), //
			corrupt("'chunk_sizes':[[32,32,32]]", "'chunk_sizes':[[32,32,0]]",
				"from 1", "was 0", "$.scales[0].chunk_sizes[0][2]"), //
			corrupt("'chunk_sizes':[[32,32,32]]",
				"'chunk_sizes':[[32,32,32],[64,64,64]]", "exactly one chunk size",
				"[64,64,64]", "$.scales[0].chunk_sizes of"), //
			corrupt("'size':[64,64,64]",
				"'size':[9007199254740992,9007199254740992,64]", "fit 64 bits", "97",
				"$.scales[0].chunk_sizes of"), //
			corrupt("'encoding':'compressed_segmentation',", "", "\"encoding\"",
				"none", "$.scales[0] of"), //
			corrupt("'compressed_segmentation',", "[1],", "a string", "[1]",
				"$.scales[0].encoding"), //
			corrupt("'compressed_segmentation',", "'jpeg',",
				"can hold 1 channel of uint64", "\"jpeg\"", "$.scales[0].encoding"), //
			corrupt("'compressed_segmentation',", "'png',",
				"png holds 1 to 4 channels of uint8 or uint16", "\"png\"",
				"$.scales[0].encoding"), //
			corrupt("'compressed_segmentation_block_size'", "'block_size'",
				"\"compressed_segmentation_block_size\"", "none", "$.scales[0] of"), //
			corrupt("'compressed_segmentation_block_size':[8,8,8]",
				"'compressed_segmentation_block_size':[8,8,0]", "from 1", "was 0",
				"$.scales[0].compressed_segmentation_block_size[2]"), //
			corrupt("'compressed_segmentation_block_size':[8,8,8]",
				"'compressed_segmentation_block_size':[4096,4096,4096]",
				"a block of at most 33554432 voxels", "[4096,4096,4096]",
				"$.scales[0].compressed_segmentation_block_size of"), //
			corrupt("'hidden':false", "'hidden':0", "true or false", "was 0",
				"$.scales[0].hidden"), //
			corrupt("'rois':[[0,0,0,9,9,9]]", "'rois':[[0,0,0]]", "6 numbers",
				"[0,0,0]", "$.scales[0].rois[0]"), //
			corrupt("'rois':[[0,0,0,9,9,9]]", "'rois':[[5,0,0,4,9,9]]",
				"upper corner is not below", "[5,0,0,4,9,9]", "$.scales[0].rois[0]"), //
			corrupt("'sharding':{", "'sharding':true,'x':{", "an object", "true",
				"$.scales[0].sharding of"), //
			corrupt("'neuroglancer_uint64_sharded_v1'", "'v2'",
				"neuroglancer_uint64_sharded_v1", "\"v2\"",
				"$.scales[0].sharding.@type"), //
			corrupt("'preshift_bits':1,", "", "\"preshift_bits\"", "none",
				"$.scales[0].sharding of"), //
			corrupt("'preshift_bits':1", "'preshift_bits':65", "from 0 to 64", "65",
				"$.scales[0].sharding.preshift_bits"), //
			corrupt("'hash':'identity'", "'hash':'md5'",
				"\"identity\" or \"murmurhash3_x86_128\"", "\"md5\"",
				"$.scales[0].sharding.hash"), //
			corrupt("'minishard_bits':2", "'minishard_bits':-1", "from 0 to 64", "-1",
				"$.scales[0].sharding.minishard_bits"), //
			corrupt("'shard_bits':3", "'shard_bits':63",
				"minishard_bits and shard_bits are at most 64 together", "was 63",
				"$.scales[0].sharding.shard_bits"), //
			corrupt("'shard_bits':3,", "", "\"shard_bits\"", "none",
				"$.scales[0].sharding of"), //
			corrupt("'minishard_index_encoding':'gzip'",
				"'minishard_index_encoding':'zstd'", "\"raw\" or \"gzip\"", "\"zstd\"",
				"$.scales[0].sharding.minishard_index_encoding"), //
			corrupt("'data_encoding':'raw'", "'data_encoding':1", "a string", "was 1",
				"$.scales[0].sharding.data_encoding"), //
			corrupt("'@type':'neuroglancer_multiscale_volume'", "'mesh':5",
				"a string", "was 5", "$.mesh") //
		);
	}

	@ParameterizedTest
	@MethodSource("broken")
	void message_names_path_and_what_was_expected_and_found(final Broken broken) {
		final String json = broken.from().equals("*") ? broken.to() : VALID.replace(
			broken.from(), broken.to());
		final CutoutException error = assertThrows(CutoutException.class,
			() -> PrecomputedInfo.parse(json.replace('\'', '"'), WHERE));
		assertEquals(broken.type(), error.getClass());
		assertAll(Stream.concat(broken.message().stream(), Stream.of(WHERE,
			"; try ")).map(part -> () -> assertTrue(error.getMessage().contains(part),
				() -> "\"" + part + "\" is not in: " + error.getMessage())));
	}

	private static Broken corrupt(final String from, final String to,
		final String... message)
	{
		return new Broken(CorruptData.class, from, to, Arrays.asList(message));
	}

	private static Broken unsupported(final String from, final String to,
		final String... message)
	{
		return new Broken(Unsupported.class, from, to, Arrays.asList(message));
	}
}
