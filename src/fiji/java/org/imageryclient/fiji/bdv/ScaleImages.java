// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.bdv;

import bdv.cache.SharedQueue;
import bdv.util.volatiles.VolatileViews;

import java.lang.reflect.Array;
import java.util.EnumSet;
import java.util.Set;

import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.Volatile;
import net.imglib2.cache.Cache;
import net.imglib2.cache.img.CachedCellImg;
import net.imglib2.cache.ref.SoftRefLoaderCache;
import net.imglib2.cache.volatiles.CacheHints;
import net.imglib2.cache.volatiles.LoadingStrategy;
import net.imglib2.img.basictypeaccess.AccessFlags;
import net.imglib2.img.basictypeaccess.ArrayDataAccessFactory;
import net.imglib2.img.basictypeaccess.array.ArrayDataAccess;
import net.imglib2.img.basictypeaccess.volatiles.array.VolatileByteArray;
import net.imglib2.img.basictypeaccess.volatiles.array.VolatileDoubleArray;
import net.imglib2.img.basictypeaccess.volatiles.array.VolatileFloatArray;
import net.imglib2.img.basictypeaccess.volatiles.array.VolatileIntArray;
import net.imglib2.img.basictypeaccess.volatiles.array.VolatileLongArray;
import net.imglib2.img.basictypeaccess.volatiles.array.VolatileShortArray;
import net.imglib2.img.cell.Cell;
import net.imglib2.img.cell.CellGrid;
import net.imglib2.img.cell.LazyCellImg;
import net.imglib2.type.NativeType;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;

import org.imageryclient.CutoutException;
import org.imageryclient.volume.Volume;

/**
 * One channel of a mip as BigDataViewer wants it: an image that waits for
 * chunks, and a volatile one that shows what is there and has the rest fetched
 * by the queue's threads. Both are x, y, z from (0, 0, 0) on. Chunks come from
 * the session's cache; cells share their arrays, and the JVM may take cells back
 * at any time.
 *
 * @param <T> the pixel type
 * @param <V> its volatile form
 */
record ScaleImages<T extends NativeType<T>, V extends Volatile<T> & NativeType<V>>(
	RandomAccessibleInterval<T> image, RandomAccessibleInterval<V> volatileImage)
{

	private static final Set<AccessFlags> VOLATILE = EnumSet.of(
		AccessFlags.VOLATILE);

	/**
	 * No I/O.
	 *
	 * @param queue whose priorities count from the coarsest mip, 0
	 * @param missing told of chunks that can't be had, which are 0
	 */
	static <T extends NativeType<T>, V extends Volatile<T> & NativeType<V>>
		ScaleImages<T, V> of(final Volume<T> volume, final int mip,
			final int channel, final SharedQueue queue, final MissingChunks missing)
	{
		final RandomAccessibleInterval<T> image = Views.hyperSlice(cached(volume
			.lazyCells(mip, missing::forbidden), missing), 3, channel);
		final CacheHints coarsestFirst = new CacheHints(LoadingStrategy.VOLATILE,
			volume.mipCount() - 1 - mip, false);
		final RandomAccessibleInterval<V> volatileImage = VolatileViews
			.wrapAsVolatile(image, queue, coarsestFirst);
		return new ScaleImages<>(image, volatileImage);
	}

	@SuppressWarnings({ "unchecked", "rawtypes" })
	private static <T extends NativeType<T>> CachedCellImg<T, ?> cached(
		final LazyCellImg<T, ?> chunks, final MissingChunks missing)
	{
		final CellGrid grid = chunks.getCellGrid();
		final T type = chunks.createLinkedType();
		final Cache<Long, Cell> cells = new SoftRefLoaderCache<Long, Cell>()
			.withLoader(index -> cell(chunks, index, missing));
		return new CachedCellImg(grid, type, cells, ArrayDataAccessFactory.get(type,
			VOLATILE));
	}

	private static Cell<?> cell(final LazyCellImg<?, ?> chunks, final long index,
		final MissingChunks missing)
	{
		final int n = chunks.numDimensions();
		final int[] size = new int[n];
		final long[] min = new long[n];
		chunks.getCellGrid().getCellDimensions(index, min, size);
		try {
			return new Cell<>(size, min, volatileAccess(samples(chunks, index)));
		}
		catch (final CutoutException e) {
			final Object zeros = zeros(chunks, size);
			missing.failed(e, () -> System.arraycopy(samples(chunks, index), 0, zeros,
				0, Array.getLength(zeros)));
			return new Cell<>(size, min, volatileAccess(zeros));
		}
	}

	/** May fetch the chunk. */
	private static Object samples(final LazyCellImg<?, ?> chunks,
		final long index)
	{
		final long[] place = new long[chunks.numDimensions()];
		chunks.getCellGrid().getCellGridPositionFlat(index, place);
		final RandomAccess<? extends Cell<?>> cells = chunks.getCells()
			.randomAccess();
		return ((ArrayDataAccess<?>) cells.setPositionAndGet(place).getData())
			.getCurrentStorageArray();
	}

	@SuppressWarnings({ "unchecked", "rawtypes" })
	private static Object zeros(final LazyCellImg<?, ?> chunks,
		final int[] size)
	{
		final ArrayDataAccess<?> access = ArrayDataAccessFactory.get(
			(NativeType) chunks.createLinkedType());
		return ((ArrayDataAccess<?>) access.createArray((int) Intervals.numElements(
			size))).getCurrentStorageArray();
	}

	private static ArrayDataAccess<?> volatileAccess(final Object array) {
		if (array instanceof byte[] bytes) return new VolatileByteArray(bytes,
			true);
		if (array instanceof short[] shorts) return new VolatileShortArray(shorts,
			true);
		if (array instanceof int[] ints) return new VolatileIntArray(ints, true);
		if (array instanceof long[] longs) return new VolatileLongArray(longs,
			true);
		if (array instanceof float[] floats) return new VolatileFloatArray(floats,
			true);
		return new VolatileDoubleArray((double[]) array, true);
	}
}
