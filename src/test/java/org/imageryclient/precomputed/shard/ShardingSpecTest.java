// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.precomputed.shard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShardingSpecTest {

	/** reference/formats.md §4. */
	@ParameterizedTest
	@CsvSource({ "0, 4772b084e028ae41", "1, e8bd67d616d4ce9a",
		"2, d62f9cd21b013f5a", "12345, 1d31307e3a65e510",
		"1822975381, 587edeba6a30dba1", "864691135213153080, e218f07b271353da",
		"18446744073709551615, 574f66bd212b5d1a" })
	void murmur_hashes_are_those_of_the_format(final String id,
		final String hash)
	{
		assertEquals(hash, Long.toHexString(Murmur3.low64(Long.parseUnsignedLong(
			id))));
	}

	/** cloud-volume's own example. */
	@Test
	void murmur_places_an_id_as_cloud_volume_does() {
		final ShardingSpec spec = spec(6, ShardHash.MURMURHASH3_X86_128, 11, 7);
		assertEquals("42.shard", spec.fileOf(1822975381L));
		assertEquals(18, spec.minishardOf(1822975381L));
	}

	@Test
	void identity_takes_the_bits_one_after_another() {
		final ShardingSpec spec = spec(4, ShardHash.IDENTITY, 3, 8);
		final long id = 0b1_1010_0101_110_1111L;
		assertEquals(0b110, spec.minishardOf(id));
		assertEquals("a5.shard", spec.fileOf(id));
	}

	@Test
	void without_shard_bits_there_is_one_shard() {
		assertEquals("0.shard", spec(0, ShardHash.IDENTITY, 2, 0).fileOf(-1L));
	}

	@Test
	void without_minishard_bits_there_is_one_minishard() {
		assertEquals(0, spec(0, ShardHash.IDENTITY, 0, 4).minishardOf(-1L));
	}

	@Test
	void names_are_padded_to_the_digits_of_the_shard_bits() {
		assertEquals("003.shard", spec(0, ShardHash.IDENTITY, 0, 9).fileOf(3));
	}

	@Test
	void a_preshift_of_64_leaves_nothing() {
		final ShardingSpec spec = spec(64, ShardHash.IDENTITY, 8, 8);
		assertEquals(0, spec.minishardOf(-1L));
		assertEquals("00.shard", spec.fileOf(-1L));
	}

	@Test
	void minishard_bits_of_64_take_all() {
		final ShardingSpec spec = spec(0, ShardHash.IDENTITY, 64, 0);
		assertEquals(-2L, spec.minishardOf(-2L));
		assertEquals("0.shard", spec.fileOf(-2L));
	}

	@Test
	void shard_bits_of_64_are_16_digits() {
		assertEquals("fffffffffffffffe.shard", spec(0, ShardHash.IDENTITY, 0, 64)
			.fileOf(-2L));
	}

	@Test
	void high_bits_are_not_signs() {
		assertEquals("ff.shard", spec(56, ShardHash.IDENTITY, 0, 8).fileOf(-1L));
	}

	private static ShardingSpec spec(final int preshift, final ShardHash hash,
		final int minishard, final int shard)
	{
		return new ShardingSpec(preshift, hash, minishard, shard, DataEncoding.RAW,
			DataEncoding.RAW);
	}
}
