// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.Optional;

import org.imageryclient.geom.Long3;
import org.imageryclient.geom.Resolution;
import org.imageryclient.precomputed.DataType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntensityRangeTest {

	private static final IntensityRange TEN_TO_TWENTY = new IntensityRange(10,
		20);

	@Test
	void samples_areScaledRoundedAndClipped() {
		assertArrayEquals(new byte[] { 0, 0, (byte) 128, (byte) 255, (byte) 255 },
			TEN_TO_TWENTY.toBytes(new short[] { 0, 10, 15, 20, -1 },
				DataType.UINT16));
	}

	@Test
	void whatIsNoNumber_isZero() {
		assertArrayEquals(new byte[] { 0, 0, (byte) 255 }, TEN_TO_TWENTY.toBytes(
			new float[] { Float.NaN, Float.NEGATIVE_INFINITY,
				Float.POSITIVE_INFINITY }, DataType.FLOAT32));
	}

	@ParameterizedTest
	@CsvSource({ "UINT8, 200, 200", "INT8, 200, -56", "UINT16, 65535, 65535",
		"INT16, 65535, -1", "UINT32, -1, 4294967295", "INT32, -1, -1",
		"UINT64, -1, 18446744073709551614", "INT64, -1, -1", "FLOAT32, 7, 7",
		"FLOAT64, 7, 7" })
	void sample_isReadAsItsTypeSays(final DataType type, final long bits,
		final double value)
	{
		final Object samples = type.newArray(1);
		if (samples instanceof byte[] b) b[0] = (byte) bits;
		else if (samples instanceof short[] s) s[0] = (short) bits;
		else if (samples instanceof int[] n) n[0] = (int) bits;
		else if (samples instanceof long[] n) n[0] = bits;
		else if (samples instanceof float[] f) f[0] = bits;
		else((double[]) samples)[0] = bits;

		assertEquals(value, IntensityRange.of(new OneRow(type, samples)).min());
	}

	@Test
	void ofAStack_isFromTheLeastToTheGreatestFiniteSample() {
		assertEquals(new IntensityRange(-3, 9), IntensityRange.of(new OneRow(
			DataType.FLOAT32, new float[] { 1, 9, -3, Float.NaN }, new float[] { 0,
				Float.POSITIVE_INFINITY, 1, 1 })));
	}

	@Test
	void ofAStackOfOneValue_beginsThere() {
		assertEquals(5, IntensityRange.of(new OneRow(DataType.UINT16, new short[] {
			5, 5 })).min());
	}

	@Test
	void ofAStackWithoutAFiniteSample_isARangeAllTheSame() {
		assertEquals(new IntensityRange(0, 1), IntensityRange.of(new OneRow(
			DataType.FLOAT32, new float[] { Float.NaN })));
	}

	@Test
	void toEightBits_ofSuch_isNotNeeded() {
		assertEquals(Optional.empty(), IntensityRange.toEightBits(new OneRow(
			DataType.UINT8, new byte[] { 5, 9 })));
	}

	@ParameterizedTest
	@CsvSource({ "2, 2", "3, 2", "NaN, 2", "-Infinity, 2" })
	void noRange_isRefused(final double min, final double max) {
		assertThrows(IllegalArgumentException.class, () -> new IntensityRange(min,
			max));
	}

	/** A row of samples for each channel. */
	private record OneRow(DataType dataType, Object... rows) implements
		PlaneStack
	{

	@Override
	public Long3 size() {
		return new Long3(Arrays.stream(rows).mapToInt(Array::getLength).max()
			.orElseThrow(), 1, 1);
	}

	@Override
	public int channels() {
		return rows.length;
	}

	@Override
	public Resolution resolution() {
		return new Resolution(4, 4, 40);
	}

	@Override
	public Long3 origin() {
		return Long3.ZERO;
	}

	@Override
	public Object plane(final int channel, final int z) {
		return rows[channel];
	}
}}
