// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.precomputed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import org.imageryclient.geom.Long3;
import org.imageryclient.geom.Resolution;
import org.imageryclient.geom.VoxelBox;
import org.imageryclient.precomputed.PrecomputedInfo.Kind;
import org.imageryclient.precomputed.shard.ShardingSpec;
import org.imageryclient.precomputed.shard.DataEncoding;
import org.imageryclient.precomputed.shard.ShardHash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is read from valid info files, and what is forgiven. */
class PrecomputedInfoTest {

	private static final String SCALE =
		"'key':'8_8_40','size':[64,64,64],'resolution':[8,8,40],'chunk_sizes':[[32,32,32]],'encoding':'raw'";

	@Test
	void all_members_are_read() {
		final PrecomputedInfo info = parse(
			"{'type':'segmentation','data_type':'uint32','num_channels':2,'mesh':'m','skeletons':'s'," +
				"'segment_properties':'p','scales':[{" + SCALE.replace("'raw'",
					"'compressed_segmentation'") +
				",'voxel_offset':[1,-2,3],'hidden':true,'compressed_segmentation_block_size':[16,16,2]}]}");
		assertEquals(new PrecomputedInfo(Kind.SEGMENTATION, DataType.UINT32, 2, List
			.of(new Scale("8_8_40", new Resolution(8, 8, 40), VoxelBox.ofSize(
				new Long3(1, -2, 3), new Long3(64, 64, 64)), new Long3(32, 32, 32),
				"compressed_segmentation", Optional.of(new Long3(16, 16, 2)), Optional
					.empty(), true)), List.of(), Optional.of("m"), Optional.of("s"),
			Optional.of("p"), info.json()), info);
	}

	@Test
	void sharding_is_read() {
		assertEquals(Optional.of(new ShardingSpec(9, ShardHash.MURMURHASH3_X86_128,
			6, 13, DataEncoding.GZIP, DataEncoding.RAW)), scale(
				",'sharding':{'@type':'neuroglancer_uint64_sharded_v1','preshift_bits':9," +
					"'hash':'murmurhash3_x86_128','minishard_bits':6,'shard_bits':13," +
					"'minishard_index_encoding':'gzip'}").sharding());
	}

	@Test
	void sharding_that_is_null_counts_as_none() {
		assertEquals(Optional.empty(), scale(",'sharding':null").sharding());
	}

	@ParameterizedTest
	@EnumSource(DataType.class)
	void every_data_type_is_read_in_any_case(final DataType type) {
		assertEquals(type, parse("{'type':'IMAGE','data_type':'" + type.name() +
			"','num_channels':1,'scales':[{" + SCALE + "}]}").dataType());
	}

	@Test
	void offset_is_zero_where_none_is_given() {
		assertEquals(Long3.ZERO, scale("").bounds().min());
	}

	@Test
	void integral_doubles_are_whole_numbers() {
		assertEquals(new Long3(5, -7, 30), scale(",'voxel_offset':[5.0,-7.000,3e1]")
			.bounds().min());
	}

	@Test
	void resolutions_may_be_fractions_and_quoted() {
		assertEquals(new Resolution(4.6, 4.6, 45), parse(image(SCALE.replace(
			"[8,8,40]", "[4.6,'4.6',' 45 ']"))).scales().get(0).resolution());
	}

	@Test
	void first_of_several_chunk_sizes_is_taken() {
		assertEquals(new Long3(16, 16, 16), parse(image(SCALE.replace(
			"[[32,32,32]]", "[[16,16,16],[512,512,1]]"))).scales().get(0)
			.chunkSize());
	}

	@Test
	void size_may_be_zero() {
		assertTrue(parse(image(SCALE.replace("[64,64,64]", "[64,0,64]"))).scales()
			.get(0).bounds().isEmpty());
	}

	@Test
	void encodings_that_can_not_be_read_are_kept_by_name() {
		assertEquals("fpzip", parse(image(SCALE.replace("'raw'", "'FPZIP'")))
			.scales().get(0).encoding());
	}

	@Test
	void block_size_is_ignored_with_other_encodings() {
		assertEquals(Optional.empty(), scale(
			",'compressed_segmentation_block_size':'none'").blockSize());
	}

	@Test
	void unknown_members_are_kept_in_the_json() {
		assertTrue(parse(image(SCALE + ",'locked':true,'jpeg_quality':80")).json()
			.contains("\"jpeg_quality\":80"));
	}

	@Test
	void a_byte_order_mark_is_forgiven() {
		assertEquals(1, parse('\ufeff' + image(SCALE)).scales().size());
	}

	@Test
	void only_the_key_placeholder_makes_a_placeholder() {
		assertTrue(parse(image(SCALE.replace("8_8_40", "placeholder"))).scales()
			.get(0).isPlaceholder());
		assertFalse(scale("").isPlaceholder());
	}

	@Test
	void regions_of_interest_are_those_of_the_first_scale() {
		assertEquals(List.of(new VoxelBox(new Long3(1, 2, 3), new Long3(4, 5, 6))),
			parse(image(SCALE + ",'rois':[[1,2,3,4,5,6]]")).rois());
	}

	private static Scale scale(final String more) {
		return parse(image(SCALE + more)).scales().get(0);
	}

	private static String image(final String scale) {
		return "{'type':'image','data_type':'uint8','num_channels':1,'scales':[{" +
			scale + "}]}";
	}

	private static PrecomputedInfo parse(final String json) {
		return PrecomputedInfo.parse(json.replace('\'', '"'), "memory/info");
	}
}
