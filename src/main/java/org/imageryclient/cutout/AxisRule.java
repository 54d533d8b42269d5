// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.cutout;

import org.imageryclient.volume.AxisLookup;

/**
 * Which voxel of the box that is read each voxel of the result takes, along one
 * axis. Says it without writing it out, so that a plan costs nothing however
 * large the box is.
 */
public sealed

interface AxisRule {

	/** The number of voxels of the result. */
	long length();

	/**
	 * Where result voxel {@code i} comes from, from the start of what is read.
	 */
	long source(long i);

	/** Whether every voxel is copied as it is. */
	boolean isIdentity();

	/** The rule written out. */
	default AxisLookup lookup() {
		return AxisLookup.generate(Math.toIntExact(length()), i -> Math.toIntExact(
			source(i)));
	}

	/** What is read is the result. */
	record Same(long length) implements AxisRule {

	@Override
		public long source(final long i) {
			return i;
		}

	@Override
		public boolean isIdentity() {
			return true;
		}}

	/**
	 * The voxel that covers the centre (ruling 2 of doc/parity.md, aligned).
	 *
	 * @param length in result voxels
	 * @param lower the first result voxel, on the result's grid
	 * @param readFrom the first voxel read, on the source's grid
	 * @param nmPerVoxel of the result
	 * @param sourceNmPerVoxel of the source
	 */
	record Aligned(long length, long lower, long readFrom, double nmPerVoxel,
		double sourceNmPerVoxel) implements AxisRule
	{

	@Override
		public long source(final long i) {
			return ratio().sourceOfCentre(lower + i) - readFrom;
		}

	@Override
		public boolean isIdentity() {
			return nmPerVoxel == sourceNmPerVoxel && lower == readFrom;
		}

	@Override
		public AxisLookup lookup() {
			final VoxelRatio ratio = ratio();
			return AxisLookup.generate(Math.toIntExact(length), i -> Math.toIntExact(
				ratio.sourceOfCentre(lower + i) - readFrom));
		}

	private VoxelRatio ratio() {
		return VoxelRatio.of(nmPerVoxel, sourceNmPerVoxel);
	}}

	/**
	 * The ends matched, the voxels between them spread evenly (ruling 2,
	 * imageryclient). The step is one double, computed first, as scipy does: other
	 * orders of the same arithmetic differ in about one size in a hundred.
	 *
	 * @param length in result voxels
	 * @param sourceLength in voxels read
	 */
	record Zoom(long length, long sourceLength) implements AxisRule {

	@Override
		public long source(final long i) {
			if (length == 1) return 0;
			final double step = (double) (sourceLength - 1) / (length - 1);
			return Math.min(sourceLength - 1, (long) Math.floor(i * step + 0.5));
		}

	@Override
		public boolean isIdentity() {
			return length == sourceLength;
		}
}}
