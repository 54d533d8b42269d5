// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

import org.imageryclient.geom.Long3;
import org.imageryclient.geom.Resolution;
import org.imageryclient.geom.VoxelBox;
import org.imageryclient.precomputed.ChunkGrid;
import org.imageryclient.precomputed.DataType;

/**
 * A precomputed volume whose voxels are a formula of the position of their
 * centres in nm, so that every scale can be checked without a copy of it:
 *
 * <pre>
 * FormulaVolume volume = FormulaVolume.raw(DataType.UINT8, PositionFormula.DISTINCT)
 * 	.scale(new Resolution(4, 4, 40), new Long3(-3, 100, 7), new Long3(90, 70, 9),
 * 		new Long3(32, 32, 4));
 * volume.writeTo(folder);
 * assertEquals(volume.valueAt(0, 5, 100, 8, 0), …);
 * </pre>
 */
public final class FormulaVolume {

	private record FormulaScale(String key, Resolution resolution,
		ChunkGrid grid)
	{}

	private final DataType type;
	private final PositionFormula formula;
	private final String encoding;
	private final Long3 block;
	private final List<FormulaScale> scales = new ArrayList<>();
	private int channels = 1;
	private boolean isSharded;

	private FormulaVolume(final DataType type, final PositionFormula formula,
		final String encoding, final Long3 block)
	{
		this.type = type;
		this.formula = formula;
		this.encoding = encoding;
		this.block = block;
	}

	/** Imagery, raw chunks. */
	public static FormulaVolume raw(final DataType type,
		final PositionFormula formula)
	{
		return new FormulaVolume(type, formula, "raw", Long3.ZERO);
	}

	/**
	 * A segmentation, compressed_segmentation chunks in blocks of 8 x 8 x 8.
	 *
	 * @param type UINT32 or UINT64
	 */
	public static FormulaVolume labels(final DataType type,
		final PositionFormula formula)
	{
		return new FormulaVolume(type, formula, "compressed_segmentation",
			new Long3(8, 8, 8));
	}

	/** Adds a scale, finest first. */
	public FormulaVolume scale(final Resolution resolution, final Long3 offset,
		final Long3 size, final Long3 chunkSize)
	{
		scales.add(new FormulaScale("s" + scales.size(), resolution, new ChunkGrid(
			VoxelBox.ofSize(offset, size), chunkSize)));
		return this;
	}

	/** Channel c holds the formula's value plus 31 c. */
	public FormulaVolume channels(final int count) {
		channels = count;
		return this;
	}

	/** Puts the chunks of each scale into two shards of two minishards. */
	public FormulaVolume sharded() {
		isSharded = true;
		return this;
	}

	public ChunkGrid grid(final int mip) {
		return scales.get(mip).grid;
	}

	public Resolution resolution(final int mip) {
		return scales.get(mip).resolution;
	}

	/**
	 * The value at a voxel of a scale, as an unsigned or signed integer of the
	 * volume's type in a long; 0 outside the bounds.
	 */
	public long valueAt(final int mip, final long x, final long y, final long z,
		final int channel)
	{
		final FormulaScale scale = scales.get(mip);
		if (!scale.grid.bounds().contains(new Long3(x, y, z))) return 0;
		final Resolution r = scale.resolution;
		final long value = formula.at((x + 0.5) * r.x(), (y + 0.5) * r.y(), (z +
			0.5) * r.z()) + 31L * channel;
		return switch (type) {
			case UINT8 -> value & 0xFF;
			case INT8 -> (byte) value;
			case UINT16, FLOAT32, FLOAT64 -> value & 0xFFFF;
			case INT16 -> (short) value;
			case UINT32 -> value & 0xFFFFFFFFL;
			case INT32 -> (int) value;
			case UINT64, INT64 -> value;
		};
	}

	/** All files by their names relative to the volume, in memory. */
	public Map<String, byte[]> files() {
		final Map<String, byte[]> files = new LinkedHashMap<>();
		emit(files::put);
		return files;
	}

