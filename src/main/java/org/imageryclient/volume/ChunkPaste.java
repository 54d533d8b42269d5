// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.volume;

import java.util.Arrays;

import org.imageryclient.geom.Long3;
import org.imageryclient.geom.VoxelBox;
import org.imageryclient.precomputed.codec.IndexedLabels;

/**
 * Copies the part of a chunk that lies in the box of a read to its place in the
 * result, row by row. Chunks do not overlap, so many may be pasted at once.
 */
final class ChunkPaste {

	private final int chunkWidth;
	private final int chunkHeight;
	private final int chunkVoxels;
	private final int fromX;
	private final int fromY;
	private final int fromZ;
	private final int toX;
	private final int toY;
	private final int toZ;
	private final int width;
	private final int height;
	private final int depth;

	/**
	 * @param target the box that is read
	 * @param chunk the voxels of the chunk, all of them
	 */
	ChunkPaste(final VoxelBox target, final VoxelBox chunk) {
		final VoxelBox part = target.intersect(chunk);
		final Long3 from = part.min().minus(chunk.min());
		final Long3 to = part.min().minus(target.min());
		chunkWidth = (int) chunk.size().x();
		chunkHeight = (int) chunk.size().y();
		chunkVoxels = (int) chunk.voxelCount();
		fromX = (int) from.x();
		fromY = (int) from.y();
		fromZ = (int) from.z();
		toX = (int) to.x();
		toY = (int) to.y();
		toZ = (int) to.z();
		width = (int) part.size().x();
		height = (int) part.size().y();
		depth = (int) part.size().z();
	}

	/**
	 * @param chunk x fastest, then y, z, channel
	 */
	void samples(final Object chunk, final Planes target, final int channels) {
		final boolean wholeRows = width == chunkWidth && width == target.width();
		final int length = wholeRows ? width * height : width;
		final int rows = wholeRows ? 1 : height;
		for (int c = 0; c < channels; c++) {
			for (int z = 0; z < depth; z++) {
				final int plane = c * target.depth() + toZ + z;
				int from = c * chunkVoxels + chunkRow(0, z);
				int to = targetRow(target, plane, 0);
				for (int row = 0; row < rows; row++) {
					System.arraycopy(chunk, from, target.array(plane), to, length);
					from += chunkWidth;
					to += target.width();
				}
			}
		}
	}

	/** Adds the ids of the part to the table and pastes their positions. */
	void labels(final IndexedLabels chunk, final LabelTable table,
		final Planes target)
	{
		final int[] map = table.positionsOf(chunk.ids(), used(chunk));
		if (map.length == 1) fill(map[0], target);
		else map(chunk.indices(), map, target);
	}

	private void fill(final int position, final Planes target) {
		// The result is born as zeros.
		if (position == 0) return;
		for (int z = 0; z < depth; z++) {
			final int[] array = (int[]) target.array(toZ + z);
			for (int y = 0; y < height; y++) {
				final int to = targetRow(target, toZ + z, y);
				Arrays.fill(array, to, to + width, position);
			}
		}
	}

	private void map(final int[] indices, final int[] map, final Planes target) {
		for (int z = 0; z < depth; z++) {
			final int[] array = (int[]) target.array(toZ + z);
			for (int y = 0; y < height; y++)
				mapRow(indices, chunkRow(y, z), map, array, targetRow(target, toZ + z,
					y), width);
		}
	}

	/**
	 * Most rows of a chunk lie within one segment: to see that takes a quarter of
	 * the time of looking each voxel up.
	 */
	private static void mapRow(final int[] indices, final int from,
		final int[] map, final int[] target, final int to, final int length)
	{
		final int first = indices[from];
		int differences = 0;
		for (int i = 1; i < length; i++)
			differences |= indices[from + i] ^ first;
		if (differences != 0) {
			for (int i = 0; i < length; i++)
				target[to + i] = map[indices[from + i]];
		}
		else if (map[first] != 0) Arrays.fill(target, to, to + length, map[first]);
	}

	/** Which ids of the chunk occur in the part. All do if it is all of it. */
	private boolean[] used(final IndexedLabels chunk) {
		final boolean[] used = new boolean[chunk.ids().length];
		if (width * height * depth == chunkVoxels || used.length == 1) {
			Arrays.fill(used, true);
			return used;
		}
		final int[] indices = chunk.indices();
		for (int z = 0; z < depth; z++) {
			for (int y = 0; y < height; y++) {
				final int from = chunkRow(y, z);
				// Labels come in runs: a store for each of them, not for each voxel.
				int last = indices[from];
				used[last] = true;
				for (int i = 1; i < width; i++) {
					final int index = indices[from + i];
					if (index != last) used[index] = true;
					last = index;
				}
			}
		}
		return used;
	}

	private int chunkRow(final int y, final int z) {
		return ((fromZ + z) * chunkHeight + fromY + y) * chunkWidth + fromX;
	}

	private int targetRow(final Planes target, final int plane, final int y) {
		return target.offset(plane) + (toY + y) * target.width() + toX;
	}
}
