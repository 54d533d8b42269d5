// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.precomputed.shard;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

import org.imageryclient.CorruptData;

import com.carrotsearch.hppc.LongIntHashMap;

/**
 * Where the chunks of one minishard are in their file. Source: specification of
 * {@code neuroglancer_uint64_sharded_v1}, "Minishard index format".
 */
final class MinishardIndex {

	static final MinishardIndex EMPTY = new MinishardIndex(new long[0],
		new long[0], new LongIntHashMap(0));

	/** Three rows of 64-bit numbers: ids, offsets, sizes. */
	private static final int ENTRY_BYTES = 3 * Long.BYTES;

	private final long[] starts;

	private final long[] sizes;

	private final LongIntHashMap entryOfId;

	private MinishardIndex(final long[] starts, final long[] sizes,
		final LongIntHashMap entryOfId)
	{
		this.starts = starts;
		this.sizes = sizes;
		this.entryOfId = entryOfId;
	}

	/**
	 * A chunk's place in its file.
	 *
	 * @param start in bytes
	 * @param size in bytes
	 */
	record Extent(long start, long size) {}

	/**
	 * @param bytes the decoded index
	 * @param base what its offsets count from, in bytes of the file
	 * @param where the place of the index, for messages
	 */
	static MinishardIndex parse(final byte[] bytes, final long base,
		final String where)
	{
		if (bytes.length % ENTRY_BYTES != 0) throw new CorruptData(
			"Expected a minishard index of a multiple of " + ENTRY_BYTES +
				" bytes but was " + bytes.length + " bytes at " + where + "; " +
				ShardedStore.REMEDY);
		final int n = bytes.length / ENTRY_BYTES;
		final ByteBuffer words = ByteBuffer.wrap(bytes).order(
			ByteOrder.LITTLE_ENDIAN);
		final long[] starts = new long[n];
		final long[] sizes = new long[n];
		final LongIntHashMap entryOfId = new LongIntHashMap(n);
		long id = 0;
		long position = base;
		for (int i = 0; i < n; i++) {
			id += words.getLong(i * Long.BYTES);
			position += words.getLong((n + i) * Long.BYTES);
			starts[i] = position;
			sizes[i] = words.getLong((2 * n + i) * Long.BYTES);
			position += sizes[i];
			// Other readers take the first of equal ids.
			if (!entryOfId.containsKey(id)) entryOfId.put(id, i);
		}
		return new MinishardIndex(starts, sizes, entryOfId);
	}

	/** Where the chunk is; empty if the index does not know it. */
	Optional<Extent> find(final long id) {
		final int entry = entryOfId.getOrDefault(id, -1);
		if (entry < 0) return Optional.empty();
		return Optional.of(new Extent(starts[entry], sizes[entry]));
	}

	/** Roughly what the index takes in memory. */
	int byteLength() {
		return (int) Math.min(Integer.MAX_VALUE, 128 + 48L * starts.length);
	}
}
