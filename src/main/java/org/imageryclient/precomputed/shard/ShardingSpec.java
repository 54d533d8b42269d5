// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.precomputed.shard;

import java.util.Locale;

import org.imageryclient.json.JsonCursor;

/**
 * Where the chunks of a sharded scale are: which file, and which minishard of it.
 * Pure arithmetic, no I/O. Source: specification of
 * {@code neuroglancer_uint64_sharded_v1}.
 *
 * @param preshiftBits how many low bits of the id are dropped before hashing: 0
 *          to 64
 * @param minishardBits how many low bits of the hash name the minishard: 0 to 64
 * @param shardBits how many bits above those name the shard file: 0 to 64, and
 *          at most 64 with {@code minishardBits}
 * @param minishardIndexEncoding of the indices in a shard file
 * @param dataEncoding of the chunks in a shard file
 */
public record ShardingSpec(int preshiftBits, ShardHash hash,
	int minishardBits, int shardBits, DataEncoding minishardIndexEncoding,
	DataEncoding dataEncoding)
{

	/** The only value of {@code @type}. */
	public static final String TYPE = "neuroglancer_uint64_sharded_v1";

	/**
	 * @throws org.imageryclient.CorruptData if a member is missing or wrong
	 */
	public static ShardingSpec parse(final JsonCursor sharding) {
		final JsonCursor type = sharding.get("@type");
		if (!type.asString().equals(TYPE)) throw type.error("\"" + TYPE + "\"");
		final int preshift = bits(sharding.get("preshift_bits"));
		final ShardHash hash = hash(sharding.get("hash"));
		final int minishard = bits(sharding.get("minishard_bits"));
		final JsonCursor shardBits = sharding.get("shard_bits");
		final int shard = bits(shardBits);
		if (minishard + shard > Long.SIZE) throw shardBits.error("at most " +
			(Long.SIZE - minishard) +
			", so that minishard_bits and shard_bits are at most 64 together,");
		return new ShardingSpec(preshift, hash, minishard, shard, encoding(sharding,
			"minishard_index_encoding"), encoding(sharding, "data_encoding"));
	}

	/** The number of the minishard that holds {@code id}, unsigned. */
	public long minishardOf(final long id) {
		return lowBits(hashOf(id), minishardBits);
	}

	/** The number of the shard that holds {@code id}, unsigned. */
	public long shardOf(final long id) {
		return lowBits(shiftRight(hashOf(id), minishardBits), shardBits);
	}

	/** The file of the shard that holds {@code id}, such as {@code 0a.shard}. */
	public String fileOf(final long id) {
		final String hex = Long.toHexString(shardOf(id));
		final int digits = Math.max(1, (shardBits + 3) / 4);
		return "0".repeat(digits - hex.length()) + hex + ".shard";
	}

	private long hashOf(final long id) {
		return hash.of(shiftRight(id, preshiftBits));
	}

	/** Java's own shift by 64 does nothing. */
	private static long shiftRight(final long value, final int bits) {
		return bits >= Long.SIZE ? 0 : value >>> bits;
	}

	private static long lowBits(final long value, final int bits) {
		return bits >= Long.SIZE ? value : value & ((1L << bits) - 1);
	}

	private static int bits(final JsonCursor value) {
		return (int) value.asLong(0, Long.SIZE);
	}

	private static ShardHash hash(final JsonCursor value) {
		final String word = value.asString();
		for (final ShardHash hash : ShardHash.values())
			if (hash.name().equalsIgnoreCase(word)) return hash;
		throw value.error("\"identity\" or \"murmurhash3_x86_128\"");
	}

	private static DataEncoding encoding(final JsonCursor sharding,
		final String member)
	{
		return sharding.find(member).map(value -> switch (value.asString()
			.toLowerCase(Locale.ROOT)) {
			case "raw" -> DataEncoding.RAW;
			case "gzip" -> DataEncoding.GZIP;
			default -> throw value.error("\"raw\" or \"gzip\"");
		}).orElse(DataEncoding.RAW);
	}
}
