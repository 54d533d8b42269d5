// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.precomputed.shard;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import org.imageryclient.Canceled;
import org.imageryclient.Unavailable;
import org.imageryclient.Unsupported;
import org.imageryclient.store.ByteStore;
import org.imageryclient.store.StoredBytes;
import org.imageryclient.testing.MemoryStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShardedStoreTest {

	private static final long MOST = 1 << 20;

	private static final ShardingSpec ONE_SHARD = new ShardingSpec(0,
		ShardHash.IDENTITY, 0, 0, DataEncoding.RAW, DataEncoding.RAW);

	@ParameterizedTest
	@CsvSource({ "0,IDENTITY,0,0,RAW,RAW", "2,IDENTITY,1,3,GZIP,GZIP",
		"9,IDENTITY,6,13,GZIP,GZIP", "0,MURMURHASH3_X86_128,2,6,RAW,GZIP",
		"1,MURMURHASH3_X86_128,4,9,GZIP,RAW", "64,IDENTITY,3,3,RAW,RAW",
		"0,MURMURHASH3_X86_128,13,0,RAW,RAW",
		"0,MURMURHASH3_X86_128,0,60,RAW,RAW" })
	void every_chunk_comes_back(final int preshift, final ShardHash hash,
		final int minishard, final int shard, final DataEncoding index,
		final DataEncoding data)
	{
		final ShardingSpec spec = new ShardingSpec(preshift, hash, minishard, shard,
			index, data);
		final Map<Long, byte[]> chunks = chunks(50);
		final ShardedStore store = new ShardedStore(ShardFiles.write(spec, chunks),
			"s0", spec);
		chunks.forEach((id, bytes) -> assertArrayEquals(bytes, store.read(Long
			.toUnsignedString(id), MOST).bytes(), () -> "chunk " + id));
	}

	@Test
	void ids_that_are_not_there_are_absent() {
		final ShardedStore store = new ShardedStore(ShardFiles.write(ONE_SHARD, Map
			.of(5L, new byte[9])), "s0", ONE_SHARD);
		assertSame(StoredBytes.ABSENT, store.read("6", MOST));
	}

	@Test
	void a_missing_file_makes_its_chunks_absent_and_is_asked_for_once() {
		final MemoryStore files = new MemoryStore("memory");
		final ShardedStore store = new ShardedStore(files, "s0", ONE_SHARD);
		assertSame(StoredBytes.ABSENT, store.read("6", MOST));
		assertSame(StoredBytes.ABSENT, store.read("7", MOST));
		assertEquals(1, files.reads().size());
	}

	@Test
	void an_empty_minishard_makes_its_chunks_absent() {
		final ShardingSpec spec = new ShardingSpec(0, ShardHash.IDENTITY, 1, 0,
			DataEncoding.RAW, DataEncoding.RAW);
		final ShardedStore store = new ShardedStore(ShardFiles.write(spec, Map.of(
			4L, new byte[9])), "s0", spec);
		assertSame(StoredBytes.ABSENT, store.read("5", MOST));
	}

	@Test
	void an_empty_chunk_is_absent() {
		final ShardedStore store = new ShardedStore(ShardFiles.write(ONE_SHARD, Map
			.of(5L, new byte[0])), "s0", ONE_SHARD);
		assertSame(StoredBytes.ABSENT, store.read("5", MOST));
	}

	@Test
	void a_forbidden_file_makes_its_chunks_forbidden() {
		final ShardedStore store = new ShardedStore(store((key,
			offset) -> StoredBytes.FORBIDDEN), "s0", ONE_SHARD);
		assertSame(StoredBytes.FORBIDDEN, store.read("5", MOST));
	}

	@Test
	void a_chunk_costs_three_reads_and_its_neighbour_one() {
		final MemoryStore files = ShardFiles.write(ONE_SHARD, chunks(2));
		final ShardedStore store = new ShardedStore(files, "s0", ONE_SHARD);
		chunks(2).keySet().forEach(id -> store.read(Long.toUnsignedString(id),
			MOST));
		assertEquals(4, files.reads().size(), () -> files.reads().toString());
	}

	@Test
	void each_index_is_read_once_however_many_threads_ask() throws Exception {
		final ShardingSpec spec = new ShardingSpec(0, ShardHash.MURMURHASH3_X86_128,
			2, 1, DataEncoding.GZIP, DataEncoding.GZIP);
		final Map<Long, byte[]> chunks = chunks(64);
		final MemoryStore files = ShardFiles.write(spec, chunks);
		final ShardedStore store = new ShardedStore(files, "s0", spec);
		inParallel(chunks.keySet().stream().<Callable<StoredBytes>> map(
			id -> () -> store.read(Long.toUnsignedString(id), MOST)).toList());
		// Two shards of four minishards each, and the chunks.
		assertEquals(2 + 8 + 64, files.reads().size());
		assertEquals(files.reads().size(), files.reads().stream().distinct()
			.count());
	}

	@Test
	void a_large_shard_index_is_read_in_parts() {
		final ShardingSpec spec = new ShardingSpec(0, ShardHash.IDENTITY, 16, 0,
			DataEncoding.RAW, DataEncoding.RAW);
		final MemoryStore files = ShardFiles.write(spec, Map.of(40_000L,
			new byte[9]));
		new ShardedStore(files, "s0", spec).read("40000", MOST);
		assertEquals("s0/0.shard@" + 9 * 65536 + "+65536", files.reads().get(0));
	}

	@Test
	void a_failure_reaches_all_who_wait_and_is_not_kept() throws Exception {
		final MemoryStore files = ShardFiles.write(ONE_SHARD, Map.of(5L,
			new byte[9]));
		final CountDownLatch failNow = new CountDownLatch(1);
		final List<String> tries = new CopyOnWriteArrayList<>();
		final ShardedStore store = new ShardedStore(store((key, offset) -> {
			tries.add(key);
			if (tries.size() > 1) return files.readRange(key, offset, 16);
			awaitLatch(failNow);
			throw new Unavailable("down");
		}), "s0", ONE_SHARD);
		final ExecutorService pool = Executors.newFixedThreadPool(2);
		try {
			final Future<StoredBytes> first = pool.submit(() -> store.read("5",
				MOST));
			while (tries.isEmpty())
				Thread.onSpinWait();
			final AtomicReference<Thread> waiter = new AtomicReference<>(Thread
				.currentThread());
			final Future<StoredBytes> second = pool.submit(() -> {
				waiter.set(Thread.currentThread());
				return store.read("5", MOST);
			});
			while (waiter.get().getState() != Thread.State.WAITING)
				Thread.onSpinWait();
			failNow.countDown();
			assertTrue(assertThrows(ExecutionException.class, first::get)
				.getCause() instanceof Unavailable);
			assertTrue(assertThrows(ExecutionException.class, second::get)
				.getCause() instanceof Unavailable);
			assertEquals(1, tries.size());
		}
		finally {
			pool.shutdownNow();
		}
		assertThrows(RuntimeException.class, () -> store.read("5", MOST),
			"the short index shows that it was asked for again");
		assertTrue(tries.size() > 1);
	}

	@Test
	void an_interrupt_ends_the_wait_for_another_thread() throws Exception {
		final CountDownLatch never = new CountDownLatch(1);
		final CountDownLatch loading = new CountDownLatch(1);
		final ShardedStore store = new ShardedStore(store((key, offset) -> {
			loading.countDown();
			awaitLatch(never);
			return StoredBytes.ABSENT;
		}), "s0", ONE_SHARD);
		final ExecutorService pool = Executors.newFixedThreadPool(2);
		try {
			pool.submit(() -> store.read("5", MOST));
			loading.await();
			final Future<Boolean> waiter = pool.submit(() -> {
				Thread.currentThread().interrupt();
				assertThrows(Canceled.class, () -> store.read("5", MOST));
				return Thread.interrupted();
			});
			assertTrue(waiter.get(10, TimeUnit.SECONDS));
		}
		finally {
			never.countDown();
			pool.shutdownNow();
		}
	}

	@Test
	void ranges_are_parts_of_the_decoded_chunk() {
		final ShardingSpec spec = new ShardingSpec(0, ShardHash.IDENTITY, 0, 0,
			DataEncoding.RAW, DataEncoding.GZIP);
		final ShardedStore store = new ShardedStore(ShardFiles.write(spec, Map.of(
			5L, new byte[] { 1, 2, 3, 4 })), "s0", spec);
		assertArrayEquals(new byte[] { 2, 3 }, store.readRange("5", 1, 2).bytes());
		assertArrayEquals(new byte[] { 4 }, store.readRange("5", 3, 9).bytes());
		assertSame(StoredBytes.ABSENT, store.readRange("5", 4, 9));
	}

	@Test
	void more_minishards_than_any_file_holds_are_refused_by_name() {
		final ShardingSpec spec = new ShardingSpec(0, ShardHash.IDENTITY, 64, 0,
			DataEncoding.RAW, DataEncoding.RAW);
		final Unsupported error = assertThrows(Unsupported.class,
			() -> new ShardedStore(new MemoryStore("memory"), "s0", spec).read("5",
				MOST));
		assertTrue(error.getMessage().contains("minishard_bits"), error
			.getMessage());
	}

	@Test
	void a_chunk_is_described_with_its_file() {
		assertEquals("chunk 18446744073709551615 in memory/s0/0.shard",
			new ShardedStore(new MemoryStore("memory"), "s0", ONE_SHARD).describe(
				"18446744073709551615"));
	}

	/** Ids of 64 bits, some next to each other. */
	static Map<Long, byte[]> chunks(final int count) {
		final Random random = new Random(11);
		final Map<Long, byte[]> chunks = new HashMap<>();
		long id = 0;
		for (int i = 0; i < count; i++) {
			id = random.nextInt(3) == 0 ? random.nextLong() : id + 1;
			final byte[] bytes = new byte[1 + random.nextInt(200)];
			random.nextBytes(bytes);
			chunks.put(id, bytes);
		}
		return chunks;
	}

	private interface RangeReader {

		StoredBytes read(String key, long offset);
	}

	private static ByteStore store(final RangeReader reader) {
		return new ByteStore() {

			@Override
			public StoredBytes read(final String key, final long atMost) {
				throw new UnsupportedOperationException("shards are read in ranges");
			}

			@Override
			public StoredBytes readRange(final String key, final long offset,
				final int length)
			{
				return reader.read(key, offset);
			}

			@Override
			public String describe(final String key) {
				return key;
			}
		};
	}

	private static void awaitLatch(final CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (final InterruptedException exc) {
			throw new Canceled("interrupted", exc);
		}
	}

	private static void inParallel(final List<Callable<StoredBytes>> tasks)
		throws Exception
	{
		final ExecutorService pool = Executors.newFixedThreadPool(8);
		try {
			for (final Future<StoredBytes> result : pool.invokeAll(tasks))
				assertTrue(result.get().isPresent());
		}
		finally {
			pool.shutdown();
		}
	}
}
