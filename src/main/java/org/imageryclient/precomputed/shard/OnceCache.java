// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.precomputed.shard;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Weigher;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

import org.imageryclient.Canceled;

/**
 * A cache bounded in bytes whose values are loaded once, also when many threads
 * ask at the same time: the first loads, the others wait for it. They can wait
 * safely, because the first is running already; and, unlike in a computing map,
 * an interrupt ends their wait. A failure goes to all who waited and is not
 * kept.
 */
final class OnceCache<K, V> {

	private final Cache<K, V> loaded;

	private final ConcurrentMap<K, CompletableFuture<V>> loading =
		new ConcurrentHashMap<>();

	OnceCache(final long maxBytes, final Weigher<K, V> byteLength) {
		// Upkeep is done by the thread that calls: this library has no threads.
		loaded = Caffeine.newBuilder().maximumWeight(maxBytes).weigher(byteLength)
			.executor(Runnable::run).build();
	}

	/**
	 * @param loader called at most once at a time for a key, by the calling
	 *          thread
	 * @throws Canceled if the thread is interrupted while it waits for another
	 */
	V get(final K key, final Supplier<V> loader) {
		while (true) {
			final Optional<V> known = Optional.ofNullable(loaded.getIfPresent(key));
			if (known.isPresent()) return known.get();
			final CompletableFuture<V> mine = new CompletableFuture<>();
			final CompletableFuture<V> first = loading.putIfAbsent(key, mine);
			if (first == null) return load(key, mine, loader);
			final Optional<V> other = await(first);
			if (other.isPresent()) return other.get();
		}
	}

	private V load(final K key, final CompletableFuture<V> mine,
		final Supplier<V> loader)
	{
		try {
			// Another thread may have finished between the look-up and now.
			final Optional<V> known = Optional.ofNullable(loaded.getIfPresent(key));
			final V value = known.orElseGet(loader);
			loaded.put(key, value);
			mine.complete(value);
			return value;
		}
		catch (RuntimeException | Error exc) {
			mine.completeExceptionally(exc);
			throw exc;
		}
		finally {
			loading.remove(key, mine);
		}
	}

	/**
	 * Empty where the other thread was canceled, which says nothing about this.
	 */
	private static <V> Optional<V> await(final CompletableFuture<V> other) {
		try {
			return Optional.of(other.get());
		}
		catch (final InterruptedException exc) {
			Thread.currentThread().interrupt();
			throw new Canceled("Waiting for a shard index was canceled.", exc);
		}
		catch (final ExecutionException exc) {
			final Throwable cause = exc.getCause();
			if (cause instanceof Canceled) return Optional.empty();
			if (cause instanceof Error error) throw error;
			throw (RuntimeException) cause;
		}
	}
}
