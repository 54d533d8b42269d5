// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.geom;

/**
 * A half-open box {@code [min, max)} on the voxel grid of one scale. It may be
 * empty, and it may reach outside a volume or below zero.
 *
 * @throws IllegalArgumentException if {@code max} is below {@code min}
 */
public record VoxelBox(Long3 min, Long3 max) {

	public VoxelBox {
		if (max.x() < min.x() || max.y() < min.y() || max.z() < min.z())
			throw new IllegalArgumentException(
				"Expected a box whose upper corner is not below its lower one but got [" +
					min + "] to [" + max + "].");
	}

	public static VoxelBox ofSize(final Long3 min, final Long3 size) {
		return new VoxelBox(min, min.plus(size));
	}

	public Long3 size() {
		return max.minus(min);
	}

	/**
	 * @throws ArithmeticException if the number does not fit 64 bits
	 */
	public long voxelCount() {
		return size().product();
	}

	public boolean isEmpty() {
		return min.x() == max.x() || min.y() == max.y() || min.z() == max.z();
	}

	/** What both boxes cover: empty, at some place, where they do not meet. */
	public VoxelBox intersect(final VoxelBox other) {
		final Long3 lower = min.max(other.min);
		return new VoxelBox(lower, max.min(other.max).max(lower));
	}

	public boolean contains(final VoxelBox other) {
		return other.isEmpty() || intersect(other).equals(other);
	}

	public boolean contains(final Long3 voxel) {
		return contains(ofSize(voxel, new Long3(1, 1, 1)));
	}

	public VoxelBox translate(final Long3 by) {
		return new VoxelBox(min.plus(by), max.plus(by));
	}

	/** {@code [1100, 2100, 110] to [1180, 2190, 114]}. */
	@Override
	public String toString() {
		return "[" + min + "] to [" + max + "]";
	}
}
