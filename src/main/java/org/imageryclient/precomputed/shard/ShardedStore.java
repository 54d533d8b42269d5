// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.precomputed.shard;

import org.imageryclient.store.*;

public final class ShardedStore implements ByteStore {

	public ShardedStore(ByteStore volume, String folder, ShardingSpec spec) {}

	public StoredBytes read(String key, long atMost) {
		return StoredBytes.ABSENT;
	}

	public StoredBytes readRange(String key, long offset, int length) {
		return StoredBytes.ABSENT;
	}

	public String describe(String key) {
		return key;
	}
}
