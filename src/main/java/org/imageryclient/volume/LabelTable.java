// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.volume;

import com.carrotsearch.hppc.LongIntHashMap;

import java.util.Arrays;

/**
 * The ids of a read and their positions, grown chunk by chunk. A chunk has few
 * ids beside its voxels, so one lock per chunk costs nothing.
 */
final class LabelTable {

	private final LongIntHashMap positions = new LongIntHashMap();
	private long[] ids = new long[64];
	private int size;

	/** Holds 0, at position 0. */
	LabelTable() {
		positionOf(0);
	}

	/**
	 * The positions of a chunk's ids; new ids are added.
	 *
	 * @param used which of the ids are wanted; the others get position 0
	 */
	synchronized int[] positionsOf(final long[] chunkIds, final boolean[] used) {
		final int[] map = new int[chunkIds.length];
		for (int i = 0; i < map.length; i++)
			if (used[i]) map[i] = positionOf(chunkIds[i]);
		return map;
	}

	/** A copy of the ids by position. */
	synchronized long[] ids() {
		return Arrays.copyOf(ids, size);
	}

	private int positionOf(final long id) {
		final int key = positions.indexOf(id);
		if (positions.indexExists(key)) return positions.indexGet(key);
		if (size == ids.length) ids = Arrays.copyOf(ids, 2 * size);
		ids[size] = id;
		positions.indexInsert(key, id, size);
		return size++;
	}
}
