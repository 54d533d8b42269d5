// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.mask;

import org.imageryclient.volume.Planes;

/** Cuts 8-bit slices, 0 or 255, out of an index image. */
final class MaskSlice {

	private static final byte INSIDE = (byte) 255;

	private MaskSlice() {}

	/** Rows are the later remaining axis, as in the reference's pictures. */
	static byte[] of(final Planes indices, final int axis, final int slice,
		final boolean[] isMember)
	{
		final int width = indices.width();
		final int height = indices.height();
		final int depth = indices.depth();
		final byte[] out = new byte[axis == 2 ? width * height : axis == 1 ? Math
			.multiplyExact(width, depth) : Math.multiplyExact(height, depth)];
		if (axis == 2) {
			fill(indices, slice, 0, width * height, 1, out, 0, isMember);
			return out;
		}
		for (int z = 0; z < depth; z++) {
			if (axis == 1) fill(indices, z, slice * width, width, 1, out, z * width,
				isMember);
			else fill(indices, z, slice, height, width, out, z * height, isMember);
		}
		return out;
	}

	private static void fill(final Planes indices, final int plane,
		final int start, final int count, final int step, final byte[] out,
		final int outStart, final boolean[] isMember)
	{
		final int[] array = (int[]) indices.array(plane);
		final int from = indices.offset(plane) + start;
		for (int i = 0; i < count; i++)
			if (isMember[array[from + i * step]]) out[outStart + i] = INSIDE;
	}
}
