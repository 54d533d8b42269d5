// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.ij;

import com.carrotsearch.hppc.LongIntHashMap;

import java.awt.Rectangle;
import java.util.Arrays;

import org.imageryclient.mask.LabelRuns;
import org.imageryclient.volume.Planes;

/**
 * One slice of an index image, as the runs of each mask. A slice is looked at
 * once however many masks there are, and a mask costs what its own box is
 * large.
 */
final class SliceRuns implements LabelRuns.Visitor {

	private static final int NONE = -1;
	private static final int NUMBERS = 4;

	private final int[] maskOfIndex;
	/** Of each run: mask, y, first x, x after the last. */
	private int[] runs = new int[1024 * NUMBERS];
	private int count;
	/** The runs in the order of their masks, and where those of each begin. */
	private int[] order = new int[0];
	private final int[] starts;

	/**
	 * @param table the id of each index
	 * @param ids of the masks, whose places in this array are their numbers
	 */
	SliceRuns(final long[] table, final long[] ids) {
		final LongIntHashMap numbers = new LongIntHashMap(ids.length);
		for (int n = 0; n < ids.length; n++)
			numbers.put(ids[n], n);
		maskOfIndex = Arrays.stream(table).mapToInt(id -> numbers.getOrDefault(id,
			NONE)).toArray();
		starts = new int[ids.length + 1];
	}

	/** Forgets the slice before. */
	void read(final Planes indices, final int z) {
		count = 0;
		Arrays.fill(starts, 0);
		LabelRuns.visit(indices, z, this);
		for (int n = 1; n < starts.length; n++)
			starts[n] += starts[n - 1];
		if (order.length < count) order = new int[runs.length / NUMBERS];
		final int[] next = starts.clone();
		for (int i = 0; i < count; i++)
			order[next[runs[i * NUMBERS]]++] = i;
	}

	@Override
	public void run(final int index, final int from, final int to, final int y,
		final int z)
	{
		final int mask = maskOfIndex[index];
		if (mask == NONE) return;
		final int at = count++ * NUMBERS;
		if (at == runs.length) runs = Arrays.copyOf(runs, 2 * at);
		runs[at] = mask;
		runs[at + 1] = y;
		runs[at + 2] = from;
		runs[at + 3] = to;
		starts[mask + 1]++;
	}

	boolean isEmpty(final int mask) {
		return starts[mask] == starts[mask + 1];
	}

	/** The smallest box around a mask that is not empty. */
	Rectangle bounds(final int mask) {
		final Rectangle box = new Rectangle();
		box.width = NONE;
		box.height = NONE;
		for (int i = starts[mask]; i < starts[mask + 1]; i++) {
			final int at = order[i] * NUMBERS;
			box.add(new Rectangle(runs[at + 2], runs[at + 1], runs[at + 3] - runs[at +
				2], 1));
		}
		return box;
	}

	/** Rows of a mask in its box: 255 where it is, else 0. */
	byte[] pixels(final int mask, final Rectangle box) {
		final byte[] pixels = new byte[Math.multiplyExact(box.width, box.height)];
		for (int i = starts[mask]; i < starts[mask + 1]; i++) {
			final int at = order[i] * NUMBERS;
			final int row = (runs[at + 1] - box.y) * box.width - box.x;
			Arrays.fill(pixels, row + runs[at + 2], row + runs[at + 3], (byte) 255);
		}
		return pixels;
	}
}
