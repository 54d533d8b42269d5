// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.precomputed;

import java.util.function.BiFunction;

import org.imageryclient.CorruptData;
import org.imageryclient.Unsupported;
import org.imageryclient.geom.Long3;
import org.imageryclient.geom.VoxelBox;
import org.imageryclient.precomputed.codec.ChunkCodec;
import org.imageryclient.precomputed.codec.ChunkShape;
import org.imageryclient.precomputed.codec.Encoding;
import org.imageryclient.precomputed.codec.IndexedLabels;
import org.imageryclient.precomputed.codec.LabelCodec;
import org.imageryclient.precomputed.codec.LabelIndexing;
import org.imageryclient.precomputed.codec.MalformedChunk;
import org.imageryclient.precomputed.shard.ShardedStore;
import org.imageryclient.store.ByteStore;
import org.imageryclient.store.StoredBytes;

/** Reads the chunks of one scale. */
final class ScaleReader {

	/**
	 * So that of a chunk a little too long the codec, which knows more, says so.
	 */
	private static final int SLACK = 1024;

	private final String address;

	private final PrecomputedInfo info;

	private final Scale scale;

	private final ChunkGrid grid;

	private final RegionsOfInterest regions;

	private final ByteStore chunks;

	ScaleReader(final String address, final PrecomputedInfo info,
		final Scale scale, final ByteStore volume)
	{
		this.address = address;
		this.info = info;
		this.scale = scale;
		this.grid = scale.grid();
		this.regions = new RegionsOfInterest(info.rois(), info.scales().get(0)
			.resolution(), scale.resolution());
		this.chunks = scale.sharding().<ByteStore> map(spec -> new ShardedStore(
			volume, scale.key(), spec)).orElse(volume);
	}

	Scale scale() {
		return scale;
	}

	ChunkGrid grid() {
		return grid;
	}

	ChunkShape shape(final Long3 cell) {
		final VoxelBox box = grid.cellBox(cell);
		final Long3 size = box.size();
		// An array has at most about 2^31 elements, and each of the three sizes may
		// be
		// up to 2^53, so that their product need not fit a long.
		final double samples = (double) size.x() * size.y() * size.z() * info
			.channels();
		if (samples > Integer.MAX_VALUE - 8) throw new Unsupported(
			"Expected chunks of at most " + (Integer.MAX_VALUE - 8) +
				" samples but was " + size.x() + " x " + size.y() + " x " + size.z() +
				" voxels of " + info.channels() + " channels at scale " + scale.key() +
				" of " + address +
				"; try another copy of the data with smaller chunks.");
		return new ChunkShape((int) size.x(), (int) size.y(), (int) size.z(), info
			.channels(), info.dataType());
	}

	ChunkCodec codec() {
		return Encoding.ofWord(scale.encoding()).orElseThrow(() -> new Unsupported(
			"Expected an encoding that can be read (" + Encoding.words() +
				") but was \"" + scale.encoding() + "\" at scale " + scale.key() +
				" of " + address + "; try another scale, or another copy of the data."))
			.codec(scale.blockSize());
	}

	ChunkRead<Object> readSamples(final Long3 cell) {
		return read(cell, codec()::decode);
	}

	ChunkRead<IndexedLabels> readLabels(final Long3 cell) {
		if (info.channels() != 1 || !info.dataType().isInteger())
			throw new Unsupported(
				"Expected labels (1 channel of an integer type) but was " + info
					.channels() + " of " + info.dataType().word() + " at " + address +
					"; try it as an image.");
		final ChunkCodec codec = codec();
		if (codec instanceof LabelCodec labels) return read(cell,
			labels::decodeLabels);
		return read(cell, (payload, shape) -> LabelIndexing.index(codec.decode(
			payload, shape), shape));
	}

	private <T> ChunkRead<T> read(final Long3 cell,
		final BiFunction<byte[], ChunkShape, T> decoder)
	{
		final ChunkShape shape = shape(cell);
		if (!regions.mayHold(grid.cellBox(cell))) return ChunkRead.empty(
			ChunkOutcome.SKIPPED);
		final String key = key(cell);
		final StoredBytes stored = chunks.read(key, codec().maxPayloadLength(
			shape) + SLACK);
		return switch (stored.outcome()) {
			case ABSENT -> ChunkRead.empty(ChunkOutcome.ABSENT);
			case FORBIDDEN -> ChunkRead.empty(ChunkOutcome.FORBIDDEN);
			case PRESENT -> ChunkRead.of(decode(stored.bytes(), shape, cell,
				decoder));
		};
	}

	private <T> T decode(final byte[] payload, final ChunkShape shape,
		final Long3 cell, final BiFunction<byte[], ChunkShape, T> decoder)
	{
		try {
			return decoder.apply(payload, shape);
		}
		catch (final MalformedChunk exc) {
			throw new CorruptData(exc.getMessage() + (exc.byteOffset() < 0 ? " in "
				: " at byte " + exc.byteOffset() + " of ") + place(cell) +
				"; try another scale, or report it to those who publish the data.",
				exc);
		}
	}

	/** Which chunk of which volume, and where it is stored. */
	private String place(final Long3 cell) {
		final String stored = chunks.describe(key(cell));
		return "the " + scale.encoding() + " chunk " + grid.name(cell) + " of " +
			address + (scale.sharding().isPresent() ? " (" + stored + ")"
				: ", stored at " + stored);
	}

	private String key(final Long3 cell) {
		if (scale.sharding().isPresent()) return Long.toUnsignedString(grid
			.mortonCode(cell));
		return scale.key() + "/" + grid.name(cell);
	}
}
