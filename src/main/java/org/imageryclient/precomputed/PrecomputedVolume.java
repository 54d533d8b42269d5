// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.precomputed;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.imageryclient.geom.Long3;
import org.imageryclient.geom.Resolution;
import org.imageryclient.precomputed.codec.ChunkShape;
import org.imageryclient.precomputed.codec.IndexedLabels;
import org.imageryclient.store.ByteStore;
import org.imageryclient.store.SourceUrl;
import org.imageryclient.store.Stores;

/**
 * A precomputed volume, chunk by chunk: the {@code info}, the grid of each
 * scale, and what one cell of it holds. Holds no chunks. Shared between
 * threads; the thread that calls does the work.
 */
public final class PrecomputedVolume {

	private final String address;

	private final PrecomputedInfo info;

	private final List<ScaleReader> readers;

	/**
	 * A volume whose {@code info} is known already. No I/O.
	 *
	 * @param address for messages
	 * @param store the folder to which the keys of the scales are relative
	 */
	public PrecomputedVolume(final String address, final PrecomputedInfo info,
		final ByteStore store)
	{
		this.address = address;
		this.info = info;
		this.readers = info.scales().stream().map(scale -> new ScaleReader(address,
			info, scale, store)).toList();
	}

	/**
	 * Opens the volume at an address. One GET of its {@code info}, and one more
	 * for each redirect in it: at most 10.
	 *
	 * @throws org.imageryclient.SourceNotFound if there is no {@code info}
	 * @throws org.imageryclient.AccessDenied if the server forbids it
	 * @throws org.imageryclient.CorruptData if {@code info} is broken, or
	 *           redirects go in a circle
	 * @throws org.imageryclient.Unsupported if this is no precomputed volume
	 */
	public static PrecomputedVolume open(final SourceUrl source,
		final Stores stores)
	{
		return new VolumeOpener(stores::open).open(source);
	}

	/**
	 * A volume whose description was found elsewhere than beside its chunks. No
	 * I/O.
	 *
	 * @param address of the description, for messages
	 * @param store of the chunks: scale keys are folders in it
	 */
	public static PrecomputedVolume of(final String address,
		final PrecomputedInfo info, final ByteStore store)
	{
		return new PrecomputedVolume(address, info, store);
	}

	public PrecomputedInfo info() {
		return info;
	}

	/** Where the volume is, after redirects. */
	public String address() {
		return address;
	}

	/** The number of scales. */
	public int mipCount() {
		return readers.size();
	}

	/**
	 * @param mip from 0, the finest; below zero counts from the coarsest, which
	 *          is -1
	 * @throws IllegalArgumentException if there is no such scale; lists those
	 *           there are
	 */
	public Scale scale(final int mip) {
		return reader(mip).scale();
	}

	/** The scale number of {@code mip} from 0, if it counts from the coarsest. */
	public int mipIndex(final int mip) {
		final int index = mip < 0 ? mip + mipCount() : mip;
		if (index >= 0 && index < mipCount()) return index;
		throw new IllegalArgumentException("Expected a mip from " + -mipCount() +
			" to " + (mipCount() - 1) + " but got " + mip + "; " + address + " has " +
			scales() + ".");
	}

	/**
	 * The first scale of this resolution.
	 *
	 * @throws IllegalArgumentException if there is none; lists those there are
	 */
	public int mipOf(final Resolution resolution) {
		return IntStream.range(0, mipCount()).filter(mip -> isSame(scale(mip)
			.resolution(), resolution)).findFirst().orElseThrow(
				() -> new IllegalArgumentException("Expected a resolution of " +
					address + " but got " + resolution + "; it has " + scales() + "."));
	}

	/** How a scale is cut into chunks. */
	public ChunkGrid grid(final int mip) {
		return reader(mip).grid();
	}

	/**
	 * What one chunk decodes to.
	 *
	 * @throws IndexOutOfBoundsException if the grid has no such cell
	 * @throws org.imageryclient.Unsupported if one chunk has more samples than an
	 *           array can hold
	 */
	public ChunkShape chunkShape(final int mip, final Long3 cell) {
		return reader(mip).shape(cell);
	}

	/**
	 * Says early what reading would say: whether the chunks of a scale can be
	 * read at all. No I/O.
	 *
	 * @throws org.imageryclient.Unsupported if the encoding can't be read; names
	 *           it
	 */
	public void checkReadable(final int mip) {
		reader(mip).codec();
	}

	/**
	 * Reads and decodes one chunk. One GET; for a sharded scale up to two more,
	 * once for many chunks; none where the outcome is {@code SKIPPED}.
	 *
	 * @return an array as {@link DataType#newArray} makes it: x fastest, then y,
	 *         z, channel
	 * @throws org.imageryclient.CorruptData if what is stored is no such chunk;
	 *           names the volume, the key, the byte offset
	 * @throws org.imageryclient.Unsupported if the encoding can't be read
	 */
	public ChunkRead<Object> readSamples(final int mip, final Long3 cell) {
		return reader(mip).readSamples(cell);
	}

	/**
	 * Reads one chunk of labels as positions in a table of ids. Costs and errors
	 * are those of {@link #readSamples}.
	 *
	 * @throws org.imageryclient.Unsupported also if the volume has several
	 *           channels or samples that are no integers
	 */
	public ChunkRead<IndexedLabels> readLabels(final int mip, final Long3 cell) {
		return reader(mip).readLabels(cell);
	}

	@Override
	public String toString() {
		return address + " (" + scales() + ")";
	}

	private ScaleReader reader(final int mip) {
		return readers.get(mipIndex(mip));
	}

	private String scales() {
		return IntStream.range(0, readers.size()).mapToObj(mip -> "mip " + mip +
			": " + readers.get(mip).scale().resolution()).collect(Collectors.joining(
				", "));
	}

	/** Resolutions are written with few digits, and computed with many. */
	private static boolean isSame(final Resolution a, final Resolution b) {
		return IntStream.range(0, 3).allMatch(d -> Math.abs(a.get(d) - b.get(
			d)) <= 1e-6 * a.get(d));
	}
}
