// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.precomputed.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Random;

import org.imageryclient.precomputed.DataType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PngCodecTest {

	private final Random random = new Random(5);

	@ParameterizedTest
	@CsvSource({ "0,1,false", "0,2,false", "0,4,false", "0,8,false", "0,16,false",
		"2,8,false", "2,16,false", "4,8,false", "4,16,false", "6,8,false",
		"6,16,false", "0,1,true", "0,2,true", "0,4,true", "0,8,true", "0,16,true",
		"2,8,true", "2,16,true", "4,8,true", "4,16,true", "6,8,true", "6,16,true" })
	void every_colour_type_and_depth_is_read(final int colorType, final int bits,
		final boolean interlaced)
	{
		final int channels = new int[] { 1, 0, 3, 0, 2, 0, 4 }[colorType];
		for (int round = 0; round < 20; round++) {
			final int width = 1 + random.nextInt(19);
			final int height = 1 + random.nextInt(19);
			final int[] samples = random.ints(width * height * channels, 0, 1 << bits)
				.toArray();
			final PngWriter writer = new PngWriter(width, height, colorType, bits);
			final byte[] png = (interlaced ? writer.interlaced() : writer).write(
				samples, random);
			assertSamples(planar(samples, channels, bits < 8 ? 255 / ((1 << bits) - 1)
				: 1), png, shape(width * height, channels, bits));
		}
	}

	@ParameterizedTest
	@CsvSource({ "1", "2", "4", "8" })
	void palettes_become_three_channels(final int bits) {
		final byte[] palette = new byte[3 << bits];
		random.nextBytes(palette);
		final int[] indices = random.ints(7 * 5, 0, 1 << bits).toArray();
		final byte[] png = new PngWriter(7, 5, 3, bits).with("PLTE", palette).with(
			"tRNS", (byte) 9).write(indices, random);
		final int[] expected = new int[3 * 35];
		for (int i = 0; i < expected.length; i++)
			expected[i] = palette[3 * indices[i % 35] + i / 35];
		assertSamples(expected, png, shape(35, 3, 8));
	}

	@Test
	void palettes_with_transparency_can_be_four_channels() {
		final byte[] palette = { 1, 2, 3, 4, 5, 6 };
		final byte[] png = new PngWriter(2, 1, 3, 8).with("PLTE", palette).with(
			"tRNS", (byte) 77).write(new int[] { 1, 0 }, random);
		assertSamples(new int[] { 4, 1, 5, 2, 6, 3, 255, 77 }, png, shape(2, 4, 8));
	}

	@Test
	void a_transparent_grey_is_ignored_where_one_channel_is_wanted() {
		final byte[] png = new PngWriter(3, 1, 0, 8).with("tRNS", (byte) 0,
			(byte) 7).write(new int[] { 6, 7, 8 }, random);
		assertSamples(new int[] { 6, 7, 8 }, png, shape(3, 1, 8));
	}

	@Test
	void a_transparent_grey_is_the_second_channel_where_two_are_wanted() {
		final byte[] png = new PngWriter(3, 1, 0, 8).with("tRNS", (byte) 0,
			(byte) 7).write(new int[] { 6, 7, 8 }, random);
		assertSamples(new int[] { 6, 7, 8, 255, 0, 255 }, png, shape(3, 2, 8));
	}

	@Test
	void gamma_and_profiles_change_nothing() {
		final byte[] png = new PngWriter(3, 1, 0, 8).with("gAMA", (byte) 0,
			(byte) 0, (byte) 0, (byte) 9).with("iCCP", (byte) 1, (byte) 2).write(
				new int[] { 6, 7, 8 }, random);
		assertSamples(new int[] { 6, 7, 8 }, png, shape(3, 1, 8));
	}

	private static void assertSamples(final int[] expected, final byte[] png,
		final ChunkShape shape)
	{
		final Object samples = new PngCodec().decode(png, shape);
		final int[] actual = new int[expected.length];
		for (int i = 0; i < actual.length; i++)
			actual[i] = samples instanceof byte[] bytes ? bytes[i] & 0xff
				: ((short[]) samples)[i] & 0xffff;
		for (int i = 0; i < actual.length; i++)
			expected[i] &= samples instanceof byte[] ? 0xff : 0xffff;
		assertArrayEquals(expected, actual);
	}

	private static int[] planar(final int[] samples, final int channels,
		final int scale)
	{
		final int[] planes = new int[samples.length];
		final int pixels = samples.length / channels;
		for (int i = 0; i < samples.length; i++)
			planes[i % channels * pixels + i / channels] = samples[i] * scale;
		return planes;
	}

	private static ChunkShape shape(final int voxels, final int channels,
		final int bits)
	{
		return new ChunkShape(voxels, 1, 1, channels, bits == 16 ? DataType.UINT16
			: DataType.UINT8);
	}
}
