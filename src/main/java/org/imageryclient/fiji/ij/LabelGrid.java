// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.ij;

import java.util.stream.IntStream;

import org.imageryclient.color.RootColors;
import org.imageryclient.cutout.SegmentationCutout;
import org.imageryclient.picture.PlaneStack;
import org.imageryclient.geom.Long3;
import org.imageryclient.geom.Resolution;
import org.imageryclient.volume.Planes;

/**
 * Labels as seen from the pixels of an image, which may be finer, coarser or
 * elsewhere: each pixel has the label of the voxel that covers its centre.
 */
final class LabelGrid {

	private static final int OUTSIDE = -1;

	private final Planes indices;
	private final long[] table;
	/** For each axis and each pixel, the label voxel, or outside. */
	private final int[][] voxelOfPixel;

	private LabelGrid(final Planes indices, final long[] table,
		final int[][] voxelOfPixel)
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
		return new LabelGrid(indices, table, new int[][] { IntStream.range(0,
			indices.width()).toArray(), IntStream.range(0, indices.height())
				.toArray(), IntStream.range(0, indices.depth()).toArray() });
	}

	/** Labels as seen from imagery. Where sizes are equal, so are the grids. */
	static LabelGrid of(final SegmentationCutout labels,
		final PlaneStack imagery)
	{
		if (labels.size().equals(imagery.size())) return of(labels);
		return new LabelGrid(Planes.of(labels.indices()), labels.table(), IntStream
			.range(0, 3).mapToObj(d -> lookUp(d, imagery.size(), imagery.origin(),
				imagery.resolution(), labels.size(), labels.origin(), labels
					.resolution())).toArray(int[][]::new));
	}

	/** The label voxel at the centre of each pixel along an axis. */
	static int[] lookUp(final int d, final Long3 size, final Long3 origin,
		final Resolution nm, final Long3 labelSize, final Long3 labelOrigin,
		final Resolution labelNm)
	{
		return IntStream.range(0, (int) size.get(d)).map(i -> {
			final double centreNm = (origin.get(d) + i + 0.5) * nm.get(d);
			final long voxel = (long) Math.floor(centreNm / labelNm.get(d)) -
				labelOrigin.get(d);
			return voxel < 0 || voxel >= labelSize.get(d) ? OUTSIDE : (int) voxel;
		}).toArray();
	}

	int width() {
		return voxelOfPixel[0].length;
	}

	int height() {
		return voxelOfPixel[1].length;
	}

	int depth() {
		return voxelOfPixel[2].length;
	}

	/** The id at a pixel, 0 outside the labels or the image. */
	long idAt(final int x, final int y, final int z) {
		if (x < 0 || y < 0 || z < 0 || x >= width() || y >= height() ||
			z >= depth()) return 0;
		final int column = voxelOfPixel[0][x];
		final int row = voxelOfPixel[1][y];
		final int plane = voxelOfPixel[2][z];
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
		final int plane = voxelOfPixel[2][z];
		if (plane < 0) return out;
		final int[] array = (int[]) indices.array(plane);
		for (int y = 0; y < height(); y++) {
			final int row = voxelOfPixel[1][y];
			if (row < 0) continue;
			final int from = indices.offset(plane) + row * indices.width();
			for (int x = 0; x < width(); x++) {
				final int column = voxelOfPixel[0][x];
				if (column >= 0) out[y * width() + x] = palette[array[from + column]];
			}
		}
		return out;
	}
}
