// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.overlay;

import org.imageryclient.Unsupported;
import org.imageryclient.picture.Picture;

/** Pictures as pixels of one kind, {@code 0xAARRGGBB}. */
final class Pixels {

	private static final int OPAQUE = 0xff000000;

	private Pixels() {}

	/**
	 * @return a new array, unless the picture has such pixels already
	 * @throws Unsupported for a picture of 16 bits
	 */
	static int[] argb(final Picture picture) {
		if (picture instanceof Picture.Rgba rgba) return rgba.samples();
		if (picture instanceof Picture.Gray8 gray) return fromGray(gray.samples());
		if (picture instanceof Picture.Rgb rgb) return fromRgb(rgb.samples());
		if (picture instanceof Picture.Mask mask) return fromMask(mask.samples(),
			mask.argb());
		throw new Unsupported(
			"Expected a picture of 8 bits, grey or in colour, but it has 16 bits; try giving the range of values that becomes 0 to 255.");
	}

	/** One colour picture of two channels of the same size. */
	static Picture.Rgb redGreen(final Picture.Gray8 red,
		final Picture.Gray8 green)
	{
		final int[] rgb = new int[red.samples().length];
		for (int i = 0; i < rgb.length; i++)
			rgb[i] = (red.samples()[i] & 0xff) << 16 | (green.samples()[i] &
				0xff) << 8;
		return new Picture.Rgb(red.width(), red.height(), rgb);
	}

	private static int[] fromGray(final byte[] samples) {
		final int[] out = new int[samples.length];
		for (int i = 0; i < out.length; i++)
			out[i] = OPAQUE | (samples[i] & 0xff) * 0x010101;
		return out;
	}

	private static int[] fromRgb(final int[] samples) {
		final int[] out = new int[samples.length];
		for (int i = 0; i < out.length; i++)
			out[i] = OPAQUE | samples[i];
		return out;
	}

	private static int[] fromMask(final byte[] samples, final int argb) {
		final int[] out = new int[samples.length];
		for (int i = 0; i < out.length; i++)
			out[i] = samples[i] == 0 ? 0 : argb;
		return out;
	}
}
