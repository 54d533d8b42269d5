// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.precomputed.shard;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.imageryclient.CorruptData;
import org.imageryclient.testing.MemoryStore;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the message says of each way in which a shard file can be broken. */
class BrokenShardTest {

	private static final ShardingSpec RAW = spec(DataEncoding.RAW);

	private static final ShardingSpec GZIP = spec(DataEncoding.GZIP);

	private static final Map<Long, byte[]> CHUNKS = Map.of(4L, bytes(100), 6L,
		bytes(50), 5L, bytes(20));

	/** The shard index: two minishards of 16 bytes each. */
	private static final int INDEX = 32;

	/**
	 * @param message what the message must hold besides the file
	 */
	private record Broken(String what, ShardingSpec spec,
		UnaryOperator<byte[]> damage, List<String> message)
	{

		@Override
		public String toString() {
			return what;
		}
	}

	static Stream<Broken> broken() {
		return Stream.of( //
			broken("the shard index ends early", RAW, file -> Arrays.copyOf(file, 20),
				"Expected 32 bytes of the shard index", "after 20 at byte 0"), //
			broken("a minishard index begins after its end", RAW, file -> withLong(
				file, 0, 500), "Expected the range of a minishard index", "500 to 48",
				"at byte 0"), //
			broken("a minishard index begins below zero", RAW, file -> withLong(file,
				0, -1), "Expected the range of a minishard index",
				"18446744073709551615 to 48", "at byte 0"), //
			broken("a minishard index ends at the end of all numbers", RAW,
				file -> withLong(file, 8, Long.MAX_VALUE),
				"Expected the range of a minishard index", "0 to 9223372036854775807",
				"at byte 0"), //
			broken("a minishard index is longer than any", RAW, file -> withLong(file,
				8, 1L << 40), "a minishard index of at most", "0 to 1099511627776",
				"at byte 0"), //
			broken("a minishard index lies beyond the file", RAW, file -> withLong(
				withLong(file, 0, 1 << 20), 8, (1 << 20) + 24),
				"Expected 24 bytes of the index of minishard 0",
				"end of the file after 0", "at byte 1048608"), //
			broken("a minishard index ends beyond the file", RAW, file -> withLong(
				file, 8, 4800), "Expected 4800 bytes of the index of minishard 0",
				"end of the file after", "at byte 32"), //
			broken("a minishard index has half an entry", RAW, file -> withLong(file,
				8, 36), "Expected a minishard index of a multiple of 24 bytes",
				"was 36", "byte 32"), //
			broken("a compressed minishard index is broken", GZIP, file -> withByte(
				file, INDEX + 12, file[INDEX + 12] ^ 0x55), "gzip", "byte 32",
				"the index of minishard 0"), //
			broken("a compressed minishard index is not compressed", GZIP,
				file -> withByte(file, INDEX, 0), "gzip", "byte 32",
				"the index of minishard 0"), //
			broken("a chunk lies beyond the file", RAW, file -> withLong(file, INDEX +
				16, 1 << 20), "Expected 100 bytes of chunk 4",
				"end of the file after 0", "at byte 1048608"), //
			broken("a chunk ends beyond the file", RAW, file -> Arrays.copyOf(file,
				INDEX + 48 + 5 + 70), "Expected 100 bytes of chunk 4",
				"end of the file after 70", "at byte 85"), //
			broken("a chunk begins below zero", RAW, file -> withLong(file, INDEX +
				16, -1000), "chunk 4", "at byte 18446744073709550648"), //
			broken("a chunk is larger than any", RAW, file -> withLong(file, INDEX +
				32, 1L << 40), "Expected at most 1000 bytes", "was 1099511627776",
				"chunk 4"), //
			broken("a chunk has a size below zero", RAW, file -> withLong(file,
				INDEX + 32, -7), "Expected at most 1000 bytes",
				"was 18446744073709551609", "chunk 4"), //
			broken("a compressed chunk is broken", GZIP, file -> damageChunk(file),
				"gzip", "chunk 4", "at byte "));
	}

	@ParameterizedTest
	@MethodSource("broken")
	void message_names_file_offset_and_what_was_expected_and_found(
		final Broken broken)
	{
		final MemoryStore files = ShardFiles.write(broken.spec(), CHUNKS);
		files.put("s0/0.shard", broken.damage().apply(files.get("s0/0.shard")));
		final CorruptData error = assertThrows(CorruptData.class,
			() -> new ShardedStore(files, "s0", broken.spec()).read("4", 1000));
		assertAll(Stream.concat(broken.message().stream(), Stream.of(
			"memory/s0/0.shard", "; try ")).map(part -> () -> assertTrue(error
				.getMessage().contains(part), () -> "\"" + part + "\" is not in: " +
					error.getMessage())));
	}

	/** Seeded: a failure repeats itself. */
	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4 })
	void random_damage_gives_bytes_or_corrupt_data_only(final long seed) {
		final Random random = new Random(seed);
		final ShardingSpec spec = seed % 2 == 0 ? RAW : GZIP;
		final byte[] whole = ShardFiles.write(spec, CHUNKS).get("s0/0.shard");
		for (int round = 0; round < 3000; round++) {
			final byte[] damaged = random.nextInt(4) == 0 ? Arrays.copyOf(whole,
				random.nextInt(whole.length)) : whole.clone();
			for (int i = random.nextInt(4); i >= 0 && damaged.length > 0; i--)
				damaged[random.nextInt(damaged.length)] = (byte) (random.nextBoolean()
					? random.nextInt() : random.nextInt(2) * 255);
			final MemoryStore files = new MemoryStore("memory").put("s0/0.shard",
				damaged);
			final ShardedStore store = new ShardedStore(files, "s0", spec);
			for (final String id : List.of("4", "5", "6", "7"))
				readOrRefuse(store, id);
		}
	}

	private static void readOrRefuse(final ShardedStore store, final String id) {
		try {
			store.read(id, 1000);
		}
		catch (final CorruptData expected) {
			assertTrue(expected.getMessage().contains("0.shard"), expected
				.getMessage());
		}
	}

	private static ShardingSpec spec(final DataEncoding encoding) {
		return new ShardingSpec(0, ShardHash.IDENTITY, 1, 0, encoding, encoding);
	}

	private static Broken broken(final String what, final ShardingSpec spec,
		final UnaryOperator<byte[]> damage, final String... message)
	{
		return new Broken(what, spec, damage, List.of(message));
	}

	private static byte[] withLong(final byte[] file, final int at,
		final long value)
	{
		ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putLong(at, value);
		return file;
	}

	private static byte[] withByte(final byte[] file, final int at,
		final int value)
	{
		file[at] = (byte) value;
		return file;
	}

	/**
	 * The chunks follow the index of their minishard, which ends where it says.
	 */
	private static byte[] damageChunk(final byte[] file) {
		final int end = INDEX + (int) ByteBuffer.wrap(file).order(
			ByteOrder.LITTLE_ENDIAN).getLong(8);
		for (int i = end + 5; i < end + 100; i++)
			file[i] ^= 0x5a;
		return file;
	}

	private static byte[] bytes(final int length) {
		final byte[] bytes = new byte[length];
		new Random(length).nextBytes(bytes);
		return bytes;
	}
}
