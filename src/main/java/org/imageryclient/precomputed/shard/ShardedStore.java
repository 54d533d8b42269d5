// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.precomputed.shard;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;

import org.imageryclient.CorruptData;
import org.imageryclient.Unsupported;
import org.imageryclient.precomputed.shard.MinishardIndex.Extent;
import org.imageryclient.store.ByteStore;
import org.imageryclient.store.ContentEncoding;
import org.imageryclient.store.StoredBytes;
import org.imageryclient.store.StoredOutcome;

/**
 * A sharded scale as a plain store: a key is a chunk id as an unsigned decimal.
 * <p>
 * A read costs one range GET for the chunk, one for its minishard's index and
 * one for its shard's index. Indices are kept, within a bound in bytes, and
 * fetched once however many threads ask. A shard index is fetched in pages of
 * 64 KiB: nearly always that is all of it, and where it is larger a cutout does
 * not pay for the rest.
 * </p>
 * Source: specification of {@code neuroglancer_uint64_sharded_v1}.
 */
public final class ShardedStore implements ByteStore {

	static final String REMEDY =
		"try another scale, or report it to those who publish the data.";

	private static final long CACHE_BYTES = 16L << 20;

	private static final int PAIR_BYTES = 2 * Long.BYTES;

	private static final int PAGE_PAIRS = 1 << 12;

	/** A shard index of 2^40 entries is a file of 16 TiB: nobody has that. */
	private static final int MAX_MINISHARD_BITS = 40;

	private static final long MAX_FILE_LENGTH = 1L << 60;

	/** An index of ten million chunks. */
	private static final int MAX_INDEX_BYTES = 240 << 20;

	private static final int MAX_CHUNK_BYTES = Integer.MAX_VALUE - 8;

	private final ByteStore volume;

	private final String folder;

	private final ShardingSpec spec;

	private final OnceCache<PageKey, Page> pages = new OnceCache<>(CACHE_BYTES, (
		key, page) -> page.byteLength());

	private final OnceCache<MinishardKey, Minishard> minishards = new OnceCache<>(
		CACHE_BYTES, (key, minishard) -> minishard.index().byteLength());

	/**
	 * @param volume the store of the volume
	 * @param folder the key of the scale in it
	 */
	public ShardedStore(final ByteStore volume, final String folder,
		final ShardingSpec spec)
	{
		this.volume = volume;
		this.folder = folder;
		this.spec = spec;
	}

	@Override
	public StoredBytes read(final String key, final long atMost) {
		final long id = Long.parseUnsignedLong(key);
		final String file = file(id);
		final Located chunk = locate(file, id);
		if (chunk.extent().isEmpty()) return missing(chunk.outcome());
		final Extent extent = chunk.extent().get();
		final boolean gzip = spec.dataEncoding() == DataEncoding.GZIP;
		// Bytes that do not compress grow a little.
		final long longest = gzip ? atMost + atMost / 8 + 1024 : atMost;
		checkExtent(extent, longest, key);
		final StoredBytes stored = fetch(file, extent, "chunk " + key);
		if (!gzip || !stored.isPresent()) return stored;
		return StoredBytes.of(ContentEncoding.GZIP.decode(stored.bytes(), atMost,
			describe(key) + ", at byte " + extent.start()));
	}

	@Override
	public StoredBytes readRange(final String key, final long offset,
		final int length)
	{
		final StoredBytes whole = read(key, MAX_CHUNK_BYTES);
		if (!whole.isPresent()) return whole;
		final byte[] bytes = whole.bytes();
		final int from = (int) Math.min(offset, bytes.length);
		return StoredBytes.of(Arrays.copyOfRange(bytes, from, (int) Math.min(
			(long) from + length, bytes.length)));
	}

	/** The chunk and the file it is in. */
	@Override
	public String describe(final String key) {
		return "chunk " + key + " in " + volume.describe(file(Long
			.parseUnsignedLong(key)));
	}

	private Located locate(final String file, final long id) {
		if (spec.minishardBits() > MAX_MINISHARD_BITS) throw new Unsupported(
			"Expected minishard_bits of at most " + MAX_MINISHARD_BITS + " but was " +
				spec.minishardBits() + " at " + volume.describe(folder) +
				"; try another copy of the data.");
		final Minishard minishard = minishards.get(new MinishardKey(file, spec
			.minishardOf(id)), () -> readMinishard(file, spec.minishardOf(id)));
		return new Located(minishard.outcome(), minishard.index().find(id));
	}

