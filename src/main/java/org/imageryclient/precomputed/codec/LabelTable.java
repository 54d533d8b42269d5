// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.precomputed.codec;

import com.carrotsearch.hppc.LongIntHashMap;

import java.util.Arrays;

/** Numbers the ids of one chunk 0, 1, 2, … as they come. Used by one thread. */
final class LabelTable {

	private final LongIntHashMap indices = new LongIntHashMap();

	private long[] ids = new long[16];

	private int size;

	/** The last answer: neighbours mostly have the same id. */
	private long lastId;

	private int lastIndex = -1;

	/** The number of {@code id}, a new one if it has none yet. */
	int indexOf(final long id) {
		if (id == lastId && lastIndex >= 0) return lastIndex;
		lastId = id;
		lastIndex = lookUp(id);
		return lastIndex;
	}

	/** All ids, each at its number. */
	long[] ids() {
		return Arrays.copyOf(ids, size);
	}

	private int lookUp(final long id) {
		final int slot = indices.indexOf(id);
		if (indices.indexExists(slot)) return indices.indexGet(slot);
		indices.indexInsert(slot, id, size);
		if (size == ids.length) ids = Arrays.copyOf(ids, 2 * size);
		ids[size] = id;
		return size++;
	}
}
