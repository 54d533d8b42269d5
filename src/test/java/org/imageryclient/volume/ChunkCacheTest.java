// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.volume;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import org.imageryclient.geom.Long3;
import org.imageryclient.precomputed.ChunkOutcome;
import org.imageryclient.precomputed.ChunkRead;
import org.junit.jupiter.api.Test;

class ChunkCacheTest {

	private final ChunkCache cache = new ChunkCache(10_000);
	private final AtomicInteger reads = new AtomicInteger();

	@Test
	void get_readChunk_readsItOnce() {
		get(0, ChunkRead.of(new byte[100]));
		get(0, ChunkRead.of(new byte[100]));
		assertEquals(1, reads.get());
	}

	@Test
	void get_absentChunk_asksOnce() {
		get(0, ChunkRead.empty(ChunkOutcome.ABSENT));
		get(0, ChunkRead.empty(ChunkOutcome.ABSENT));
		assertEquals(1, reads.get());
	}

	@Test
	void get_forbiddenChunk_asksAgain() {
		get(0, ChunkRead.empty(ChunkOutcome.FORBIDDEN));
		get(0, ChunkRead.empty(ChunkOutcome.FORBIDDEN));
		assertEquals(2, reads.get());
	}

	@Test
	void getOnce_forbiddenChunk_asksAgain() {
		for (int i = 0; i < 2; i++)
			cache.getOnce(key(0), counted(ChunkRead.empty(ChunkOutcome.FORBIDDEN)));
		assertEquals(2, reads.get());
	}

	@Test
	void get_moreThanTheBound_keepsNoMoreThanFits() {
		for (int cell = 0; cell < 20; cell++)
			get(cell, ChunkRead.of(new long[250]));
		reads.set(0);
		// Given 2000 bytes a chunk and a bound of 10000: at most 4 with their
		// entries.
		for (int cell = 19; cell >= 0; cell--) {
			final int held = cell;
			cache.get(key(held), () -> {
				reads.incrementAndGet();
				return ChunkRead.empty(ChunkOutcome.FORBIDDEN);
			});
		}
		assertEquals(16, reads.get());
	}

	@Test
	void numberOf_equalIdentities_isTheSame() {
		assertEquals(cache.numberOf(List.of("a", 1)), cache.numberOf(List.of("a",
			1)));
		assertNotEquals(cache.numberOf("a"), cache.numberOf("b"));
	}

	private void get(final int cell, final ChunkRead<Object> chunk) {
		cache.get(key(cell), counted(chunk));
	}

	private Supplier<ChunkRead<Object>> counted(final ChunkRead<Object> chunk) {
		return () -> {
			reads.incrementAndGet();
			return chunk;
		};
	}

	private static ChunkCache.Key key(final int cell) {
		return new ChunkCache.Key(0, 0, new Long3(cell, 0, 0), Object.class);
	}
}
