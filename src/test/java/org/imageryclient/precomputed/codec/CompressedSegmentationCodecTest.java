// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.precomputed.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;

import org.imageryclient.geom.Long3;
import org.imageryclient.precomputed.DataType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompressedSegmentationCodecTest {

	private static final int ROUNDS = 60;

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 5, 17, 300 })
	void random_chunks_of_uint64_come_back(final int labelCount) {
		final Random random = new Random(labelCount);
		for (int round = 0; round < ROUNDS; round++) {
			final Case c = Case.random(random, DataType.UINT64, labelCount);
			assertArrayEquals(c.ids, (long[]) c.codec().decode(c.payload, c.shape), c
				.toString());
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 5, 17, 300 })
	void random_chunks_of_uint32_come_back(final int labelCount) {
		final Random random = new Random(100 + labelCount);
		for (int round = 0; round < ROUNDS; round++) {
			final Case c = Case.random(random, DataType.UINT32, labelCount);
			assertArrayEquals(Arrays.stream(c.ids).mapToInt(id -> (int) id).toArray(),
				(int[]) c.codec().decode(c.payload, c.shape), c.toString());
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "UINT32", "UINT64" })
	void random_chunks_come_back_as_indices_and_ids_that_all_occur(
		final DataType type)
	{
		final Random random = new Random(7);
		for (int round = 0; round < 4 * ROUNDS; round++) {
			final Case c = Case.random(random, type, 1 + random.nextInt(40));
			final ChunkShape first = new ChunkShape(c.shape.x(), c.shape.y(), c.shape
				.z(), 1, type);
			final byte[] payload = new SegmentationWriter(random, first, c.block)
				.write(Arrays.copyOf(c.ids, first.voxelCount()));
			final IndexedLabels labels = c.codec().decodeLabels(payload, first);
			assertArrayEquals(Arrays.copyOf(c.ids, first.voxelCount()), Arrays.stream(
				labels.indices()).mapToLong(i -> labels.ids()[i]).toArray(), c
					.toString());
			assertArrayEquals(Arrays.stream(c.ids).limit(first.voxelCount()).sorted()
				.distinct().toArray(), Arrays.stream(labels.ids()).sorted().toArray(), c
					.toString());
		}
	}

	@Test
	void more_labels_than_16_bits_come_back() {
		final ChunkShape shape = new ChunkShape(64, 64, 32, 1, DataType.UINT64);
		final long[] ids = new long[shape.voxelCount()];
		Arrays.setAll(ids, i -> Long.MAX_VALUE - i);
		final byte[] payload = wide(ids);
		assertArrayEquals(ids, (long[]) codec(64, 64, 32).decode(payload, shape));
		assertEquals(ids.length, codec(64, 64, 32).decodeLabels(payload, shape)
			.ids().length);
	}

	@Test
	void the_largest_sensible_payload_holds_what_writers_write() {
		final Random random = new Random(3);
		for (int round = 0; round < ROUNDS; round++) {
			final Case c = Case.random(random, DataType.UINT64, 3);
			assertTrue(c.payload.length <= c.codec().maxPayloadLength(c.shape) + 64, c
				.toString());
		}
	}

	/** One block of 32 bits per voxel, each with its own entry. */
	private static byte[] wide(final long[] ids) {
		final java.nio.ByteBuffer bytes = java.nio.ByteBuffer.allocate(4 * (3 + 3 *
			ids.length)).order(java.nio.ByteOrder.LITTLE_ENDIAN);
		bytes.putInt(1).putInt(2 + ids.length | 32 << 24).putInt(2);
		for (int i = 0; i < ids.length; i++)
			bytes.putInt(i);
		for (final long id : ids)
			bytes.putLong(id);
		return bytes.array();
	}

	private static CompressedSegmentationCodec codec(final int x, final int y,
		final int z)
	{
		return new CompressedSegmentationCodec(new Long3(x, y, z));
	}

	/** A chunk, as ids and as bytes. */
	private record Case(ChunkShape shape, int[] block, long[] ids,
		byte[] payload)
	{

		static Case random(final Random random, final DataType type,
			final int labelCount)
		{
			final ChunkShape shape = new ChunkShape(1 + random.nextInt(40), 1 + random
				.nextInt(20), 1 + random.nextInt(12), 1 + random.nextInt(3), type);
			final int[] block = random.nextInt(3) == 0 ? new int[] { 8, 8, 8 }
				: new int[] { 1 + random.nextInt(18), 1 + random.nextInt(9), 1 + random
					.nextInt(9) };
			final long[] labels = random.longs(labelCount).map(
				id -> type == DataType.UINT32 ? id & 0xffffffffL : id).toArray();
			final long[] ids = new long[shape.sampleCount()];
			for (int i = 0; i < ids.length; i++)
				ids[i] = i > 0 && random.nextInt(5) > 0 ? ids[i - 1] : labels[random.nextInt(
					labelCount)];
			return new Case(shape, block, ids, new SegmentationWriter(random, shape,
				block).write(ids));
		}

		CompressedSegmentationCodec codec() {
			return CompressedSegmentationCodecTest.codec(block[0], block[1], block[2]);
		}

		@Override
		public String toString() {
			return shape + " in blocks " + Arrays.toString(block);
		}
	}
}
