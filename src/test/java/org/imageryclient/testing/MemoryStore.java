// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.testing;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import org.imageryclient.CorruptData;
import org.imageryclient.store.ByteStore;
import org.imageryclient.store.StoredBytes;

/** Objects in memory, with a list of what was asked for. */
public final class MemoryStore implements ByteStore {

	private final Map<String, byte[]> objects = new ConcurrentHashMap<>();

	private final List<String> reads = new CopyOnWriteArrayList<>();

	private final String address;

	/**
	 * @param address of the store, for messages
	 */
	public MemoryStore(final String address) {
		this.address = address;
	}

	public MemoryStore put(final String key, final byte[] content) {
		objects.put(key, content);
		return this;
	}

	/** The content of an object that was put here. */
	public byte[] get(final String key) {
		return objects.get(key);
	}

	/** Keys, or {@code key@offset+length} for ranges, in the order of reads. */
	public List<String> reads() {
		return List.copyOf(reads);
	}

	@Override
	public StoredBytes read(final String key, final long atMost) {
		reads.add(key);
		if (!objects.containsKey(key)) return StoredBytes.ABSENT;
		final byte[] content = objects.get(key);
		if (content.length > atMost) throw new CorruptData("Expected at most " +
			atMost + " bytes but there are " + content.length + " at " + describe(
				key));
		return StoredBytes.of(content.clone());
	}

	@Override
	public StoredBytes readRange(final String key, final long offset,
		final int length)
	{
		reads.add(key + "@" + offset + "+" + length);
		if (!objects.containsKey(key)) return StoredBytes.ABSENT;
		final byte[] content = objects.get(key);
		if (offset >= content.length) return StoredBytes.ABSENT;
		return StoredBytes.of(Arrays.copyOfRange(content, (int) offset, (int) Math
			.min(content.length, offset + length)));
	}

	@Override
	public String describe(final String key) {
		return address + "/" + key;
	}
}
