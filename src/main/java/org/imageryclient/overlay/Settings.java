// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.overlay;

import java.util.List;
import java.util.Optional;

import org.imageryclient.Unsupported;
import org.imageryclient.geom.Long3;
import org.imageryclient.geom.Resolution;
import org.imageryclient.picture.IntensityRange;
import org.imageryclient.picture.Picture;
import org.imageryclient.picture.PlaneStack;
import org.imageryclient.picture.Slices;

/**
 * How an {@link Overlay} is drawn.
 *
 * @param imagery below the masks
 * @param range that brings the imagery to 8 bits
 * @param square the size of voxels, where pixels are to be square
 */
record Settings(double alpha, Optional<Outline> outline, boolean overlap,
	int axis, Optional<PlaneStack> imagery, Optional<IntensityRange> range,
	Optional<Resolution> square)
{

	/** Those of the reference. */
	static final Settings USUAL = new Settings(0.2, Optional.empty(), true, 2,
		Optional.empty(), Optional.empty(), Optional.empty());

	Settings {
		if (!(alpha >= 0 && alpha <= 1)) throw new IllegalArgumentException(
			"Expected an opacity from 0 to 1 but got " + alpha + ".");
		if (axis < 0 || axis > 2) throw new IllegalArgumentException(
			"Expected a slice axis 0, 1 or 2 for x, y, z but got " + axis + ".");
	}

	Settings withAlpha(final double value) {
		return new Settings(value, outline, overlap, axis, imagery, range, square);
	}

	Settings withOutline(final Optional<Outline> value) {
		return new Settings(alpha, value, overlap, axis, imagery, range, square);
	}

	Settings withOverlap(final boolean value) {
		return new Settings(alpha, outline, value, axis, imagery, range, square);
	}

	Settings withAxis(final int value) {
		return new Settings(alpha, outline, overlap, value, imagery, range, square);
	}

	Settings withImagery(final PlaneStack value,
		final Optional<IntensityRange> itsRange)
	{
		return new Settings(alpha, outline, overlap, axis, Optional.of(value),
			itsRange, square);
	}

	Settings withSquarePixels(final Resolution nm) {
		return new Settings(alpha, outline, overlap, axis, imagery, range, Optional
			.of(nm));
	}

	/** The pixels of pictures of so many voxels. */
	PixelGrid pixelsOf(final Long3 size) {
		return square.map(nm -> PixelGrid.square(size, axis, nm)).orElseGet(
			() -> PixelGrid.of(size, axis));
	}

	/**
	 * The opaque pixels of a slice of the imagery, one for each voxel, if there is
	 * any.
	 */
	Optional<int[]> backdrop(final int slice) {
		return imagery.map(stack -> Pixels.argb(combined(new Slices(stack, axis,
			range).pictures(slice))));
	}

	/** Two channels are red and green, as in ImageJ. */
	private static Picture combined(final List<Picture> channels) {
		if (channels.size() == 1) return channels.get(0);
		if (channels.size() == 2 && channels.get(0) instanceof Picture.Gray8 red &&
			channels.get(1) instanceof Picture.Gray8 green) return Pixels.redGreen(
				red, green);
		throw new Unsupported(
			"Expected imagery of one to three channels below an overlay but it has " +
				channels.size() + "; try one channel.");
	}
}
