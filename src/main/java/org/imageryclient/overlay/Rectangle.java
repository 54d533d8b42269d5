// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.overlay;

/** A part of a picture: columns from {@code left} on, rows from {@code top} on. */
record Rectangle(int left, int top, int width, int height) {

	/** Grown by so many pixels on each side, but not beyond a picture. */
	Rectangle grownWithin(final int pixels, final int pictureWidth,
		final int pictureHeight)
	{
		final int newLeft = Math.max(0, left - pixels);
		final int newTop = Math.max(0, top - pixels);
		return new Rectangle(newLeft, newTop, Math.min(pictureWidth, left + width +
			pixels) - newLeft, Math.min(pictureHeight, top + height + pixels) -
				newTop);
	}

	/** Where a pixel of this, row by row, is in the picture, row by row. */
	int indexInPicture(final int index, final int pictureWidth) {
		return (top + index / width) * pictureWidth + left + index % width;
	}
}
