// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.precomputed.codec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Writes compressed_segmentation in all the ways that the format allows: more
 * bits than needed, tables with entries that nobody uses, tables that blocks
 * share, tables before or after the voxels, any index where a block reaches
 * beyond the chunk.
 */
final class SegmentationWriter {

	private static final int[] BITS = { 0, 1, 2, 4, 8, 16, 32 };

	private final Random random;

	private final ChunkShape shape;

	private final int[] block;

	private final int entryWords;

	private final List<Integer> words = new ArrayList<>();

	SegmentationWriter(final Random random, final ChunkShape shape,
		final int... block)
	{
		this.random = random;
		this.shape = shape;
		this.block = block.clone();
		this.entryWords = shape.type().byteLength() / 4;
	}

	/**
	 * @param ids x fastest, then y, z, channel
	 */
	byte[] write(final long[] ids) {
		for (int c = 0; c < shape.channels(); c++)
			words.add(0);
		for (int c = 0; c < shape.channels(); c++) {
			words.set(c, words.size());
			writeChannel(Arrays.copyOfRange(ids, c * shape.voxelCount(), (c + 1) *
				shape.voxelCount()));
		}
		final ByteBuffer bytes = ByteBuffer.allocate(4 * words.size()).order(
			ByteOrder.LITTLE_ENDIAN);
		words.forEach(bytes::putInt);
		return bytes.array();
	}

	private void writeChannel(final long[] ids) {
		final int base = words.size();
		final int gx = ceilDiv(shape.x(), block[0]);
		final int gy = ceilDiv(shape.y(), block[1]);
		final int gz = ceilDiv(shape.z(), block[2]);
		for (int i = 0; i < 2 * gx * gy * gz; i++)
			words.add(0);
		final Map<List<Long>, Integer> tables = new HashMap<>();
		for (int i = 0; i < gx * gy * gz; i++) {
			final long[] inBlock = inBlock(ids, i % gx * block[0], i / gx % gy *
				block[1], i / gx / gy * block[2]);
			writeBlock(inBlock, base, base + 2 * i, tables);
		}
	}

	/** The ids of a block; -1 where it reaches beyond the chunk. */
	private long[] inBlock(final long[] ids, final int x0, final int y0,
		final int z0)
	{
		final long[] values = new long[block[0] * block[1] * block[2]];
		for (int i = 0; i < values.length; i++) {
			final int x = x0 + i % block[0];
			final int y = y0 + i / block[0] % block[1];
			final int z = z0 + i / block[0] / block[1];
			final boolean inside = x < shape.x() && y < shape.y() && z < shape.z();
			values[i] = inside ? ids[x + shape.x() * (y + shape.y() * z)]
				: Long.MIN_VALUE;
		}
		return values;
	}

	private void writeBlock(final long[] ids, final int base, final int header,
		final Map<List<Long>, Integer> tables)
	{
		final List<Long> table = new ArrayList<>(Arrays.stream(ids).filter(
			id -> id != Long.MIN_VALUE).distinct().boxed().toList());
		if (random.nextInt(4) == 0) table.add(random.nextLong());
		int width = 0;
		while (BITS[width] < 32 && 1L << BITS[width] < table.size())
			width++;
		if (random.nextInt(6) == 0) width = Math.min(width + 1, BITS.length - 1);
		final int bits = BITS[width];
		final boolean tableFirst = random.nextBoolean();
		int tableAt = tableFirst ? tableAt(table, tables) : 0;
		final int valuesAt = words.size();
		writeValues(ids, table, bits);
		if (!tableFirst) tableAt = tableAt(table, tables);
		words.set(header, tableAt - base | bits << 24);
		words.set(header + 1, bits == 0 ? random.nextInt() : valuesAt - base);
	}

	private void writeValues(final long[] ids, final List<Long> table,
		final int bits)
	{
		final int[] packed = new int[(int) ((ids.length * (long) bits + 31) / 32)];
		for (int i = 0; i < ids.length && bits > 0; i++) {
			final long any = bits == 32 ? random.nextInt() & 0xffffffffL : random
				.nextInt(1 << bits);
			final long index = ids[i] == Long.MIN_VALUE ? any : table.indexOf(ids[i]);
			packed[(int) ((long) i * bits / 32)] |= (int) (index << (long) i * bits %
				32);
		}
		Arrays.stream(packed).forEach(words::add);
	}

	private int tableAt(final List<Long> table,
		final Map<List<Long>, Integer> tables)
	{
		if (tables.containsKey(table) && random.nextBoolean()) return tables.get(
			table);
		final int at = words.size();
		for (final long id : table) {
			words.add((int) id);
			if (entryWords == 2) words.add((int) (id >>> 32));
		}
		tables.put(table, at);
		return at;
	}

	private static int ceilDiv(final int n, final int d) {
		return (n + d - 1) / d;
	}
}
