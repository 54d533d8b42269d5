// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.precomputed;

import org.imageryclient.geom.Long3;
import org.imageryclient.geom.VoxelBox;

/**
 * How one scale is cut into chunks: cell (0, 0, 0) begins at the lower corner of
 * the bounds (not at voxel 0), and the last cells are clipped at the upper one.
 * Pure arithmetic, no I/O. Source: specification of the precomputed volume
 * format, "Chunk names"; sharded format, "compressed Morton code".
 *
 * @param bounds in voxels of the scale; may be empty
 * @param chunkSize in voxels, each at least 1
 */
public record ChunkGrid(VoxelBox bounds, Long3 chunkSize) {

	public ChunkGrid {
		if (chunkSize.x() < 1 || chunkSize.y() < 1 || chunkSize.z() < 1)
			throw new IllegalArgumentException(
				"Expected a chunk size of at least 1 voxel but got " + chunkSize + ".");
	}

	/** The number of cells along x, y, z. */
	public Long3 cellCount() {
		final Long3 size = bounds.size();
		return new Long3(ceilDiv(size.x(), chunkSize.x()), ceilDiv(size.y(),
			chunkSize.y()), ceilDiv(size.z(), chunkSize.z()));
	}

	/**
	 * The voxels of a cell, clipped to the bounds.
	 *
	 * @throws IndexOutOfBoundsException if the grid has no such cell
	 */
	public VoxelBox cellBox(final Long3 cell) {
		checkCell(cell);
		final Long3 min = bounds.min().plus(cell.times(chunkSize));
		final Long3 rest = bounds.max().minus(min);
		return VoxelBox.ofSize(min, rest.min(chunkSize));
	}

	/**
	 * The cells that hold any voxel of {@code box}, as a box of cells: empty where
	 * they do not meet.
	 */
	public VoxelBox cellsCovering(final VoxelBox box) {
		final VoxelBox inside = box.intersect(bounds);
		if (inside.isEmpty()) return new VoxelBox(Long3.ZERO, Long3.ZERO);
		final Long3 lower = inside.min().minus(bounds.min());
		final Long3 upper = inside.max().minus(bounds.min());
		return new VoxelBox(new Long3(lower.x() / chunkSize.x(), lower.y() /
			chunkSize.y(), lower.z() / chunkSize.z()), new Long3(ceilDiv(upper.x(),
				chunkSize.x()), ceilDiv(upper.y(), chunkSize.y()), ceilDiv(upper.z(),
					chunkSize.z())));
	}

	/** The voxels of those cells: the part of the bounds that will be read. */
	public VoxelBox chunksCovering(final VoxelBox box) {
		final VoxelBox cells = cellsCovering(box);
		final Long3 min = bounds.min().plus(cells.min().times(chunkSize));
		final Long3 max = bounds.min().plus(cells.max().times(chunkSize));
		return new VoxelBox(min, max.min(bounds.max()));
	}

	/**
	 * The file name of an unsharded chunk, such as {@code 13-21_-7-1_3-7}: absolute
	 * voxels, ends clipped and exclusive.
	 */
	public String name(final Long3 cell) {
		final VoxelBox box = cellBox(cell);
		return box.min().x() + "-" + box.max().x() + "_" + box.min().y() + "-" + box
			.max().y() + "_" + box.min().z() + "-" + box.max().z();
	}

	/** The id of a sharded chunk: its compressed Morton code, unsigned. */
	public long mortonCode(final Long3 cell) {
		checkCell(cell);
		final Long3 count = cellCount();
		long code = 0;
		int out = 0;
		for (int bit = 0; bit < Long.SIZE; bit++) {
			for (int d = 0; d < 3; d++) {
				if (bit >= bitCount(count.get(d))) continue;
				code |= ((cell.get(d) >>> bit) & 1) << out;
				out++;
			}
		}
		return code;
	}

	/** The number of bits of the largest Morton code; above 64 there is none. */
	int mortonBits() {
		final Long3 count = cellCount();
		return bitCount(count.x()) + bitCount(count.y()) + bitCount(count.z());
	}

	private void checkCell(final Long3 cell) {
		final Long3 count = cellCount();
		for (int d = 0; d < 3; d++) {
			if (cell.get(d) >= 0 && cell.get(d) < count.get(d)) continue;
			throw new IndexOutOfBoundsException("Expected a cell of the grid of " +
				count.x() + " x " + count.y() + " x " + count.z() + " chunks but got (" +
				cell + ").");
		}
	}

	/** How many bits number {@code count} things: 0 for one or none. */
	private static int bitCount(final long count) {
		return count <= 1 ? 0 : Long.SIZE - Long.numberOfLeadingZeros(count - 1);
	}

	/** Rounds up; {@code n} is not negative, and n + d - 1 may not fit. */
	private static long ceilDiv(final long n, final long d) {
		return n / d + (n % d == 0 ? 0 : 1);
	}
}
