// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.mask;

import org.imageryclient.volume.Planes;

/**
 * An index image as runs: the longest stretches of one index along x.
 *
 * <pre>
 * LabelRuns.visit(planes, (index, from, to, y, z) -> counts[index] += to -
 * 	from);
 * </pre>
 *
 * Rows of labels are mostly long runs, so only the ends of runs cost more than
 * a comparison. Nothing is allocated.
 */
public final class LabelRuns {

	private LabelRuns() {}

	/** Hears of each run once, plane by plane, row by row, in order of x. */
	@FunctionalInterface
	public interface Visitor {

		/**
		 * @param index of all voxels of the run
		 * @param from the first x
		 * @param to the x after the last
		 */
		void run(int index, int from, int to, int y, int z);
	}

	/**
	 * All runs of an image.
	 *
	 * @param indices of {@code int}
	 */
	public static void visit(final Planes indices, final Visitor visitor) {
		for (int z = 0; z < indices.depth(); z++)
			visit(indices, z, visitor);
	}

	/** All runs of one plane. */
	public static void visit(final Planes indices, final int z,
		final Visitor visitor)
	{
		final int[] array = (int[]) indices.array(z);
		final int width = indices.width();
		for (int y = 0; y < indices.height(); y++) {
			final int start = indices.offset(z) + y * width;
			final int end = start + width;
			for (int i = start; i < end;) {
				final int index = array[i];
				final int runStart = i;
				do {
					i++;
				}
				while (i < end && array[i] == index);
				visitor.run(index, runStart - start, i - start, y, z);
			}
		}
	}
}
