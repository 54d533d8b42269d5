// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.precomputed.shard;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

import org.imageryclient.testing.MemoryStore;

/**
 * Writes chunks into shard files as any sharding says, with a gap before each
 * chunk, and the minishards' indices before their chunks.
 */
final class ShardFiles {

	private ShardFiles() {}

	static MemoryStore write(final ShardingSpec spec,
		final Map<Long, byte[]> chunks)
	{
		final Map<String, Map<Integer, TreeMap<Long, byte[]>>> files =
			new TreeMap<>();
		chunks.forEach((id, bytes) -> files.computeIfAbsent(spec.fileOf(id),
			f -> new TreeMap<>()).computeIfAbsent((int) spec.minishardOf(id),
				m -> new TreeMap<>(Long::compareUnsigned)).put(id, encoded(bytes, spec
					.dataEncoding())));
		final MemoryStore store = new MemoryStore("memory");
		files.forEach((name, minishards) -> store.put("s0/" + name, file(spec,
			minishards)));
		return store;
	}

	private static byte[] file(final ShardingSpec spec,
		final Map<Integer, TreeMap<Long, byte[]>> minishards)
	{
		final ByteBuffer index = little(16 << spec.minishardBits());
		final ByteArrayOutputStream body = new ByteArrayOutputStream();
		minishards.forEach((number, chunks) -> {
			final List<byte[]> data = new ArrayList<>();
			final byte[] entries = entries(chunks, body.size(), spec, data);
			index.putLong(16 * number, body.size());
			index.putLong(16 * number + 8, body.size() + (long) entries.length);
			body.writeBytes(entries);
			data.forEach(body::writeBytes);
		});
		final byte[] all = new byte[index.capacity() + body.size()];
		System.arraycopy(index.array(), 0, all, 0, index.capacity());
		System.arraycopy(body.toByteArray(), 0, all, index.capacity(), body.size());
		return all;
	}

	/** The length of the index depends on itself where it is compressed. */
	private static byte[] entries(final TreeMap<Long, byte[]> chunks,
		final int start, final ShardingSpec spec, final List<byte[]> data)
	{
		int length = 0;
		while (true) {
			final byte[] entries = encoded(entries(chunks, start + length), spec
				.minishardIndexEncoding());
			if (entries.length <= length) {
				data.add(new byte[length - entries.length]);
				chunks.values().forEach(chunk -> {
					data.add(new byte[5]);
					data.add(chunk);
				});
				return entries;
			}
			length = entries.length;
		}
	}

	private static byte[] entries(final TreeMap<Long, byte[]> chunks,
		final long start)
	{
		final int n = chunks.size();
		final ByteBuffer entries = little(24 * n);
		long lastId = 0;
		int i = 0;
		for (final Map.Entry<Long, byte[]> chunk : chunks.entrySet()) {
			entries.putLong(8 * i, chunk.getKey() - lastId);
			entries.putLong(8 * (n + i), i == 0 ? start + 5 : 5);
			entries.putLong(8 * (2 * n + i), chunk.getValue().length);
			lastId = chunk.getKey();
			i++;
		}
		return entries.array();
	}

	static byte[] encoded(final byte[] bytes, final DataEncoding encoding) {
		if (encoding == DataEncoding.RAW) return bytes;
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
			gzip.write(bytes);
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
		return out.toByteArray();
	}

	private static ByteBuffer little(final int length) {
		return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
	}
}
