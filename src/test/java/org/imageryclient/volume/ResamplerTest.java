// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.volume;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import net.imglib2.Cursor;
import net.imglib2.RandomAccess;
import net.imglib2.img.NativeImg;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.ByteType;
import net.imglib2.type.numeric.integer.UnsignedLongType;

import org.imageryclient.precomputed.DataType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ResamplerTest {

	@ParameterizedTest
	@EnumSource(DataType.class)
	void apply_randomLookups_takesTheirVoxels(final DataType dataType) {
		final Random random = new Random(dataType.ordinal());
		for (int i = 0; i < 20; i++)
			assertGathers(PixelTypes.of(dataType), random);
	}

	@Test
	void apply_identity_givesTheSourceItself() {
		final NativeImg<ByteType, ?> source = random(new ByteType(), new Random(1),
			4, 3, 2);
		assertSame(source, Resampler.apply(source, AxisLookup.identity(4),
			AxisLookup.identity(3), AxisLookup.identity(2)));
	}

	@Test
	void apply_idsAbove53Bits_staysExact() {
		final NativeImg<UnsignedLongType, ?> source = random(new UnsignedLongType(),
			new Random(1), 1, 1, 1);
		source.firstElement().set(864691136577830163L);
		final NativeImg<UnsignedLongType, ?> target = Resampler.apply(source,
			AxisLookup.of(0, 0), AxisLookup.of(0, -1), AxisLookup.of(0));
		assertEquals(864691136577830163L, target.getAt(1, 0, 0).get());
		assertEquals(0, target.getAt(1, 1, 0).get());
	}

	@Test
	void apply_lookupBeyondTheSource_isRefusedByAxisAndIndex() {
		final NativeImg<ByteType, ?> source = random(new ByteType(), new Random(1),
			4, 3, 2);
		final IllegalArgumentException e = assertThrows(
			IllegalArgumentException.class, () -> Resampler.apply(source, AxisLookup
				.identity(4), AxisLookup.of(3), AxisLookup.identity(2)));
		assertTrue(e.getMessage().contains("below 3 along y but got 3"), e
			.getMessage());
	}

	@Test
	void axisLookup_belowOutside_isRefused() {
		assertThrows(IllegalArgumentException.class, () -> AxisLookup.of(0, -2));
	}

	private static <T extends NativeType<T>> void assertGathers(
		final NativeType<?> untyped, final Random random)
	{
		@SuppressWarnings("unchecked")
		final T type = (T) untyped;
		final NativeImg<T, ?> source = random(type, random, 1 + random.nextInt(9),
			1 + random.nextInt(9), 1 + random.nextInt(4), 1 + random.nextInt(3));
		final AxisLookup[] lookups = new AxisLookup[3];
		for (int d = 0; d < 3; d++)
			lookups[d] = lookup(random, (int) source.dimension(d));
		final NativeImg<T, ?> target = Resampler.apply(source, lookups[0],
			lookups[1], lookups[2]);
		final RandomAccess<T> access = source.randomAccess();
		final Cursor<T> cursor = target.localizingCursor();
		while (cursor.hasNext()) {
			final T value = cursor.next();
			final int x = lookups[0].source(cursor.getIntPosition(0));
			final int y = lookups[1].source(cursor.getIntPosition(1));
			final int z = lookups[2].source(cursor.getIntPosition(2));
			final boolean isOutside = x < 0 || y < 0 || z < 0;
			final T expected = isOutside ? type.createVariable() : access
				.setPositionAndGet(x, y, z, cursor.getIntPosition(3));
			assertTrue(value.valueEquals(expected));
		}
	}

	/** Runs up and stands still now and then, as real lookups do. */
	private static AxisLookup lookup(final Random random,
		final int sourceLength)
	{
		final double step = random.nextInt(4) == 0 ? 1 : 0.2 + 2 * random
			.nextDouble();
		final double start = random.nextInt(5) - 2;
		return AxisLookup.generate(1 + random.nextInt(15), i -> {
			final int at = (int) Math.floor(start + i * step);
			return at < 0 || at >= sourceLength ? AxisLookup.OUTSIDE : at;
		});
	}

	private static <T extends NativeType<T>> NativeImg<T, ?> random(final T type,
		final Random random, final long... size)
	{
		final Planes planes = Planes.ofSize(PixelTypes.byteLength(type), size[0],
			size[1], size[2], size.length > 3 ? size[3] : 1);
		for (int i = 0; i < planes.arrayCount(); i++)
			planes.allocate(i, type);
		final NativeImg<T, ?> image = planes.image(type, size);
		image.forEach(t -> ((RealType<?>) t).setReal(random.nextInt(100)));
		return image;
	}
}
