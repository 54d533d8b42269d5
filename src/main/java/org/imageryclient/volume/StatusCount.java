// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.volume;

import java.util.concurrent.atomic.AtomicLongArray;

import org.imageryclient.precomputed.ChunkRead.Outcome;

/** Counts chunk by chunk what becomes a {@link ReadStatus}. */
final class StatusCount {

	private final AtomicLongArray counts = new AtomicLongArray(Outcome
		.values().length);

	void add(final Outcome outcome) {
		counts.incrementAndGet(outcome.ordinal());
	}

	ReadStatus status(final long planned, final long voxelsOutside) {
		return new ReadStatus(planned, count(Outcome.READ), count(Outcome.ABSENT),
			count(Outcome.FORBIDDEN), count(Outcome.SKIPPED), voxelsOutside);
	}

	private long count(final Outcome outcome) {
		return counts.get(outcome.ordinal());
	}
}
