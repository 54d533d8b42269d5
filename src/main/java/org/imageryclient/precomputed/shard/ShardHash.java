// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.precomputed.shard;

/** What spreads ids over shards. */
public enum ShardHash {

		/** The id itself: neighbours share a shard. */
		IDENTITY,
		/** The low half of MurmurHash3_x86_128, seed 0, of the id's 8 bytes. */
		MURMURHASH3_X86_128;

	long of(final long id) {
		return this == IDENTITY ? id : Murmur3.low64(id);
	}
}