	/** Writes the volume into a folder, which is made. */
	public void writeTo(final Path folder) {
		emit((name, bytes) -> {
			try {
				final Path file = folder.resolve(name);
				Files.createDirectories(file.getParent());
				Files.write(file, bytes);
			}
			catch (final IOException e) {
				throw new UncheckedIOException(e);
			}
		});
	}

	private void emit(final BiConsumer<String, byte[]> files) {
		files.accept("info", info().getBytes(StandardCharsets.UTF_8));
		for (int mip = 0; mip < scales.size(); mip++) {
			final FormulaScale scale = scales.get(mip);
			final Map<Long, byte[]> shard = new LinkedHashMap<>();
			final VoxelBox cells = new VoxelBox(Long3.ZERO, scale.grid.cellCount());
			for (long z = 0; z < cells.max().z(); z++) {
				for (long y = 0; y < cells.max().y(); y++) {
					for (long x = 0; x < cells.max().x(); x++) {
						final Long3 cell = new Long3(x, y, z);
						final byte[] chunk = chunk(mip, cell);
						if (isSharded) shard.put(scale.grid.mortonCode(cell), chunk);
						else files.accept(scale.key + "/" + scale.grid.name(cell), chunk);
					}
				}
			}
			if (isSharded) ShardWriter.shards(shard).forEach((name, bytes) -> files
				.accept(scale.key + "/" + name, bytes));
		}
	}

	private byte[] chunk(final int mip, final Long3 cell) {
		final VoxelBox box = scales.get(mip).grid.cellBox(cell);
		final long[] values = new long[Math.toIntExact(box.voxelCount() *
			channels)];
		int i = 0;
		for (int c = 0; c < channels; c++)
			for (long z = box.min().z(); z < box.max().z(); z++)
				for (long y = box.min().y(); y < box.max().y(); y++)
					for (long x = box.min().x(); x < box.max().x(); x++)
						values[i++] = valueAt(mip, x, y, z, c);
		return encoding.equals("raw") ? rawBytes(values) : new LabelEncoder(box
			.size(), block, type == DataType.UINT64).encode(values);
	}

	private byte[] rawBytes(final long[] values) {
		final ByteBuffer bytes = ByteBuffer.allocate(values.length * type
			.byteLength()).order(ByteOrder.LITTLE_ENDIAN);
		for (final long value : values) {
			switch (type) {
				case FLOAT32 -> bytes.putFloat(value);
				case FLOAT64 -> bytes.putDouble(value);
				default -> {
					switch (type.byteLength()) {
						case 1 -> bytes.put((byte) value);
						case 2 -> bytes.putShort((short) value);
						case 4 -> bytes.putInt((int) value);
						default -> bytes.putLong(value);
					}
				}
			}
		}
		return bytes.array();
	}

	private String info() {
		return """
				{"@type": "neuroglancer_multiscale_volume", "type": "%s", "data_type": "%s",
				 "num_channels": %d, "scales": [%s]}
				"""
			.formatted(encoding.equals("raw") ? "image" : "segmentation", type.word(),
				channels, scales.stream().map(this::scaleInfo).collect(Collectors
					.joining(",\n")));
	}

	private String scaleInfo(final FormulaScale scale) {
		final VoxelBox bounds = scale.grid.bounds();
		final Resolution r = scale.resolution;
		return """
				{"key": "%s", "size": [%s], "voxel_offset": [%s], "resolution": [%s, %s, %s],
				 "chunk_sizes": [[%s]], "encoding": "%s"%s%s}"""
			.formatted(scale.key, bounds.size(), bounds.min(), r.x(), r.y(), r.z(),
				scale.grid.chunkSize(), encoding, encoding.equals("raw") ? ""
					: ", \"compressed_segmentation_block_size\": [" + block + "]",
				isSharded ? ", \"sharding\": " + ShardWriter.SPECIFICATION : "");
	}
}
