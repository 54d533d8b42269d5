// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.volume;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * Which source voxel each target voxel takes along one axis: the whole of
 * nearest-neighbour resampling, decided before anything is read.
 * <p>
 * Indices count from the lower corner of the source image; {@value #OUTSIDE}
 * stands for "outside the source", which becomes 0.
 * </p>
 */
public final class AxisLookup {

	/** The source index of a target voxel that no source voxel covers. */
	public static final int OUTSIDE = -1;

	private final int[] source;

	private AxisLookup(final int[] source) {
		this.source = source;
	}

	/**
	 * @param sourceIndices one per target voxel, each {@value #OUTSIDE} or not
	 *          negative
	 * @throws IllegalArgumentException if an index is below {@value #OUTSIDE}
	 */
	public static AxisLookup of(final int... sourceIndices) {
		return generate(sourceIndices.length, i -> sourceIndices[i]);
	}

	/** The lookup of {@code length} target voxels that takes {@code rule(i)}. */
	public static AxisLookup generate(final int length,
		final IntUnaryOperator rule)
	{
		final int[] source = new int[length];
		for (int i = 0; i < length; i++) {
			source[i] = rule.applyAsInt(i);
			if (source[i] < OUTSIDE) throw new IllegalArgumentException(
				"Expected a source index of -1 (outside) or more but got " + source[i] +
					" for target voxel " + i + ".");
		}
		return new AxisLookup(source);
	}

	/** Every target voxel takes the source voxel of the same index. */
	public static AxisLookup identity(final int length) {
		return generate(length, IntUnaryOperator.identity());
	}

	/** The number of target voxels. */
	public int length() {
		return source.length;
	}

	/** The source index for target voxel {@code i}, or {@value #OUTSIDE}. */
	public int source(final int i) {
		return source[i];
	}

	/** The number of source voxels that the highest index needs. */
	public int sourceLength() {
		return Arrays.stream(source).max().orElse(OUTSIDE) + 1;
	}

	/** Whether it copies a source of {@code sourceLength} voxels as it is. */
	public boolean isIdentity(final long sourceLength) {
		if (source.length != sourceLength) return false;
		for (int i = 0; i < source.length; i++) {
			if (source[i] != i) return false;
		}
		return true;
	}

	@Override
	public boolean equals(final Object other) {
		return other instanceof AxisLookup && Arrays.equals(source,
			((AxisLookup) other).source);
	}

	@Override
	public int hashCode() {
		return Arrays.hashCode(source);
	}

	@Override
	public String toString() {
		return Arrays.toString(source);
	}
}
