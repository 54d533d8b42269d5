// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.mask;

import com.carrotsearch.hppc.LongIntHashMap;

import java.util.Arrays;

/**
 * 64-bit ids as 1…n in ascending unsigned order, so that an image of 8, 16 or
 * 32 bits can hold them. The id 0, the background, is 0.
 *
 * <pre>
 *
 * LabelIndex labels = LabelIndex.of(ids);
 * int[] dense = labels.labelsOf(table); // table index to 0…n
 * </pre>
 */
public final class LabelIndex {

	private final long[] ids;
	private final LongIntHashMap labels;

	private LabelIndex(final long[] sorted) {
		ids = sorted;
		labels = new LongIntHashMap(sorted.length);
		for (int i = 0; i < sorted.length; i++)
			labels.put(sorted[i], i + 1);
	}

	/**
	 * @param ids in any order, repeated or not; zeros are left out
	 */
	public static LabelIndex of(final long... ids) {
		return new LabelIndex(sortedDistinct(ids));
	}

	private static long[] sortedDistinct(final long[] ids) {
		final long[] flipped = new long[ids.length];
		int count = 0;
		for (final long id : ids)
			if (id != 0) flipped[count++] = id ^ Long.MIN_VALUE;
		Arrays.sort(flipped, 0, count);
		int distinct = 0;
		for (int i = 0; i < count; i++)
			if (i == 0 || flipped[i] != flipped[i - 1]) flipped[distinct++] =
				flipped[i];
		final long[] sorted = new long[distinct];
		for (int i = 0; i < distinct; i++)
			sorted[i] = flipped[i] ^ Long.MIN_VALUE;
		return sorted;
	}

	/** The number of ids; labels run from 1 to this. */
	public int size() {
		return ids.length;
	}

	/** A copy of the ids, in ascending unsigned order: label i + 1 at i. */
	public long[] ids() {
		return ids.clone();
	}

	/**
	 * The id of a label, 0 for 0.
	 *
	 * @throws IndexOutOfBoundsException if there is no such label
	 */
	public long idOf(final int label) {
		return label == 0 ? 0 : ids[label - 1];
	}

	/** The label of an id; 0 for the id 0 and for ids that are not here. */
	public int labelOf(final long id) {
		return labels.getOrDefault(id, 0);
	}

	/** The label of each entry of a table of ids. */
	public int[] labelsOf(final long[] table) {
		return Arrays.stream(table).mapToInt(this::labelOf).toArray();
	}

	/** The bits that the highest label needs in ImageJ: 8, 16 or 32. */
	public int bitDepth() {
		return ids.length < 1 << 8 ? 8 : ids.length < 1 << 16 ? 16 : 32;
	}
}
