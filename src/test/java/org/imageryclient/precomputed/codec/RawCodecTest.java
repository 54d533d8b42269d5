// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.precomputed.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;

import org.imageryclient.precomputed.DataType;
import org.junit.jupiter.api.Test;

class RawCodecTest {

	private static final byte[] BYTES = bytes();

	private final RawCodec codec = new RawCodec();

	@Test
	void bytes_are_the_payload_itself() {
		assertSame(BYTES, codec.decode(BYTES, shape(DataType.UINT8)));
		assertSame(BYTES, codec.decode(BYTES, shape(DataType.INT8)));
	}

	@Test
	void shorts_are_little_endian() {
		final short[] expected = new short[BYTES.length / 2];
		little().asShortBuffer().get(expected);
		assertArrayEquals(expected, (short[]) codec.decode(BYTES, shape(
			DataType.UINT16)));
	}

	@Test
	void ints_are_little_endian() {
		final int[] expected = new int[BYTES.length / 4];
		little().asIntBuffer().get(expected);
		assertArrayEquals(expected, (int[]) codec.decode(BYTES, shape(
			DataType.INT32)));
	}

	@Test
	void longs_are_little_endian() {
		final long[] expected = new long[BYTES.length / 8];
		little().asLongBuffer().get(expected);
		assertArrayEquals(expected, (long[]) codec.decode(BYTES, shape(
			DataType.UINT64)));
		assertArrayEquals(expected, (long[]) codec.decode(BYTES, shape(
			DataType.INT64)));
	}

	@Test
	void floats_keep_their_bits() {
		final float[] expected = new float[BYTES.length / 4];
		little().asFloatBuffer().get(expected);
		assertArrayEquals(expected, (float[]) codec.decode(BYTES, shape(
			DataType.FLOAT32)));
	}

	@Test
	void doubles_keep_their_bits() {
		final double[] expected = new double[BYTES.length / 8];
		little().asDoubleBuffer().get(expected);
		assertArrayEquals(expected, (double[]) codec.decode(BYTES, shape(
			DataType.FLOAT64)));
	}

	@Test
	void unsigned_labels_are_zero_extended() {
		assertArrayEquals(new long[] { 0xfeL, 1 }, ids(DataType.UINT8, -2, 1));
		assertArrayEquals(new long[] { 0xfffeL, 1 }, ids(DataType.UINT16, -2, 1));
		assertArrayEquals(new long[] { 0xfffffffeL, 1 }, ids(DataType.UINT32, -2,
			1));
		assertArrayEquals(new long[] { -2L, 1 }, ids(DataType.UINT64, -2, 1));
	}

	@Test
	void signed_labels_are_sign_extended_as_in_numpy() {
		assertArrayEquals(new long[] { -2L, 1 }, ids(DataType.INT8, -2, 1));
		assertArrayEquals(new long[] { -2L, 1 }, ids(DataType.INT16, -2, 1));
		assertArrayEquals(new long[] { -2L, 1 }, ids(DataType.INT32, -2, 1));
		assertArrayEquals(new long[] { -2L, 1 }, ids(DataType.INT64, -2, 1));
	}

	@Test
	void each_label_is_listed_once_with_its_voxels() {
		final IndexedLabels labels = labels(DataType.UINT64, 0, 7, 7, 0, 9, 7);
		assertArrayEquals(new long[] { 0, 7, 9 }, labels.ids());
		assertArrayEquals(new int[] { 0, 1, 1, 0, 2, 1 }, labels.indices());
	}

	@Test
	void labels_of_floats_are_refused() {
		assertThrows(IllegalArgumentException.class, () -> codec.decodeLabels(
			new byte[8], new ChunkShape(2, 1, 1, 1, DataType.FLOAT32)));
	}

	private long[] ids(final DataType type, final long... values) {
		return labels(type, values).ids();
	}

	private IndexedLabels labels(final DataType type, final long... values) {
		final ByteBuffer payload = ByteBuffer.allocate(values.length * type
			.byteLength()).order(ByteOrder.LITTLE_ENDIAN);
		for (final long value : values)
			for (int i = 0; i < type.byteLength(); i++)
				payload.put((byte) (value >> 8 * i));
		return codec.decodeLabels(payload.array(), new ChunkShape(values.length, 1,
			1, 1, type));
	}

	private static ByteBuffer little() {
		return ByteBuffer.wrap(BYTES).order(ByteOrder.LITTLE_ENDIAN);
	}

	private static ChunkShape shape(final DataType type) {
		return new ChunkShape(4, 4, 2, 16 / type.byteLength(), type);
	}

	private static byte[] bytes() {
		final byte[] bytes = new byte[512];
		new Random(1).nextBytes(bytes);
		return Arrays.copyOf(bytes, 512);
	}
}
