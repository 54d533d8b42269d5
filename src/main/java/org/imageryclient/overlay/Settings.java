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
		if (pictures.size() != 1) throw new Unsupported(
			"Expected imagery of one channel or of red, green and blue of 8 bits below an overlay but it has " +
				pictures.size() + " channels; try one channel.");
		return Pixels.argb(pictures.get(0));
	}
}
