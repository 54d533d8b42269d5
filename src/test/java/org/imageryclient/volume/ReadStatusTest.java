// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.volume;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.imageryclient.Progress;
import org.imageryclient.http.HttpTransport;
import org.imageryclient.precomputed.ChunkOutcome;
import org.imageryclient.precomputed.ChunkRead;
import org.imageryclient.store.Stores;
import org.junit.jupiter.api.Test;

class ReadStatusTest {

	@Test
	void read_everyOutcome_isCounted() {
		final MemoryChunks source = MemoryChunks.row(10, cell -> switch ((int) cell
			.x()) {
			case 0 -> ChunkRead.empty(ChunkOutcome.SKIPPED);
			case 1, 2 -> ChunkRead.empty(ChunkOutcome.FORBIDDEN);
			case 3, 4, 5 -> ChunkRead.empty(ChunkOutcome.ABSENT);
			default -> MemoryChunks.zeros();
		});
		try (ReadSession session = ReadSession.builder(new Stores(HttpTransport
			.anonymous())).build())
		{
			final Volume<?> volume = Volume.of(source, session);
			assertEquals(new ReadStatus(10, 4, 3, 2, 1, 0), volume.read(0, volume
				.bounds(0), Progress.NONE).status());
		}
	}

	@Test
	void constructor_kindsThatDoNotAddUp_isRefused() {
		assertThrows(IllegalArgumentException.class, () -> new ReadStatus(4, 1, 1,
			1, 0, 0));
	}

	@Test
	void plus_other_addsEachKind() {
		assertEquals(new ReadStatus(13, 5, 4, 3, 1, 10), new ReadStatus(10, 4, 3, 2,
			1, 3).plus(new ReadStatus(3, 1, 1, 1, 0, 7)));
	}
}