	private Minishard readMinishard(final String file, final long number) {
		final Page page = pages.get(new PageKey(file, number / PAGE_PAIRS),
			() -> readPage(file, number / PAGE_PAIRS));
		if (page.outcome() != StoredOutcome.PRESENT) return Minishard.none(page
			.outcome());
		final int pair = 2 * (int) (number % PAGE_PAIRS);
		final long start = page.numbers()[pair];
		final long end = page.numbers()[pair + 1];
		if (start == end) return Minishard.none(StoredOutcome.ABSENT);
		final String place = "minishard " + number;
		checkRange(start, end, file, number);
		final Extent extent = new Extent(indexEnd() + start, end - start);
		final StoredBytes stored = fetch(file, extent, "the index of " + place);
		if (!stored.isPresent()) return Minishard.none(stored.outcome());
		final String where = "byte " + extent.start() + " (the index of " + place +
			") of " + volume.describe(file);
		final byte[] bytes = spec.minishardIndexEncoding() == DataEncoding.GZIP
			? ContentEncoding.GZIP.decode(stored.bytes(), MAX_INDEX_BYTES, where)
			: stored.bytes();
		return new Minishard(StoredOutcome.PRESENT, MinishardIndex.parse(bytes,
			indexEnd(), where));
	}

	private Page readPage(final String file, final long number) {
		final long offset = number * PAGE_PAIRS * PAIR_BYTES;
		final int length = (int) Math.min((long) PAGE_PAIRS * PAIR_BYTES,
			indexEnd() - offset);
		final StoredBytes stored = volume.readRange(file, offset, length);
		if (!stored.isPresent()) return new Page(stored.outcome(), new long[0]);
		checkLength(stored.bytes(), offset, length, file, "the shard index");
		final long[] numbers = new long[length / Long.BYTES];
		ByteBuffer.wrap(stored.bytes()).order(ByteOrder.LITTLE_ENDIAN)
			.asLongBuffer().get(numbers);
		return new Page(StoredOutcome.PRESENT, numbers);
	}

	/** Reads what an index says is there, so that its absence is an error. */
	private StoredBytes fetch(final String file, final Extent extent,
		final String what)
	{
		if (extent.size() == 0) return StoredBytes.ABSENT;
		final StoredBytes stored = volume.readRange(file, extent.start(),
			(int) extent.size());
		if (stored.outcome() == StoredOutcome.FORBIDDEN) return stored;
		checkLength(stored.bytes(), extent.start(), extent.size(), file, what);
		return stored;
	}

	private void checkLength(final byte[] bytes, final long offset,
		final long expected, final String file, final String what)
	{
		if (bytes.length == expected) return;
		throw new CorruptData("Expected " + expected + " bytes of " + what +
			" but was the end of the file after " + bytes.length + " at byte " +
			offset + " of " + volume.describe(file) + "; " + REMEDY);
	}

	private void checkRange(final long start, final long end, final String file,
		final long minishard)
	{
		// One comparison refuses what is negative as a signed number, too.
		final boolean ordered = start >= 0 && start < end && end < MAX_FILE_LENGTH;
		if (ordered && end - start <= MAX_INDEX_BYTES) return;
		throw new CorruptData(
			"Expected the range of a minishard index of at most " + MAX_INDEX_BYTES +
				" bytes but was " + Long.toUnsignedString(start) + " to " + Long
					.toUnsignedString(end) + " at byte " + minishard * PAIR_BYTES +
				" of " + volume.describe(file) + "; " + REMEDY);
	}

	private void checkExtent(final Extent extent, final long longest,
		final String key)
	{
		final boolean inFile = extent.start() >= 0 && extent
			.start() < MAX_FILE_LENGTH && extent.size() >= 0;
		if (inFile && extent.size() <= Math.min(longest, MAX_CHUNK_BYTES)) return;
		throw new CorruptData("Expected at most " + longest + " bytes but was " +
			Long.toUnsignedString(extent.size()) + " at byte " + Long
				.toUnsignedString(extent.start()) + " for " + describe(key) + "; " +
			REMEDY);
	}

	private long indexEnd() {
		return (long) PAIR_BYTES << spec.minishardBits();
	}

	private String file(final long id) {
		return folder + "/" + spec.fileOf(id);
	}

	private static StoredBytes missing(final StoredOutcome outcome) {
		return outcome == StoredOutcome.FORBIDDEN ? StoredBytes.FORBIDDEN
			: StoredBytes.ABSENT;
	}

	/** A part of a shard index: start and end of minishard indices, in turns. */
	private record Page(StoredOutcome outcome, long[] numbers) {

		int byteLength() {
			return 64 + Long.BYTES * numbers.length;
		}
	}

	private record PageKey(String file, long number) {}

	private record Minishard(StoredOutcome outcome, MinishardIndex index) {

		static Minishard none(final StoredOutcome reason) {
			return new Minishard(reason, MinishardIndex.EMPTY);
		}
	}

	private record MinishardKey(String file, long number) {}

	private record Located(StoredOutcome outcome, Optional<Extent> extent) {}
}
