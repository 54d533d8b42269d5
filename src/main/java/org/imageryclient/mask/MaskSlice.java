// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.mask;

import org.imageryclient.geom.VoxelBox;
import org.imageryclient.volume.Planes;

/** Cuts 8-bit slices, 0 or 255, out of an index image. */
final class MaskSlice {

	private static final byte INSIDE = (byte) 255;

	private MaskSlice() {}

	/**
	 * Rows are the later remaining axis, as in the reference's pictures.
	 *
	 * @param window the voxels of which the slice is cut
	 */
	static byte[] of(final Planes indices, final int axis, final int slice,
		final VoxelBox window, final boolean[] isMember)
	{
		final int left = (int) window.min().get(axis == 0 ? 1 : 0);
		final int top = (int) window.min().get(axis == 2 ? 1 : 2);
		final int columns = (int) window.size().get(axis == 0 ? 1 : 0);
		final int rows = (int) window.size().get(axis == 2 ? 1 : 2);
		final byte[] out = new byte[Math.multiplyExact(columns, rows)];
		final int width = indices.width();
		for (int row = 0; row < rows; row++) {
			final int plane = axis == 2 ? slice : top + row;
			final int y = axis == 2 ? top + row : axis == 1 ? slice : left;
			final int x = axis == 0 ? slice : left;
			fill(indices, plane, y * width + x, columns, axis == 0 ? width : 1, out,
				row * columns, isMember);
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
