// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.table;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

import org.imageryclient.geom.Long3;

/**
 * What a segment table holds, voxel by voxel and in decimals of any length: one
 * entry for each id.
 */
final class NaiveTable {

	private static final BigDecimal HALF = new BigDecimal("0.5");

	/** A voxel's id and the samples of its channels. */
	interface Voxel {

		long id(int x, int y, int z);

		default List<BigDecimal> samples(final int x, final int y, final int z) {
			return List.of();
		}
	}

	static final class Entry {

		long voxels;
		final long[] min = { Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE };
		final long[] max = { Long.MIN_VALUE, Long.MIN_VALUE, Long.MIN_VALUE };
		private final BigDecimal[] sums = new BigDecimal[3];
		private BigDecimal[] samples = new BigDecimal[0];

		private void add(final long[] place, final List<BigDecimal> values) {
			if (voxels++ == 0) {
				Arrays.fill(sums, BigDecimal.ZERO);
				samples = new BigDecimal[values.size()];
				Arrays.fill(samples, BigDecimal.ZERO);
			}
			for (int d = 0; d < 3; d++) {
				min[d] = Math.min(min[d], place[d]);
				max[d] = Math.max(max[d], place[d] + 1);
				sums[d] = sums[d].add(BigDecimal.valueOf(place[d]).add(HALF));
			}
			for (int c = 0; c < samples.length; c++)
				samples[c] = samples[c].add(values.get(c));
		}

		double centroid(final int d) {
			return sums[d].divide(BigDecimal.valueOf(voxels), MathContext.DECIMAL128)
				.doubleValue();
		}

		double mean(final int channel) {
			return samples[channel].divide(BigDecimal.valueOf(voxels),
				MathContext.DECIMAL128).doubleValue();
		}
	}

	private NaiveTable() {}

	/** By id in ascending unsigned order. */
	static TreeMap<Long, Entry> of(final Long3 size, final Long3 origin,
		final Voxel voxel)
	{
		final TreeMap<Long, Entry> entries = new TreeMap<>(Long::compareUnsigned);
		for (int z = 0; z < size.z(); z++)
			for (int y = 0; y < size.y(); y++)
				for (int x = 0; x < size.x(); x++) {
					final long id = voxel.id(x, y, z);
					if (id != 0) entries.computeIfAbsent(id, i -> new Entry()).add(origin
						.plus(new Long3(x, y, z)).toArray(), voxel.samples(x, y, z));
				}
		return entries;
	}
}
