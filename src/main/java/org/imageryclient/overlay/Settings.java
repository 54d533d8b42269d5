// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.overlay;

import java.util.List;
import java.util.Optional;

import org.imageryclient.Unsupported;
import org.imageryclient.picture.IntensityRange;
import org.imageryclient.picture.Picture;
import org.imageryclient.picture.PlaneStack;
import org.imageryclient.picture.Slices;

/**
 * How an {@link Overlay} is drawn.
 *
 * @param imagery below the masks
 * @param range that brings the imagery to 8 bits
 */
record Settings(double alpha, Optional<Outline> outline, boolean overlap,
	int axis, Optional<PlaneStack> imagery, Optional<IntensityRange> range)
{

	/** Those of the reference. */
	static final Settings USUAL = new Settings(0.2, Optional.empty(), true, 2,
		Optional.empty(), Optional.empty());

	private static final int OPAQUE = 0xff000000;

	Settings {
		if (!(alpha >= 0 && alpha <= 1)) throw new IllegalArgumentException(
			"Expected an opacity from 0 to 1 but got " + alpha + ".");
		if (axis < 0 || axis > 2) throw new IllegalArgumentException(
			"Expected a slice axis 0, 1 or 2 for x, y, z but got " + axis + ".");
	}

	Settings withAlpha(final double value) {
		return new Settings(value, outline, overlap, axis, imagery, range);
	}

	Settings withOutline(final Optional<Outline> value) {
		return new Settings(alpha, value, overlap, axis, imagery, range);
	}

	Settings withOverlap(final boolean value) {
		return new Settings(alpha, outline, value, axis, imagery, range);
	}

	Settings withAxis(final int value) {
		return new Settings(alpha, outline, overlap, value, imagery, range);
	}

	Settings withImagery(final PlaneStack value,
		final Optional<IntensityRange> itsRange)
	{
		return new Settings(alpha, outline, overlap, axis, Optional.of(value),
			itsRange);
	}

	/** The opaque pixels of a slice of the imagery, if there is any. */
	Optional<int[]> backdrop(final int slice) {
		return imagery.map(stack -> opaque(new Slices(stack, axis, range).pictures(
			slice)));
	}

	private static int[] opaque(final List<Picture> pictures) {
		final Picture picture = pictures.get(0);
		if (pictures.size() == 1 && picture instanceof Picture.Gray8 gray)
			return fromGray(gray.samples());
		if (pictures.size() == 1 && picture instanceof Picture.Rgb rgb)
			return fromRgb(rgb.samples());
		throw new Unsupported(
			"Expected imagery of 8-bit grey or of red, green and blue below an overlay but it has " +
				pictures.size() + " channels" + (picture instanceof Picture.Gray16
					? " of 16 bits; try giving the range of values that becomes 0 to 255."
					: "; try one channel."));
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
}
