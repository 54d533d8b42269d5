// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.volume;

import java.util.function.Function;

import org.imageryclient.Progress;
import org.imageryclient.geom.Long3;
import org.imageryclient.geom.VoxelBox;
import org.imageryclient.precomputed.ChunkGrid;
import org.imageryclient.precomputed.ChunkRead;

import net.imglib2.type.NativeType;

/**
 * Reads all chunks that a box touches, each once, and pastes them into one set
 * of planes.
 */
final class BoxRead {

	/** Pays for handing an allocation to the pool. */
	private static final long ALLOCATE_IN_PARALLEL_BYTES = 8 << 20;

	/** The share of the heap that chunks under way may take: 1 / this. */
	private static final int IN_FLIGHT_SHARE = 16;

	/** Decoded samples, their stored form, and what decoding needs besides. */
	private static final int BYTES_IN_FLIGHT_PER_BYTE = 2;

	private final ReadSession session;
	private final ChunkSource source;
	private final int mip;
	private final VoxelBox box;
	private final ChunkGrid grid;
	private final VoxelBox cells;

	BoxRead(final ReadSession session, final ChunkSource source, final int mip,
		final VoxelBox box)
	{
		if (box.isEmpty()) throw new IllegalArgumentException(
			"Expected a box of at least 1 voxel but got " + box + " for mip " + mip +
				" of " + source.address() + ".");
		this.session = session;
		this.source = source;
		this.mip = mip;
		this.box = box;
		grid = source.scales().get(mip).grid();
		cells = grid.cellsCovering(box);
	}

	/** Zeroed planes for the box, made on all cores if they are large. */
	Planes allocate(final NativeType<?> type, final int channels,
		final Progress progress)
	{
		final int sampleBytes = PixelTypes.byteLength(type);
		final Long3 size = box.size();
		final Planes planes = Planes.ofSize(sampleBytes, size.x(), size.y(), size
			.z(), channels);
		final long bytes = box.voxelCount() * channels * sampleBytes;
		if (bytes < ALLOCATE_IN_PARALLEL_BYTES) {
			for (int i = 0; i < planes.arrayCount(); i++)
				planes.allocate(i, type);
		}
		else TaskRun.of(session.pool(), cores(), planes.arrayCount(), i -> planes
			.allocate((int) i, type), "Making room for " + box, progress);
		return planes;
	}

	/**
	 * Reads every chunk and pastes it.
	 *
	 * @param kind what {@code reader} makes of a chunk
	 * @param sampleBytes the bytes per voxel of a decoded chunk
	 */
	<C> ReadStatus read(final Class<C> kind, final int sampleBytes,
		final Function<Long3, ChunkRead<C>> reader, final Paste<C> paste,
		final Progress progress)
	{
		final StatusCount counts = new StatusCount();
		final long count = cells.voxelCount();
		final Function<Long3, ChunkRead<C>> cached = isSmall(sampleBytes)
			? throughCache(kind, reader) : reader;
		TaskRun.of(session.pool(), inFlight(sampleBytes), count, i -> {
			final Long3 cell = cell(i);
			final ChunkRead<C> chunk = cached.apply(cell);
			counts.add(chunk.outcome());
			chunk.content().ifPresent(content -> paste.paste(content, new ChunkPaste(
				box, grid.cellBox(cell))));
		}, "Reading " + source.address(), progress);
		return counts.status(count, box.voxelCount() - box.intersect(grid.bounds())
			.voxelCount());
	}

	/** What is to be done with a chunk that is there. */
	interface Paste<C> {

		void paste(C chunk, ChunkPaste place);
	}

	/** A read that fills much of the cache would evict what is worth keeping. */
	private boolean isSmall(final int sampleBytes) {
		return cells.voxelCount() * chunkBytes(sampleBytes) <= session.cache()
			.maxBytes() / 4;
	}

	private <C> Function<Long3, ChunkRead<C>> throughCache(final Class<C> kind,
		final Function<Long3, ChunkRead<C>> reader)
	{
		final ChunkCache cache = session.cache();
		final int volume = cache.numberOf(source.identity());
		return cell -> cache.get(new ChunkCache.Key(volume, mip, cell, kind),
			() -> reader.apply(cell));
	}

	/**
	 * Over a network waiting dominates, from files decoding does; either way the
	 * chunks under way fit a share of the heap.
	 */
	private int inFlight(final int sampleBytes) {
		final int wanted = source.isRemote() ? session.threads() : Math.min(session
			.threads(), 2 * cores());
		final long budget = Runtime.getRuntime().maxMemory() / IN_FLIGHT_SHARE;
		final double affordable = budget / Math.max(1, BYTES_IN_FLIGHT_PER_BYTE *
			chunkBytes(sampleBytes));
		return (int) Math.max(1, Math.min(wanted, affordable));
	}

	/** A double, since a garbled description may hold any size. */
	private double chunkBytes(final int sampleBytes) {
		final Long3 size = grid.chunkSize().min(grid.bounds().size());
		return (double) size.x() * size.y() * size.z() * sampleBytes;
	}

	/** The chunks in the order in which they are mostly stored: x fastest. */
	private Long3 cell(final long i) {
		final Long3 size = cells.size();
		return cells.min().plus(new Long3(i % size.x(), i / size.x() % size.y(), i /
			size.x() / size.y()));
	}

	private static int cores() {
		return Runtime.getRuntime().availableProcessors();
	}
}
