// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.benchmark;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;

import net.imglib2.img.NativeImg;

import org.imageryclient.volume.LabelRead;
import org.imageryclient.volume.Planes;

/**
 * The crc32 of voxels as little-endian bytes, x fastest, and the number of those
 * bytes: the same for an image of ids and for an index image with its table.
 */
final class VoxelChecksum {

	private final CRC32 crc = new CRC32();
	private long length;

	VoxelChecksum ofSamples(final NativeImg<?, ?> image) {
		final Planes planes = Planes.of(image);
		for (int i = 0; i < planes.count(); i++)
			add(littleEndian(planes.plane(i)));
		return this;
	}

	VoxelChecksum ofLabels(final LabelRead read) {
		final Planes planes = Planes.of(read.indices());
		for (int i = 0; i < planes.count(); i++) {
			final int[] indices = (int[]) planes.plane(i);
			final long[] ids = new long[indices.length];
			for (int k = 0; k < ids.length; k++)
				ids[k] = read.ids()[indices[k]];
			add(littleEndian(ids));
		}
		return this;
	}

	private void add(final byte[] bytes) {
		crc.update(bytes);
		length += bytes.length;
	}

	private static byte[] littleEndian(final Object plane) {
		if (plane instanceof byte[]) return (byte[]) plane;
		if (plane instanceof long[]) {
			final ByteBuffer bytes = ByteBuffer.allocate(8 * ((long[]) plane).length)
				.order(ByteOrder.LITTLE_ENDIAN);
			bytes.asLongBuffer().put((long[]) plane);
			return bytes.array();
		}
		throw new IllegalArgumentException("Expected samples of 8 or 64 bits but got " +
			plane.getClass().getSimpleName() + ".");
	}

	/** The crc32 and the number of bytes, as {@code 3590576282 65536}. */
	@Override
	public String toString() {
		return crc.getValue() + " " + length;
	}
}
