// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.volume;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.basictypeaccess.DataAccess;
import net.imglib2.img.cell.Cell;
import net.imglib2.img.cell.CellGrid;
import net.imglib2.img.cell.LazyCellImg;
import net.imglib2.type.NativeType;
import net.imglib2.view.Views;

import org.imageryclient.geom.Long3;
import org.imageryclient.precomputed.ChunkGrid;
import org.imageryclient.precomputed.ChunkOutcome;
import org.imageryclient.precomputed.ChunkRead;

/**
 * A scale whose cells are its chunks: a grid and one function, through the
 * session's cache. A chunk's samples are laid out exactly as a cell's.
 */
final class LazyScale<T extends NativeType<T>> {

	private final ChunkSource source;
	private final ChunkCache cache;
	private final int mip;
	private final T type;
	private final ChunkGrid grid;
	private final int volume;
	private final CellGrid cells;
	private final Runnable onForbidden;
	/** Missing chunks of one size share their zeros. */
	private final Map<Integer, Object> zeros = new ConcurrentHashMap<>();

	/**
	 * @param onForbidden called for each chunk that an anonymous server does not
	 *          give, in the thread that looked
	 */
	LazyScale(final ChunkSource source, final ReadSession session, final int mip,
		final T type, final Runnable onForbidden)
	{
		this.source = source;
		cache = session.cache();
		this.mip = mip;
		this.type = type;
		this.onForbidden = onForbidden;
		grid = source.scales().get(mip).grid();
		volume = cache.numberOf(source.identity());
		final Long3 size = grid.bounds().size();
		final Long3 chunk = grid.chunkSize().min(size);
		cells = new CellGrid(new long[] { size.x(), size.y(), size.z(), source
			.channels() }, new int[] { Math.toIntExact(chunk.x()), Math.toIntExact(
				chunk.y()), Math.toIntExact(chunk.z()), source.channels() });
	}

	RandomAccessibleInterval<T> image() {
		final Long3 min = grid.bounds().min();
		return Views.translate(cells(), min.x(), min.y(), min.z(), 0);
	}

	LazyCellImg<T, DataAccess> cells() {
		return new LazyCellImg<>(cells, type.createVariable(), this::cell);
	}

	private Cell<DataAccess> cell(final long index) {
		final long[] place = new long[4];
		cells.getCellGridPositionFlat(index, place);
		final long[] min = new long[4];
		final int[] size = new int[4];
		cells.getCellDimensions(index, min, size);
		final Object samples = samples(new Long3(place[0], place[1], place[2]),
			size[0] * size[1] * size[2] * size[3]);
		return new Cell<>(size, min, PixelTypes.access(samples));
	}

	private Object samples(final Long3 cell, final int length) {
		final ChunkCache.Key key = new ChunkCache.Key(volume, mip, cell,
			Object.class);
		final ChunkRead<Object> chunk = cache.getOnce(key, () -> source.readSamples(
			mip, cell));
		if (chunk.outcome() == ChunkOutcome.FORBIDDEN) onForbidden.run();
		return chunk.content().orElseGet(() -> zeros.computeIfAbsent(length,
			n -> PixelTypes.newArray(type, n)));
	}
}
