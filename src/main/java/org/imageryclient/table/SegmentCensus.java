// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.table;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.imageryclient.Progress;
import org.imageryclient.geom.Long3;
import org.imageryclient.geom.Point;
import org.imageryclient.geom.Resolution;
import org.imageryclient.geom.VoxelBox;
import org.imageryclient.mask.LabelIndex;
import org.imageryclient.mask.LabelRuns;
import org.imageryclient.volume.Planes;

/**
 * What one pass over the voxels tells of each id. Its arrays are as long as the
 * ids are many; nothing is kept by voxel.
 */
final class SegmentCensus implements LabelRuns.Visitor {

	private final Planes indices;
	private final LabelIndex ids;
	private final int[] labelOfIndex;
	private final List<Channel> channels;
	private final List<SampleSums> sumsOfChannels;

	private final long[] counts;
	private final int[][] min = new int[3][];
	private final int[][] max = new int[3][];
	/** Of the coordinates of the voxels, counted from the cutout's corner. */
	private final long[][] sums = new long[3][];

	/**
	 * @param table the id of each index
	 * @param channels of imagery on the same voxels
	 */
	SegmentCensus(final Planes indices, final long[] table,
		final List<Channel> channels)
	{
		this.indices = indices;
		this.channels = channels;
		ids = LabelIndex.of(table);
		labelOfIndex = ids.labelsOf(table);
		final int length = ids.size() + 1;
		sumsOfChannels = channels.stream().map(c -> new SampleSums(c.type(),
			length)).toList();
		counts = new long[length];
		for (int d = 0; d < 3; d++) {
			min[d] = new int[length];
			max[d] = new int[length];
			sums[d] = new long[length];
			Arrays.fill(min[d], Integer.MAX_VALUE);
		}
	}

	SegmentCensus count(final Progress progress) {
		for (int z = 0; z < indices.depth(); z++) {
			progress.checkCanceled();
			progress.report("Measuring segments", z, indices.depth());
			LabelRuns.visit(indices, z, this);
		}
		return this;
	}

	@Override
	public void run(final int index, final int from, final int to, final int y,
		final int z)
	{
		final int label = labelOfIndex[index];
		if (label == 0) return;
		final long length = to - from;
		counts[label] += length;
		sums[0][label] += (from + to - 1L) * length / 2;
		sums[1][label] += y * length;
		sums[2][label] += z * length;
		extend(0, label, from, to);
		extend(1, label, y, y + 1);
		extend(2, label, z, z + 1);
		for (int c = 0; c < channels.size(); c++) {
			final int row = channels.get(c).offset(z) + y * indices.width();
			sumsOfChannels.get(c).add(label, channels.get(c).array(z), row + from,
				row + to);
		}
	}

	private void extend(final int d, final int label, final int from,
		final int to)
	{
		if (from < min[d][label]) min[d][label] = from;
		if (to > max[d][label]) max[d][label] = to;
	}

	/** Of the ids that occur, in ascending unsigned order. */
	List<Segment> segments(final Resolution resolution, final Long3 origin) {
		return IntStream.rangeClosed(1, ids.size()).filter(
			label -> counts[label] > 0).mapToObj(label -> segment(label, resolution,
				origin)).toList();
	}

	private Segment segment(final int label, final Resolution resolution,
		final Long3 origin)
	{
		final VoxelBox box = new VoxelBox(new Long3(min[0][label], min[1][label],
			min[2][label]), new Long3(max[0][label], max[1][label], max[2][label]));
		return new Segment(ids.idOf(label), counts[label], box.translate(origin),
			new Point(mean(0, label, origin), mean(1, label, origin), mean(2, label,
				origin)), sumsOfChannels.stream().map(s -> s.mean(label, counts[label]))
					.toList(), touchesEdge(box), resolution);
	}

	/** Whole voxels apart from the fraction, which loses no digits so. */
	private double mean(final int d, final int label, final Long3 origin) {
		final long whole = sums[d][label] / counts[label];
		final long rest = sums[d][label] % counts[label];
		return origin.get(d) + whole + ((double) rest / counts[label] + 0.5);
	}

	private boolean touchesEdge(final VoxelBox box) {
		final Long3 size = new Long3(indices.width(), indices.height(), indices
			.depth());
		return IntStream.range(0, 3).anyMatch(d -> size.get(d) > 1 && (box.min()
			.get(d) == 0 || box.max().get(d) == size.get(d)));
	}
}
