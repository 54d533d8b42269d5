// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.overlay;

import java.util.stream.IntStream;

import org.imageryclient.geom.Long3;
import org.imageryclient.geom.Resolution;
import org.imageryclient.geom.VoxelBox;
import org.imageryclient.mask.RootMask;
import org.imageryclient.picture.GridMatch;

/**
 * The pixels of pictures across an axis: which voxel each column and each row
 * shows. Columns are the earlier remaining axis, rows the later one.
 */
record PixelGrid(int axis, int[] columns, int[] rows) {

	/** A pixel for each voxel. */
	static PixelGrid of(final Long3 size, final int axis) {
		final GridMatch same = GridMatch.same(size);
		return new PixelGrid(axis, same.along(columnAxis(axis)), same.along(rowAxis(
			axis)));
	}

	/** Square pixels, the size of the shorter side of a voxel. */
	static PixelGrid square(final Long3 size, final int axis,
		final Resolution nm)
	{
		final double side = squareNm(axis, nm);
		return new PixelGrid(axis, stretched(columnAxis(axis), size, nm, side),
			stretched(rowAxis(axis), size, nm, side));
	}

	static double squareNm(final int axis, final Resolution nm) {
		return Math.min(nm.get(columnAxis(axis)), nm.get(rowAxis(axis)));
	}

	static int columnAxis(final int axis) {
		return axis == 0 ? 1 : 0;
	}

	static int rowAxis(final int axis) {
		return axis == 2 ? 1 : 2;
	}

	/** Each pixel shows the voxel at its centre. */
	private static int[] stretched(final int d, final Long3 size,
		final Resolution nm, final double side)
	{
		final int voxels = Math.toIntExact(size.get(d));
		final long pixels = Math.max(1, Math.round(voxels * nm.get(d) / side));
		return IntStream.range(0, Math.toIntExact(pixels)).map(i -> (int) Math.min(
			voxels - 1, Math.floor((i + 0.5) * side / nm.get(d)))).toArray();
	}

	int width() {
		return columns.length;
	}

	int height() {
		return rows.length;
	}

	/** The pixels of a picture that has one for each voxel. */
	int[] show(final int[] pixels, final int voxelsPerRow) {
		if (pixels.length == width() * height()) return pixels;
		final int[] shown = new int[Math.multiplyExact(width(), height())];
		for (int y = 0, i = 0; y < height(); y++)
			for (int x = 0; x < width(); x++, i++)
				shown[i] = pixels[rows[y] * voxelsPerRow + columns[x]];
		return shown;
	}

	/** The same pixels over another grid. */
	PixelGrid on(final GridMatch match) {
		return new PixelGrid(axis, through(match.along(columnAxis(axis)), columns),
			through(match.along(rowAxis(axis)), rows));
	}

	private static int[] through(final int[] match, final int[] voxels) {
		return IntStream.of(voxels).map(voxel -> match[voxel]).toArray();
	}

	/**
	 * The pixels that show a mask.
	 *
	 * @param margin by which the frame of the shape is larger on each side, as
	 *          far as the picture goes
	 */
	Shape shape(final RootMask mask, final int slice, final int margin) {
		final VoxelBox box = mask.bounds();
		final int left = (int) box.min().get(columnAxis(axis));
		final int top = (int) box.min().get(rowAxis(axis));
		final int boxWidth = (int) box.size().get(columnAxis(axis));
		final int boxHeight = (int) box.size().get(rowAxis(axis));
		final byte[] part = mask.plane(axis, slice, box);
		final Shape shape = new Shape(frame(left, boxWidth, top, boxHeight)
			.grownWithin(margin, width(), height()));
		for (int i = 0; i < shape.length(); i++) {
			final int pixel = shape.frame().indexInPicture(i, width());
			final int x = columns[pixel % width()] - left;
			final int y = rows[pixel / width()] - top;
			if (x >= 0 && x < boxWidth && y >= 0 && y < boxHeight && part[y *
				boxWidth + x] != 0) shape.add(i);
		}
		return shape;
	}

	/** The pixels that show a box of voxels. */
	private Rectangle frame(final int left, final int boxWidth, final int top,
		final int boxHeight)
	{
		final int[] across = span(columns, left, boxWidth);
		final int[] down = span(rows, top, boxHeight);
		return new Rectangle(across[0], down[0], across[1], down[1]);
	}

	/** The first pixel of some voxels, and how many there are. */
	private static int[] span(final int[] voxels, final int first,
		final int count)
	{
		final int[] inside = IntStream.range(0, voxels.length).filter(
			i -> voxels[i] >= first && voxels[i] < first + count).toArray();
		return new int[] { inside.length == 0 ? 0 : inside[0], inside.length };
	}
}
