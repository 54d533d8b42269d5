// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.mask;

import com.carrotsearch.hppc.LongHashSet;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.imageryclient.volume.Planes;

/**
 * The binary masks of a segmentation, one per root id that occurs in it.
 *
 * <pre>
 * for (long id : masks.ids())
 * 	masks.mask(id).plane(2, 0);
 * </pre>
 *
 * In Jython it is a dictionary: {@code masks[864691135571546917].voxelCount()},
 * {@code len(masks)}, {@code id in masks}, {@code for id in masks}.
 * <p>
 * All masks are views over one index image, which is counted once, on first
 * use.
 * </p>
 */
public final class MaskSet implements Iterable<BigInteger> {

	private final LabelImage labels;
	private final long[] requested;
	private final boolean includeNull;
	private Contents contents;

	private MaskSet(final LabelImage labels, final long[] requested,
		final boolean includeNull)
	{
		this.labels = labels;
		this.requested = requested;
		this.includeNull = includeNull;
	}

	/**
	 * No pixel is looked at yet.
	 *
	 * @param labels whose voxels the masks show
	 * @param requested the ids that were asked for, for {@link #absent()}; empty
	 *          where all were
	 * @param includeNull whether the id 0, the background, gets a mask too
	 */
	public static MaskSet of(final LabelImage labels, final long[] requested,
		final boolean includeNull)
	{
		return new MaskSet(labels, requested.clone(), includeNull);
	}

	/** A mask for every id but 0. */
	public static MaskSet of(final LabelImage labels) {
		return of(labels, new long[0], false);
	}

	/** What the masks are views of: the cutout, where they come from one. */
	public LabelImage labels() {
		return labels;
	}

	/** Whether the id 0, the background, gets a mask too, where it occurs. */
	public boolean includesNull() {
		return includeNull;
	}

	/** The ids that have a mask, in ascending unsigned order. */
	public long[] ids() {
		return contents().ids.clone();
	}

	/** The ids that were asked for and do not occur, in ascending order. */
	public long[] absent() {
		final LongHashSet missing = LongHashSet.from(requested);
		for (final long id : contents().ids)
			missing.remove(id);
		if (!includeNull) missing.remove(0);
		return sortUnsigned(missing.toArray());
	}

	/** The number of masks. */
	public int size() {
		return contents().ids.length;
	}

	/** All masks, in ascending order of their ids. */
	public Stream<RootMask> stream() {
		return Arrays.stream(contents().ids).mapToObj(this::mask);
	}

	/**
	 * The mask of an id given as a number or as text.
	 *
	 * @throws IllegalArgumentException if it is no unsigned whole number
	 * @throws NoSuchElementException if the id does not occur
	 * @see RootId#parse
	 */
	public RootMask get(final Object id) {
		return mask(RootId.parse(id));
	}

	/**
	 * The mask of an id given as its 64 bits, which is how Java code holds ids
	 * above 2<sup>63</sup>.
	 *
	 * @throws NoSuchElementException if the id does not occur
	 */
	public RootMask mask(final long id) {
		return find(id).orElseThrow(() -> new NoSuchElementException(
			"Expected one of the " + size() + " ids of this cutout but got " + Long
				.toUnsignedString(id) + ", which does not occur in it."));
	}

	/** The mask of an id given as its 64 bits, if the id occurs. */
	public Optional<RootMask> find(final long id) {
		final Contents c = contents();
		final int position = c.position(id);
		return position < 0 ? Optional.empty() : Optional.of(new RootMask(id,
			labels, c.members[position], c.census));
	}

	/**
	 * Whether an id, a number or text, has a mask.
	 *
	 * @throws IllegalArgumentException if it is no unsigned whole number
	 */
	public boolean contains(final Object id) {
		return contents().position(RootId.parse(id)) >= 0;
	}

	/** The ids as unsigned numbers: {@code for id in masks} in Jython. */
	@Override
	public Iterator<BigInteger> iterator() {
		return Arrays.stream(contents().ids).mapToObj(RootId::toBigInteger)
			.iterator();
	}

	/** {@code masks[id]} in Jython. */
	public RootMask __getitem__(final Object id) {
		return get(id);
	}

	/** {@code len(masks)} in Jython. */
	public int __len__() {
		return size();
	}

	/** {@code id in masks} in Jython. */
	public boolean __contains__(final Object id) {
		return contains(id);
	}

	@Override
	public String toString() {
		return "MaskSet of " + size() + " ids";
	}

	private synchronized Contents contents() {
		if (contents == null) {
			final long[] table = labels.table();
			contents = new Contents(new LabelCensus(Planes.of(labels.indices()),
				table.length), table, includeNull);
		}
		return contents;
	}

	private static long[] sortUnsigned(final long[] ids) {
		return Arrays.stream(ids).map(id -> id ^ Long.MIN_VALUE).sorted().map(
			id -> id ^ Long.MIN_VALUE).toArray();
	}

	/** What one pass over the image tells: which ids occur, by which indices. */
	private static final class Contents {

		private final LabelCensus census;
		private final long[] ids;
		private final int[][] members;

		Contents(final LabelCensus census, final long[] table,
			final boolean includeNull)
		{
			this.census = census;
			final Integer[] order = IntStream.range(0, table.length).filter(
				i -> census.count(i) > 0 && (includeNull || table[i] != 0)).boxed()
				.sorted((a, b) -> Long.compareUnsigned(table[a], table[b])).toArray(
					Integer[]::new);
			ids = sortUnsigned(Arrays.stream(order).mapToLong(i -> table[i])
				.distinct().toArray());
			members = new int[ids.length][];
			for (int i = 0, from = 0; i < ids.length; i++) {
				int to = from;
				while (to < order.length && table[order[to]] == ids[i])
					to++;
				members[i] = Arrays.stream(order, from, to).mapToInt(Integer::intValue)
					.toArray();
				from = to;
			}
		}

		/** Where the id is in {@link #ids}, or a negative number. */
		int position(final long id) {
			int low = 0;
			int high = ids.length - 1;
			while (low <= high) {
				final int middle = low + high >>> 1;
				final int order = Long.compareUnsigned(ids[middle], id);
				if (order == 0) return middle;
				if (order < 0) low = middle + 1;
				else high = middle - 1;
			}
			return -1;
		}
	}
}
