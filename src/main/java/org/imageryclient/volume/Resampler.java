// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.volume;

import java.util.Arrays;

import net.imglib2.img.NativeImg;
import net.imglib2.type.NativeType;

/**
 * Nearest-neighbour resampling by three index maps. Values are copied as they
 * are, so ids stay exact (ruling 3 of doc/parity.md). No I/O.
 *
 * <pre>
 *
 * NativeImg&lt;T, ?&gt; finer = Resampler.apply(read.image(), x, y, z);
 * </pre>
 */
public final class Resampler {

	private Resampler() {}

	/**
	 * The image whose voxel (i, j, k, c) is the source's (x[i], y[j], z[k], c),
	 * or 0 where one of them is {@link AxisLookup#OUTSIDE}.
	 *
	 * @param source x, y, z or x, y, z, channel, as {@link Planes#of} takes it
	 * @return the source itself where all three lookups are the identity, else a
	 *         new image of size x.length, y.length, z.length (and the channels)
	 * @throws IllegalArgumentException if a lookup reaches beyond the source
	 */
	public static <T extends NativeType<T>> NativeImg<T, ?> apply(
		final NativeImg<T, ?> source, final AxisLookup x, final AxisLookup y,
		final AxisLookup z)
	{
		check(x, source.dimension(0), 'x');
		check(y, source.dimension(1), 'y');
		check(z, source.dimension(2), 'z');
		if (x.isIdentity(source.dimension(0)) && y.isIdentity(source.dimension(
			1)) && z.isIdentity(source.dimension(2))) return source;
		final long[] size = source.dimensionsAsLongArray();
		size[0] = x.length();
		size[1] = y.length();
		size[2] = z.length();
		final T type = source.createLinkedType().createVariable();
		final Planes from = Planes.of(source);
		final Planes to = Planes.ofSize(PixelTypes.byteLength(type), size[0],
			size[1], size[2], size.length > 3 ? size[3] : 1);
		for (int i = 0; i < to.arrayCount(); i++)
			to.allocate(i, type);
		final RowGather rows = RowGather.of(x, to);
		for (int plane = 0; plane < to.count(); plane++)
			fillPlane(from, to, plane, y, z, rows);
		return to.image(type, size);
	}

	/**
	 * A source plane or row that serves several target ones in turn is gathered
	 * once and then copied in one piece, which is most of the work when a coarse
	 * scale is enlarged.
	 */
	private static void fillPlane(final Planes from, final Planes to,
		final int plane, final AxisLookup y, final AxisLookup z,
		final RowGather rows)
	{
		final int k = plane % to.depth();
		final int sourceZ = z.source(k);
		if (sourceZ == AxisLookup.OUTSIDE) return;
		final int length = to.width() * to.height();
		if (k > 0 && z.source(k - 1) == sourceZ) {
			System.arraycopy(to.array(plane - 1), to.offset(plane - 1), to.array(
				plane), to.offset(plane), length);
			return;
		}
		final int sourcePlane = sourceZ + plane / to.depth() * from.depth();
		final Object source = from.array(sourcePlane);
		final Object target = to.array(plane);
		for (int j = 0; j < to.height(); j++) {
			final int row = to.offset(plane) + j * to.width();
			final int sourceY = y.source(j);
			if (sourceY == AxisLookup.OUTSIDE) continue;
			if (j > 0 && y.source(j - 1) == sourceY) System.arraycopy(target, row - to
				.width(), target, row, to.width());
			else rows.gather(source, from.offset(sourcePlane) + sourceY * from
				.width(), target, row);
		}
	}

	private static void check(final AxisLookup lookup, final long sourceLength,
		final char axis)
	{
		if (lookup.length() == 0) throw new IllegalArgumentException(
			"Expected a lookup of at least 1 voxel along " + axis + " but got none.");
		if (lookup.sourceLength() > sourceLength)
			throw new IllegalArgumentException("Expected source indices below " +
				sourceLength + " along " + axis + " but got " + (lookup.sourceLength() -
					1) + ".");
	}

	/** Copies one row of the source through the lookup along x. */
	private interface RowGather {

		void gather(Object source, int sourceStart, Object target, int targetStart);

		static RowGather of(final AxisLookup x, final Planes to) {
			final int[] map = new int[x.length()];
			Arrays.setAll(map, x::source);
			if (isRun(map)) return (s, i, t, o) -> System.arraycopy(s, i + map[0], t,
				o, map.length);
			final Object sample = to.array(0);
			if (sample instanceof byte[]) return (s, i, t, o) -> gather((byte[]) s, i,
				(byte[]) t, o, map);
			if (sample instanceof short[]) return (s, i, t, o) -> gather((short[]) s,
				i, (short[]) t, o, map);
			if (sample instanceof int[]) return (s, i, t, o) -> gather((int[]) s, i,
				(int[]) t, o, map);
			if (sample instanceof long[]) return (s, i, t, o) -> gather((long[]) s, i,
				(long[]) t, o, map);
			if (sample instanceof float[]) return (s, i, t, o) -> gather((float[]) s,
				i, (float[]) t, o, map);
			return (s, i, t, o) -> gather((double[]) s, i, (double[]) t, o, map);
		}

		private static boolean isRun(final int[] map) {
			for (int i = 0; i < map.length; i++) {
				if (map[i] < 0 || map[i] != map[0] + i) return false;
			}
			return true;
		}

		private static void gather(final byte[] s, final int i, final byte[] t,
			final int o, final int[] map)
		{
			for (int n = 0; n < map.length; n++)
				if (map[n] >= 0) t[o + n] = s[i + map[n]];
		}

		private static void gather(final short[] s, final int i, final short[] t,
			final int o, final int[] map)
		{
			for (int n = 0; n < map.length; n++)
				if (map[n] >= 0) t[o + n] = s[i + map[n]];
		}

		private static void gather(final int[] s, final int i, final int[] t,
			final int o, final int[] map)
		{
			for (int n = 0; n < map.length; n++)
				if (map[n] >= 0) t[o + n] = s[i + map[n]];
		}

		private static void gather(final long[] s, final int i, final long[] t,
			final int o, final int[] map)
		{
			for (int n = 0; n < map.length; n++)
				if (map[n] >= 0) t[o + n] = s[i + map[n]];
		}

		private static void gather(final float[] s, final int i, final float[] t,
			final int o, final int[] map)
		{
			for (int n = 0; n < map.length; n++)
				if (map[n] >= 0) t[o + n] = s[i + map[n]];
		}

		private static void gather(final double[] s, final int i, final double[] t,
			final int o, final int[] map)
		{
			for (int n = 0; n < map.length; n++)
				if (map[n] >= 0) t[o + n] = s[i + map[n]];
		}
	}
}
