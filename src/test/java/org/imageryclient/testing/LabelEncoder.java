// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.testing;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

import org.imageryclient.geom.Long3;

/**
 * Writes compressed_segmentation, straightforwardly (reference/formats.md
 * §3.5): one table per block, behind its values.
 */
final class LabelEncoder {

	private final int[] size;
	private final int[] block;
	private final boolean is64;
	private int[] words = new int[1024];
	private int length;

	LabelEncoder(final Long3 size, final Long3 block, final boolean is64) {
		this.size = new int[] { (int) size.x(), (int) size.y(), (int) size.z() };
		this.block = new int[] { (int) block.x(), (int) block.y(), (int) block
			.z() };
		this.is64 = is64;
	}

	/**
	 * @param values x fastest, then y, z, channel
	 */
	byte[] encode(final long[] values) {
		final int voxels = size[0] * size[1] * size[2];
		final int channels = values.length / voxels;
		grow(channels);
		for (int c = 0; c < channels; c++) {
			words[c] = length;
			encodeChannel(values, c * voxels);
		}
		final ByteBuffer bytes = ByteBuffer.allocate(4 * length).order(
			ByteOrder.LITTLE_ENDIAN);
		bytes.asIntBuffer().put(words, 0, length);
		return bytes.array();
	}

	private void encodeChannel(final long[] values, final int start) {
		final int base = length;
		final int gx = ceilDiv(size[0], block[0]);
		final int gy = ceilDiv(size[1], block[1]);
		final int gz = ceilDiv(size[2], block[2]);
		grow(2 * gx * gy * gz);
		for (int i = 0; i < gx * gy * gz; i++)
			encodeBlock(values, start, base, base + 2 * i, i % gx * block[0], i / gx %
				gy * block[1], i / gx / gy * block[2]);
	}

	private void encodeBlock(final long[] values, final int start, final int base,
		final int header, final int x0, final int y0, final int z0)
	{
		final int count = block[0] * block[1] * block[2];
		final long[] inBlock = new long[count];
		for (int i = 0; i < count; i++) {
			// Beyond the chunk's end, its last voxel again.
			final int x = Math.min(x0 + i % block[0], size[0] - 1);
			final int y = Math.min(y0 + i / block[0] % block[1], size[1] - 1);
			final int z = Math.min(z0 + i / block[0] / block[1], size[2] - 1);
			inBlock[i] = values[start + x + size[0] * (y + size[1] * z)];
		}
		final long[] table = Arrays.stream(inBlock).sorted().distinct().toArray();
		int bits = 0;
		while (1L << bits < table.length)
			bits = Math.max(1, 2 * bits);
		final int valuesAt = length;
		grow(count * bits / 32 + (count * bits % 32 == 0 ? 0 : 1));
		for (int i = 0; i < count && bits > 0; i++)
			words[valuesAt + i * bits / 32] |= Arrays.binarySearch(table,
				inBlock[i]) << i * bits % 32;
		words[header] = length - base | bits << 24;
		words[header + 1] = valuesAt - base;
		for (final long id : table) {
			grow(is64 ? 2 : 1);
			words[length - (is64 ? 2 : 1)] = (int) id;
			if (is64) words[length - 1] = (int) (id >>> 32);
		}
	}

	private void grow(final int by) {
		length += by;
		if (length > words.length) words = Arrays.copyOf(words, 2 * length);
	}

	private static int ceilDiv(final int n, final int d) {
		return (n + d - 1) / d;
	}
}
