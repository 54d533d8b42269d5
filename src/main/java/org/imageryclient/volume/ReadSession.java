// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.volume;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

import org.imageryclient.auth.Credentials;
import org.imageryclient.graphene.ChunkedGraphClient;
import org.imageryclient.graphene.GrapheneAddress;
import org.imageryclient.graphene.RootLookup;
import org.imageryclient.graphene.SegmentLayout;
import org.imageryclient.http.HttpLimits;
import org.imageryclient.http.HttpTransport;
import org.imageryclient.http.RetryPolicy;
import org.imageryclient.store.Stores;

/**
 * What all reading of one user shares: the thread pool, the cache of decoded
 * chunks, the stores over one transport.
 *
 * <pre>
 * try (ReadSession session = ReadSession.builder(new Stores(transport))
 * 	.build())
 * {
 * 	Volume&lt;?&gt; volume = Volume.open(SourceUrl.parse(text), session);
 * }
 * </pre>
 *
 * Closing it ends its threads and interrupts what they do; volumes opened with
 * it can't be read any more.
 */
public final class ReadSession implements AutoCloseable {

	private final Stores stores;
	private final Credentials credentials;
	private final ChunkCache cache;
	private final ExecutorService pool;
	private final int threads;
	private final List<VolumeFormat> formats;
	private final Map<GrapheneAddress, RootLookup> lookups =
		new ConcurrentHashMap<>();

	private ReadSession(final Builder builder) {
		stores = builder.stores;
		credentials = builder.credentials;
		cache = new ChunkCache(builder.cacheBytes);
		threads = builder.threads;
		formats = builder.formats;
		pool = Executors.newFixedThreadPool(threads, namedDaemons());
	}

	/**
	 * A session that reads through {@code stores}.
	 */
	public static Builder builder(final Stores stores) {
		return new Builder(stores);
	}

	/**
	 * A session over the web with the usual limits and retries, for a user with
	 * these tokens.
	 */
	public static Builder builder(final Credentials credentials) {
		return builder(credentials, RetryPolicy.DEFAULT);
	}

	/** The same, with other retries. */
	public static Builder builder(final Credentials credentials,
		final RetryPolicy retries)
	{
		final Builder builder = new Builder(new Stores(new HttpTransport(
			HttpLimits.DEFAULT, retries, credentials)));
		builder.credentials = credentials;
		return builder;
	}

	/**
	 * The user's tokens. Those of a session over other {@link Stores} reach
	 * nobody.
	 */
	public Credentials credentials() {
		return credentials;
	}

	/** Through which volumes are opened. */
	public Stores stores() {
		return stores;
	}

	/** The most bytes of decoded chunks that are kept. */
	public long cacheBytes() {
		return cache.maxBytes();
	}

	/**
	 * Forgets all chunks and all looked-up roots: what is read next is fetched
	 * anew. What has been read is not touched.
	 *
	 * @return how many bytes the forgotten chunks took
	 */
	public long clearCache() {
		lookups.values().forEach(RootLookup::clearCache);
		return cache.clear();
	}

	@Override
	public void close() {
		pool.shutdownNow();
	}

	/** One look-up per graph, so that all its volumes share what it knows. */
	RootLookup lookup(final ChunkedGraphClient graph,
		final SegmentLayout layout)
	{
		return lookups.computeIfAbsent(graph.address(), address -> new RootLookup(
			graph, layout));
	}

	/**
	 * Whether one of the formats that this session was given reads an address.
	 */
	public boolean isForeign(final String address) {
		return formatOf(address).isPresent();
	}

	/** The format of an address that is neither precomputed nor graphene. */
	Optional<VolumeFormat> formatOf(final String address) {
		return formats.stream().filter(format -> format.reads(address)).findFirst();
	}

	ChunkCache cache() {
		return cache;
	}

	/** Tasks on it must never wait for other tasks on it. */
	ExecutorService pool() {
		return pool;
	}

	int threads() {
		return threads;
	}

	/** Daemons, so that a forgotten session does not keep the JVM alive. */
	private static ThreadFactory namedDaemons() {
		final AtomicInteger count = new AtomicInteger();
		return task -> {
			final Thread thread = new Thread(task, "imagery-read-" + count
				.incrementAndGet());
			thread.setDaemon(true);
			return thread;
		};
	}

	/** How large a session is; the defaults suit a desktop. */
	public static final class Builder {

		/** Enough to hide 100 ms of latency; decoding is bounded by the cores. */
		private static final int DEFAULT_THREADS = 32;

		private static final long MOST_CACHE = 512L << 20;

		private final Stores stores;
		private Credentials credentials = Credentials.none();
		private int threads = Math.max(DEFAULT_THREADS, 2 * Runtime.getRuntime()
			.availableProcessors());
		private List<VolumeFormat> formats = List.of();
		private long cacheBytes = Math.min(MOST_CACHE, Runtime.getRuntime()
			.maxMemory() / 16);

		private Builder(final Stores stores) {
			this.stores = stores;
		}

		/**
		 * How many chunks may be under way at once, at least 1.
		 */
		public Builder threads(final int count) {
			if (count < 1) throw new IllegalArgumentException(
				"Expected at least 1 thread but got " + count + ".");
			threads = count;
			return this;
		}

		/**
		 * The most bytes of decoded chunks to keep; 0 keeps none. By default a
		 * sixteenth of the heap, 512 MB at most.
		 */
		public Builder cacheBytes(final long bytes) {
			if (bytes < 0) throw new IllegalArgumentException(
				"Expected a cache of 0 bytes or more but got " + bytes + ".");
			cacheBytes = bytes;
			return this;
		}

		/** Formats of volumes beside precomputed and graphene. */
		public Builder formats(final List<? extends VolumeFormat> more) {
			formats = List.copyOf(more);
			return this;
		}

		public ReadSession build() {
			return new ReadSession(this);
		}
	}
}
