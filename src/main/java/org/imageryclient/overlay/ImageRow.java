// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.overlay;

import java.util.Arrays;
import java.util.List;

import org.imageryclient.Unsupported;
import org.imageryclient.picture.Picture;

/**
 * Pictures side by side on white, as one. Follows {@code stack_images} of
 * ImageryClient ({@code composite.py}): pictures start at the upper left, and
 * what is see-through shows its own colour, not the white.
 */
public final class ImageRow {

	private static final int WHITE = 0xffffff;

	private ImageRow() {}

	/**
	 * As the reference's arguments say it.
	 *
	 * @param pictures of 8 bits, grey or in colour
	 * @param direction {@code horizontal} or {@code vertical}
	 * @param spacing white columns or rows between two pictures
	 * @throws IllegalArgumentException if there is no picture, for another
	 *           direction, or for a spacing below 0
	 * @throws Unsupported for other pictures
	 */
	public static Picture.Rgb of(final List<? extends Picture> pictures,
		final String direction, final int spacing)
	{
		return switch (direction) {
			case "horizontal" -> horizontal(pictures, spacing);
			case "vertical" -> vertical(pictures, spacing);
			default -> throw new IllegalArgumentException(
				"Expected the direction \"horizontal\" or \"vertical\" but got \"" +
					direction + "\".");
		};
	}

	/**
	 * From left to right.
	 *
	 * @param spacing white columns between two pictures
	 * @throws IllegalArgumentException if there is no picture, or for a spacing
	 *           below 0
	 * @throws Unsupported for pictures of other than 8 bits
	 */
	public static Picture.Rgb horizontal(final List<? extends Picture> pictures,
		final int spacing)
	{
		return stacked(pictures, spacing, true);
	}

	/** From top to bottom; the spacing is in rows. */
	public static Picture.Rgb vertical(final List<? extends Picture> pictures,
		final int spacing)
	{
		return stacked(pictures, spacing, false);
	}

	private static Picture.Rgb stacked(final List<? extends Picture> pictures,
		final int spacing, final boolean isRow)
	{
		if (pictures.isEmpty()) throw new IllegalArgumentException(
			"Expected at least one picture to stack but got none.");
		if (spacing < 0) throw new IllegalArgumentException(
			"Expected a spacing of 0 pixels or more but got " + spacing + ".");
		final int gaps = Math.multiplyExact(spacing, pictures.size() - 1);
		final int width = isRow ? gaps + pictures.stream().mapToInt(Picture::width)
			.sum() : pictures.stream().mapToInt(Picture::width).max().getAsInt();
		final int height = isRow ? pictures.stream().mapToInt(Picture::height).max()
			.getAsInt() : gaps + pictures.stream().mapToInt(Picture::height).sum();
		final int[] rgb = new int[Math.multiplyExact(width, height)];
		Arrays.fill(rgb, WHITE);
		int start = 0;
		for (final Picture picture : pictures) {
			paste(picture, rgb, width, start);
			start += isRow ? picture.width() + spacing : (picture.height() +
				spacing) * width;
		}
		return new Picture.Rgb(width, height, rgb);
	}

	private static void paste(final Picture picture, final int[] rgb,
		final int width, final int start)
	{
		final int[] samples = Pixels.argb(picture);
		for (int y = 0; y < picture.height(); y++)
			for (int x = 0; x < picture.width(); x++)
				rgb[start + y * width + x] = samples[y * picture.width() + x] & WHITE;
	}
}
