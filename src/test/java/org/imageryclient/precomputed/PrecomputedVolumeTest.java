// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.precomputed;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import javax.imageio.ImageIO;
import java.awt.image.BufferedImage;
import java.nio.ByteOrder;
import java.io.UncheckedIOException;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;

import org.imageryclient.CorruptData;
import org.imageryclient.Unsupported;
import org.imageryclient.geom.Long3;
import org.imageryclient.geom.Resolution;
import org.imageryclient.precomputed.codec.ChunkShape;
import org.imageryclient.precomputed.codec.IndexedLabels;
import org.imageryclient.store.ByteStore;
import org.imageryclient.store.StoredBytes;
import org.imageryclient.testing.MemoryStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrecomputedVolumeTest {

	private final MemoryStore store = new MemoryStore("memory/v");

	@Test
	void mips_below_zero_count_from_the_coarsest() {
		final PrecomputedVolume volume = threeScales();
		assertEquals("s2", volume.scale(-1).key());
		assertEquals("s0", volume.scale(-3).key());
	}

	@ParameterizedTest
	@ValueSource(ints = { 3, -4 })
	void a_mip_that_is_not_there_lists_those_that_are(final int mip) {
		final IllegalArgumentException error = assertThrows(
			IllegalArgumentException.class, () -> threeScales().scale(mip));
		assertMessage(error, "a mip from -3 to 2 but got " + mip, "memory/v",
			"mip 0: 4 x 4 x 40 nm", "mip 2: 16 x 16 x 40 nm");
	}

	@Test
	void a_mip_is_found_by_its_resolution() {
		assertEquals(1, threeScales().mipOf(new Resolution(8, 8.0000001, 40)));
	}

	@Test
	void a_resolution_that_is_not_there_lists_those_that_are() {
		final IllegalArgumentException error = assertThrows(
			IllegalArgumentException.class, () -> threeScales().mipOf(new Resolution(
				5, 5, 40)));
		assertMessage(error, "got 5 x 5 x 40 nm", "mip 0: 4 x 4 x 40 nm");
	}

	@Test
	void a_clipped_chunk_has_the_clipped_shape() {
		assertEquals(new ChunkShape(2, 2, 1, 1, DataType.UINT8), threeScales()
			.chunkShape(0, new Long3(1, 1, 1)));
	}

	@Test
	void a_chunk_with_more_samples_than_an_array_is_refused() {
		final PrecomputedVolume volume = volume("'uint8'", 1, scale("s", 4,
			"[3000,3000,3000]", "[3000,3000,3000]", "raw"));
		assertMessage(assertThrows(Unsupported.class, () -> volume.chunkShape(0,
			Long3.ZERO)), "3000 x 3000 x 3000 voxels", "memory/v", "; try ");
	}

	@Test
	void samples_are_read_from_under_the_key_of_the_scale() {
		store.put("s1/4-6_0-4_0-4", new byte[32]);
		assertEquals(ChunkOutcome.READ, threeScales().readSamples(1, new Long3(1, 0,
			0)).outcome());
		assertEquals(List.of("s1/4-6_0-4_0-4"), store.reads());
	}

	@Test
	void a_chunk_that_is_not_there_is_absent() {
		assertEquals(ChunkOutcome.ABSENT, threeScales().readSamples(0, Long3.ZERO)
			.outcome());
	}

	@Test
	void an_empty_chunk_is_absent() {
		store.put("s0/0-4_0-4_0-4", new byte[0]);
		assertEquals(ChunkOutcome.ABSENT, threeScales().readLabels(0, Long3.ZERO)
			.outcome());
	}

	@Test
	void a_forbidden_chunk_is_told_from_an_absent_one() {
		final PrecomputedVolume volume = volume("'uint8'", 1, answering(
			() -> StoredBytes.FORBIDDEN), scale("s", 4, "[4,4,4]", "[4,4,4]", "raw"));
		assertEquals(ChunkOutcome.FORBIDDEN, volume.readSamples(0, Long3.ZERO)
			.outcome());
	}

	@ParameterizedTest
	@ValueSource(strings = { "jxl", "compresso", "crackle", "fpzip", "kempressed",
		"zfpc", "tomorrow" })
	void an_encoding_that_can_not_be_read_is_refused_by_name(
		final String encoding)
	{
		final PrecomputedVolume volume = volume("'uint8'", 1, scale("s", 4,
			"[4,4,4]", "[4,4,4]", encoding));
		for (final Unsupported error : List.of(assertThrows(Unsupported.class,
			() -> volume.checkReadable(0)), assertThrows(Unsupported.class,
				() -> volume.readSamples(0, Long3.ZERO)), assertThrows(
					Unsupported.class, () -> volume.readLabels(0, Long3.ZERO))))
			assertMessage(error, "\"" + encoding + "\"", "memory/v", "scale s",
				"raw, jpeg, png, compressed_segmentation", "; try ");
		assertEquals(List.of(), store.reads());
	}

	@Test
	void other_scales_stay_readable() {
		store.put("b/0-4_0-4_0-4", new byte[64]);
		final PrecomputedVolume volume = volume("'uint8'", 1, scale("a", 4,
			"[4,4,4]", "[4,4,4]", "jxl"), scale("b", 8, "[4,4,4]", "[4,4,4]", "raw"));
		assertEquals(ChunkOutcome.READ, volume.readSamples(1, Long3.ZERO)
			.outcome());
	}

	@Test
	void chunks_outside_the_regions_of_interest_are_not_asked_for() {
		final PrecomputedVolume volume = volume("'uint8'", 1, scale("s0", 4,
			"[64,64,64]", "[16,16,16]", "raw").replace("}",
				",'rois':[[20,20,20,30,30,30]]}"), scale("s1", 8, "[32,32,64]",
					"[4,4,16]", "raw"));
		assertEquals(ChunkOutcome.ABSENT, volume.readSamples(0, new Long3(1, 1, 1))
			.outcome());
		assertEquals(ChunkOutcome.SKIPPED, volume.readSamples(0, new Long3(3, 1, 1))
			.outcome());
		assertEquals(ChunkOutcome.ABSENT, volume.readSamples(1, new Long3(3, 3, 1))
			.outcome());
		assertEquals(ChunkOutcome.SKIPPED, volume.readSamples(1, new Long3(6, 3, 1))
			.outcome());
		assertEquals(2, store.reads().size());
	}

	@Test
	void labels_of_an_encoding_for_images_are_read_too() {
		store.put("s/0-2_0-2_0-1", png());
		final IndexedLabels labels = volume("'uint8'", 1, scale("s", 4, "[2,2,1]",
			"[2,2,1]", "png")).readLabels(0, Long3.ZERO).content().orElseThrow();
		assertArrayEquals(new long[] { 7, 200 }, labels.ids());
		assertArrayEquals(new int[] { 0, 1, 1, 0 }, labels.indices());
	}

	@Test
	void labels_of_several_channels_or_floats_are_refused() {
		final String scale = scale("s", 4, "[4,4,4]", "[4,4,4]", "raw");
		assertMessage(assertThrows(Unsupported.class, () -> volume("'uint64'", 2,
			scale).readLabels(0, Long3.ZERO)), "2 of uint64", "memory/v");
		assertMessage(assertThrows(Unsupported.class, () -> volume("'float32'", 1,
			scale).readLabels(0, Long3.ZERO)), "1 of float32", "memory/v");
	}

	@Test
	void a_broken_sharded_chunk_is_named_with_its_file_and_its_voxels() {
		final ByteBuffer shard = ByteBuffer.allocate(16 + 24 + 3).order(
			ByteOrder.LITTLE_ENDIAN);
		// The one minishard index, then the chunk: id 0, 24 bytes on, 3 bytes long.
		shard.putLong(0).putLong(24).putLong(0).putLong(24).putLong(3);
		store.put("s/0.shard", shard.array());
		final PrecomputedVolume volume = volume("'uint8'", 1, scale("s", 4,
			"[4,4,4]", "[4,4,4]", "raw").replace("}",
				",'sharding':{'@type':'neuroglancer_uint64_sharded_v1','preshift_bits':0," +
					"'hash':'identity','minishard_bits':0,'shard_bits':0}}"));
		assertMessage(assertThrows(CorruptData.class, () -> volume.readSamples(0,
			Long3.ZERO)), "a raw chunk of 64 bytes", "was 3 bytes",
			"chunk 0-4_0-4_0-4", "chunk 0 in memory/v/s/0.shard");
	}

	private PrecomputedVolume threeScales() {
		return volume("'uint8'", 1, scale("s0", 4, "[6,6,5]", "[4,4,4]", "raw"),
			scale("s1", 8, "[6,6,5]", "[4,4,4]", "raw"), scale("s2", 16, "[6,6,5]",
				"[4,4,4]", "raw"));
	}

	private PrecomputedVolume volume(final String type, final int channels,
		final String... scales)
	{
		return volume(type, channels, store, scales);
	}

	private static PrecomputedVolume volume(final String type, final int channels,
		final ByteStore store, final String... scales)
	{
		final String json = "{'type':'image','data_type':" + type +
			",'num_channels':" + channels + ",'scales':[" + String.join(",", scales) +
			"]}";
		return new PrecomputedVolume("memory/v", PrecomputedInfo.parse(json.replace(
			'\'', '"'), "memory/v/info"), store);
	}

	private static String scale(final String key, final int nm, final String size,
		final String chunk, final String encoding)
	{
		return "{'key':'" + key + "','size':" + size + ",'resolution':[" + nm +
			"," + nm + ",40],'chunk_sizes':[" + chunk + "],'encoding':'" + encoding +
			"'}";
	}

	private static ByteStore answering(final Supplier<StoredBytes> answer) {
		return new ByteStore() {

			@Override
			public StoredBytes read(final String key, final long atMost) {
				return answer.get();
			}

			@Override
			public StoredBytes readRange(final String key, final long offset,
				final int length)
			{
				return answer.get();
			}

			@Override
			public String describe(final String key) {
				return key;
			}
		};
	}

	/** A grey PNG of the pixels 7, 200, 200, 7. */
	private static byte[] png() {
		final BufferedImage image = new BufferedImage(4, 1,
			BufferedImage.TYPE_BYTE_GRAY);
		image.getRaster().setPixels(0, 0, 4, 1, new int[] { 7, 200, 200, 7 });
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		try {
			ImageIO.write(image, "png", out);
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
		return out.toByteArray();
	}

	private static void assertMessage(final Exception error,
		final String... parts)
	{
		for (final String part : parts)
			assertTrue(error.getMessage().contains(part), () -> "\"" + part +
				"\" is not in: " + error.getMessage());
	}
}
