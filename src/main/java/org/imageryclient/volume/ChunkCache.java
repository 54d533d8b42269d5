// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.volume;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import java.lang.reflect.Array;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import org.imageryclient.geom.Long3;
import org.imageryclient.precomputed.ChunkOutcome;
import org.imageryclient.precomputed.ChunkRead;
import org.imageryclient.precomputed.codec.IndexedLabels;

/**
 * Decoded chunks, bounded in bytes, shared by all volumes of a session. What is
 * in it is never written to. A chunk that was found absent is remembered too;
 * one that was forbidden is asked for again, since the user may log in.
 */
final class ChunkCache {

	/** Bookkeeping of one entry, roughly. */
	private static final int ENTRY_BYTES = 256;

	/** Of one volume, what is decoded how, at which place. */
	record Key(int volume, int mip, Long3 cell, Class<?> kind) {}

	private final Cache<Key, ChunkRead<?>> chunks;
	private final Map<Object, Integer> volumes = new ConcurrentHashMap<>();
	private final AtomicInteger nextVolume = new AtomicInteger();
	private final long maxBytes;

	/**
	 * @param maxBytes never exceeded by the chunks held
	 */
	ChunkCache(final long maxBytes) {
		this.maxBytes = maxBytes;
		// On the caller's thread, so that the bound holds when a read returns.
		chunks = Caffeine.newBuilder().maximumWeight(maxBytes).weigher((Key key,
			ChunkRead<?> read) -> weigh(read)).executor(Runnable::run).build();
	}

	long maxBytes() {
		return maxBytes;
	}

	/** Forgets all chunks; what is being read meanwhile may come in after. */
	long clear() {
		final long bytes = chunks.policy().eviction().orElseThrow().weightedSize()
			.orElse(0);
		chunks.invalidateAll();
		return bytes;
	}

	/** A number for a volume, the same for equal identities. */
	int numberOf(final Object identity) {
		return volumes.computeIfAbsent(identity, i -> nextVolume.getAndIncrement());
	}

	/**
	 * The chunk from the cache, or from {@code read}, and then it is in the
	 * cache. Two threads that miss the same chunk both read it: neither waits for
	 * the other, so either can be canceled alone.
	 */
	<C> ChunkRead<C> get(final Key key, final Supplier<ChunkRead<C>> read) {
		final Optional<ChunkRead<C>> held = find(key);
		if (held.isPresent()) return held.get();
		final ChunkRead<C> fresh = read.get();
		if (fresh.outcome() != ChunkOutcome.FORBIDDEN) chunks.put(key, fresh);
		return fresh;
	}

	/** As {@link #get}, but of two threads that miss, one waits for the other. */
	@SuppressWarnings("unchecked")
	<C> ChunkRead<C> getOnce(final Key key, final Supplier<ChunkRead<C>> read) {
		final ChunkRead<C> held = (ChunkRead<C>) chunks.get(key, k -> read.get());
		if (held.outcome() == ChunkOutcome.FORBIDDEN) chunks.invalidate(key);
		return held;
	}

	@SuppressWarnings("unchecked")
	private <C> Optional<ChunkRead<C>> find(final Key key) {
		return Optional.ofNullable((ChunkRead<C>) chunks.getIfPresent(key));
	}

	private static int weigh(final ChunkRead<?> read) {
		final long bytes = ENTRY_BYTES + read.content().map(ChunkCache::byteLength)
			.orElse(0L);
		return (int) Math.min(Integer.MAX_VALUE, bytes);
	}

	private static long byteLength(final Object content) {
		if (content instanceof IndexedLabels) {
			final IndexedLabels labels = (IndexedLabels) content;
			return 4L * labels.indices().length + 8L * labels.ids().length;
		}
		return (long) Array.getLength(content) * sampleBytes(content);
	}

	private static int sampleBytes(final Object array) {
		if (array instanceof byte[]) return 1;
		if (array instanceof short[]) return 2;
		return array instanceof int[] || array instanceof float[] ? 4 : 8;
	}
}
