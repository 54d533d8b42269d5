// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.precomputed;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.lang.reflect.Array;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.imageryclient.geom.Long3;
import org.imageryclient.geom.VoxelBox;
import org.imageryclient.http.HttpTransport;
import org.imageryclient.precomputed.codec.IndexedLabels;
import org.imageryclient.store.SourceUrl;
import org.imageryclient.store.Stores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Volumes written by tensorstore (src/test/resources/formats). */
class FormatVolumesTest {

	@ParameterizedTest
	@ValueSource(strings = { "raw_u16_unsharded", "raw_f32_2ch_sharded_identity",
		"png_u16_unsharded", "png_u8_4ch_unsharded", "jpeg_u8_sharded_murmur",
		"jpeg_rgb_unsharded", "cseg_u64_sharded_murmur",
		"cseg_u32_unsharded_block16x16x2" })
	void every_sample_is_as_tensorstore_wrote_it(final String name)
		throws Exception
	{
		final PrecomputedVolume volume = open(name);
		final byte[] samples = new byte[expected(name).length];
		for (final Long3 cell : cells(volume))
			copy(volume.readSamples(0, cell).content().orElseThrow(), volume, cell,
				samples);
		assertArrayEquals(expected(name), samples);
	}

	@ParameterizedTest
	@ValueSource(strings = { "raw_u16_unsharded", "png_u16_unsharded",
		"cseg_u64_sharded_murmur", "cseg_u32_unsharded_block16x16x2" })
	void labels_name_the_same_ids_as_the_samples(final String name)
		throws Exception
	{
		final PrecomputedVolume volume = open(name);
		for (final Long3 cell : cells(volume)) {
			final IndexedLabels labels = volume.readLabels(0, cell).content()
				.orElseThrow();
			final Object samples = volume.readSamples(0, cell).content()
				.orElseThrow();
			final long[] ids = new long[labels.indices().length];
			for (int i = 0; i < ids.length; i++)
				ids[i] = labels.ids()[labels.indices()[i]];
			assertArrayEquals(unsigned(samples), ids);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "cseg_u64_sharded_murmur",
		"cseg_u32_unsharded_block16x16x2" })
	void each_id_is_listed_once_and_occurs(final String name) throws Exception {
		final PrecomputedVolume volume = open(name);
		for (final Long3 cell : cells(volume)) {
			final IndexedLabels labels = volume.readLabels(0, cell).content()
				.orElseThrow();
			final long distinct = Arrays.stream(labels.indices()).distinct().count();
			assertEquals(labels.ids().length, distinct);
			assertEquals(labels.ids().length, Arrays.stream(labels.ids()).distinct()
				.count());
		}
	}

	private static PrecomputedVolume open(final String name) throws Exception {
		return PrecomputedVolume.open(SourceUrl.parse("precomputed://" + folder(
			name).toUri()), new Stores(HttpTransport.anonymous()));
	}

	private static byte[] expected(final String name) throws Exception {
		return Files.readAllBytes(folder(name).resolve("expected_xyzc_F_le.bin"));
	}

	private static Path folder(final String name) throws URISyntaxException,
		IOException
	{
		return Path.of(FormatVolumesTest.class.getResource("/formats/" + name +
			"/info").toURI()).getParent();
	}

	private static List<Long3> cells(final PrecomputedVolume volume) {
		final Long3 count = volume.grid(0).cellCount();
		final List<Long3> cells = new ArrayList<>();
		for (long z = 0; z < count.z(); z++)
			for (long y = 0; y < count.y(); y++)
				for (long x = 0; x < count.x(); x++)
					cells.add(new Long3(x, y, z));
		return cells;
	}

	/** Copies a chunk to its place in the volume, as bytes. */
	private static void copy(final Object chunk, final PrecomputedVolume volume,
		final Long3 cell, final byte[] to)
	{
		final VoxelBox box = volume.grid(0).cellBox(cell).translate(Long3.ZERO
			.minus(volume.grid(0).bounds().min()));
		final Long3 size = volume.grid(0).bounds().size();
		final int width = volume.info().dataType().byteLength();
		final ByteBuffer out = ByteBuffer.wrap(to).order(ByteOrder.LITTLE_ENDIAN);
		int i = 0;
		for (int c = 0; c < volume.info().channels(); c++)
			for (long z = box.min().z(); z < box.max().z(); z++)
				for (long y = box.min().y(); y < box.max().y(); y++)
					for (long x = box.min().x(); x < box.max().x(); x++)
						put(out, (int) (width * (x + size.x() * (y + size.y() * (z + size
							.z() * c)))), Array.get(chunk, i++));
	}

	private static void put(final ByteBuffer out, final int at,
		final Object value)
	{
		if (value instanceof Byte v) out.put(at, v);
		else if (value instanceof Short v) out.putShort(at, v);
		else if (value instanceof Integer v) out.putInt(at, v);
		else if (value instanceof Long v) out.putLong(at, v);
		else out.putFloat(at, (Float) value);
	}

	private static long[] unsigned(final Object samples) {
		final long[] values = new long[Array.getLength(samples)];
		for (int i = 0; i < values.length; i++) {
			final Object value = Array.get(samples, i);
			if (value instanceof Short v) values[i] = v & 0xffffL;
			else if (value instanceof Integer v) values[i] = v & 0xffffffffL;
			else values[i] = (Long) value;
		}
		return values;
	}
}
