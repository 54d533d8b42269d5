// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.testing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Packs chunks into two shards of two minishards: identity hash, nothing
 * compressed (reference/formats.md §4).
 */
final class ShardWriter {

	static final String SPECIFICATION =
		"{\"@type\": \"neuroglancer_uint64_sharded_v1\", \"preshift_bits\": 0," +
			" \"hash\": \"identity\", \"minishard_bits\": 1, \"shard_bits\": 1," +
			" \"minishard_index_encoding\": \"raw\", \"data_encoding\": \"raw\"}";

	private static final int INDEX_BYTES = 2 * 16;

	private ShardWriter() {}

	static Map<String, byte[]> shards(final Map<Long, byte[]> chunks) {
		final Map<String, byte[]> shards = new LinkedHashMap<>();
		for (int shard = 0; shard < 2; shard++)
			shards.put(shard + ".shard", shard(chunks, shard));
		return shards;
	}

	private static byte[] shard(final Map<Long, byte[]> chunks, final int shard) {
		final ByteArrayOutputStream body = new ByteArrayOutputStream();
		final ByteBuffer index = buffer(INDEX_BYTES);
		for (int minishard = 0; minishard < 2; minishard++) {
			final Map<Long, byte[]> members = new TreeMap<>();
			for (final Map.Entry<Long, byte[]> chunk : chunks.entrySet())
				if ((chunk.getKey() & 3) == (shard << 1 | minishard)) members.put(chunk
					.getKey(), chunk.getValue());
			final byte[] minishardIndex = append(members, body);
			index.putLong(body.size());
			body.writeBytes(minishardIndex);
			index.putLong(body.size());
		}
		final ByteBuffer all = buffer(INDEX_BYTES + body.size());
		return all.put(index.array()).put(body.toByteArray()).array();
	}

	/** Appends the chunks, and gives the index that finds them. */
	private static byte[] append(final Map<Long, byte[]> members,
		final ByteArrayOutputStream body)
	{
		final int count = members.size();
		final ByteBuffer index = buffer(count * 24);
		long lastId = 0;
		long lastEnd = 0;
		int i = 0;
		for (final Map.Entry<Long, byte[]> chunk : members.entrySet()) {
			index.putLong(8 * i, chunk.getKey() - lastId);
			index.putLong(8 * (count + i), body.size() - lastEnd);
			index.putLong(8 * (2 * count + i), chunk.getValue().length);
			body.writeBytes(chunk.getValue());
			lastId = chunk.getKey();
			lastEnd = body.size();
			i++;
		}
		return index.array();
	}

	private static ByteBuffer buffer(final int length) {
		return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
	}
}
