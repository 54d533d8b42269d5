// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.volume;

import java.util.concurrent.atomic.AtomicLongArray;

import org.imageryclient.precomputed.ChunkOutcome;

/** Counts chunk by chunk what becomes a {@link ReadStatus}. */
final class StatusCount {

	private final AtomicLongArray counts = new AtomicLongArray(ChunkOutcome
		.values().length);

	void add(final ChunkOutcome outcome) {
		counts.incrementAndGet(outcome.ordinal());
	}

	ReadStatus status(final long planned, final long voxelsOutside) {
		return new ReadStatus(planned, count(ChunkOutcome.READ), count(
			ChunkOutcome.ABSENT), count(ChunkOutcome.FORBIDDEN), count(
				ChunkOutcome.SKIPPED), voxelsOutside);
	}

	private long count(final ChunkOutcome outcome) {
		return counts.get(outcome.ordinal());
	}
}
