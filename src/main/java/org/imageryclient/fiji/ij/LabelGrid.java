// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.ij;

import org.imageryclient.color.RootColors;
import org.imageryclient.cutout.SegmentationCutout;
import org.imageryclient.picture.GridMatch;
import org.imageryclient.picture.PlaneStack;
import org.imageryclient.geom.Long3;
import org.imageryclient.volume.Planes;

/**
 * Labels as seen from the pixels of an image, which may be finer, coarser or
 * elsewhere: each pixel has the label of the voxel that covers its centre.
 */
final class LabelGrid {

	private final Planes indices;
	private final long[] table;
	/** The label voxel of each pixel. */
	private final GridMatch voxelOfPixel;

	private LabelGrid(final Planes indices, final long[] table,
		final GridMatch voxelOfPixel)
	{
		this.indices = indices;
		this.table = table;
		this.voxelOfPixel = voxelOfPixel;
	}

	/** Labels on their own grid. */
	static LabelGrid of(final SegmentationCutout labels) {
		return of(Planes.of(labels.indices()), labels.table());
	}

	/** Labels on their own grid. */
	static LabelGrid of(final Planes indices, final long[] table) {
		return new LabelGrid(indices, table, GridMatch.same(new Long3(indices
			.width(), indices.height(), indices.depth())));
	}

	/** Labels as seen from imagery. Where sizes are equal, so are the grids. */
	static LabelGrid of(final SegmentationCutout labels,
		final PlaneStack imagery)
	{
		if (labels.size().equals(imagery.size())) return of(labels);
		return new LabelGrid(Planes.of(labels.indices()), labels.table(), GridMatch
			.of(imagery.size(), imagery.origin(), imagery.resolution(), labels.size(),
				labels.origin(), labels.resolution()));
	}

	int width() {
		return voxelOfPixel.along(0).length;
	}

	int height() {
		return voxelOfPixel.along(1).length;
	}

	int depth() {
		return voxelOfPixel.along(2).length;
	}

	/** The id at a pixel, 0 outside the labels or the image. */
	long idAt(final int x, final int y, final int z) {
		if (x < 0 || y < 0 || z < 0 || x >= width() || y >= height() ||
			z >= depth()) return 0;
		final int column = voxelOfPixel.along(0)[x];
		final int row = voxelOfPixel.along(1)[y];
		final int plane = voxelOfPixel.along(2)[z];
		if (column < 0 || row < 0 || plane < 0) return 0;
		return table[((int[]) indices.array(plane))[indices.offset(plane) + row *
			indices.width() + column]];
	}

	/** The colour of each index of the table, transparent for the background. */
	int[] palette(final RootColors colors) {
		final int[] palette = new int[table.length];
		for (int i = 0; i < palette.length; i++)
			palette[i] = table[i] == 0 ? 0 : colors.argb(table[i]);
		return palette;
	}

	/**
	 * One slice in colour, row after row, {@code 0xAARRGGBB}.
	 *
	 * @param palette the colour of each index
	 */
	int[] paint(final int z, final int[] palette) {
		final int[] out = new int[Math.multiplyExact(width(), height())];
		final int plane = voxelOfPixel.along(2)[z];
		if (plane < 0) return out;
		final int[] array = (int[]) indices.array(plane);
		for (int y = 0; y < height(); y++) {
			final int row = voxelOfPixel.along(1)[y];
			if (row < 0) continue;
			final int from = indices.offset(plane) + row * indices.width();
			for (int x = 0; x < width(); x++) {
				final int column = voxelOfPixel.along(0)[x];
				if (column >= 0) out[y * width() + x] = palette[array[from + column]];
			}
		}
		return out;
	}
}
