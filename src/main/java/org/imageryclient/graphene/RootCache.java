// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.graphene;

import com.carrotsearch.hppc.LongLongHashMap;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

import org.imageryclient.Timestamp;

/**
 * Answers of one graph, by moment: what a server once said of a past moment
 * never changes. Holds a bounded number of answers; the moment that was used
 * longest ago is forgotten first, as a whole.
 */
final class RootCache {

	private final long capacity;
	private final Map<Timestamp, LongLongHashMap> byTime = new LinkedHashMap<>(16,
		0.75f, true);
	private long size;

	/**
	 * @param capacity in answers, of about 25 bytes each
	 */
	RootCache(final long capacity) {
		this.capacity = capacity;
	}

	/**
	 * Looks up many ids at once.
	 *
	 * @param answers is filled where an answer is known, and left as it is
	 *          elsewhere
	 * @param known is set where an answer is known
	 */
	synchronized void get(final Timestamp time, final long[] ids,
		final long[] answers, final boolean[] known)
	{
		final LongLongHashMap map = byTime.get(time);
		if (map == null) return;
		for (int i = 0; i < ids.length; i++) {
			final int slot = map.indexOf(ids[i]);
			if (!map.indexExists(slot)) continue;
			answers[i] = map.indexGet(slot);
			known[i] = true;
		}
	}

	synchronized void put(final Timestamp time, final long[] ids,
		final long[] answers)
	{
		final LongLongHashMap map = byTime.computeIfAbsent(time,
			t -> new LongLongHashMap());
		size -= map.size();
		if (ids.length <= capacity) {
			map.ensureCapacity(map.size() + ids.length);
			for (int i = 0; i < ids.length; i++)
				map.put(ids[i], answers[i]);
		}
		size += map.size();
		final Iterator<Map.Entry<Timestamp, LongLongHashMap>> eldest = byTime
			.entrySet().iterator();
		while (size > capacity && eldest.hasNext()) {
			size -= eldest.next().getValue().size();
			eldest.remove();
		}
	}

	synchronized void clear() {
		byTime.clear();
		size = 0;
	}
}
