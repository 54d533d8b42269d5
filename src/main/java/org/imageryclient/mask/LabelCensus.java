// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.mask;

import java.util.Arrays;

import org.imageryclient.geom.Long3;
import org.imageryclient.geom.VoxelBox;
import org.imageryclient.volume.Planes;

/**
 * How many voxels carry each index of an index image and where they lie, found
 * in one pass.
 */
final class LabelCensus implements LabelRuns.Visitor {

	private final long[] counts;
	private final int[][] min = new int[3][];
	private final int[][] max = new int[3][];

	LabelCensus(final Planes indices, final int tableLength) {
		counts = new long[tableLength];
		for (int d = 0; d < 3; d++) {
			min[d] = new int[tableLength];
			max[d] = new int[tableLength];
			Arrays.fill(min[d], Integer.MAX_VALUE);
			Arrays.fill(max[d], -1);
		}
		LabelRuns.visit(indices, this);
	}

	@Override
	public void run(final int index, final int from, final int to, final int y,
		final int z)
	{
		counts[index] += to - from;
		extend(0, index, from, to - 1);
		extend(1, index, y, y);
		extend(2, index, z, z);
	}

	private void extend(final int d, final int index, final int from,
		final int to)
	{
		if (from < min[d][index]) min[d][index] = from;
		if (to > max[d][index]) max[d][index] = to;
	}

	long count(final int index) {
		return counts[index];
	}

	/** The number of indices that can occur. */
	int size() {
		return counts.length;
	}

	/** Where the voxels of an index that occurs lie. */
	VoxelBox bounds(final int index) {
		return new VoxelBox(new Long3(min[0][index], min[1][index], min[2][index]),
			new Long3(max[0][index] + 1L, max[1][index] + 1L, max[2][index] + 1L));
	}
}
