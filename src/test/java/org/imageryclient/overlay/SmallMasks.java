// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.overlay;

import net.imglib2.img.planar.PlanarImg;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.type.numeric.integer.UnsignedIntType;

import org.imageryclient.mask.LabelImage;
import org.imageryclient.mask.MaskSet;
import org.imageryclient.mask.RootMask;

/**
 * Masks of 9 x 7 x 2 voxels. In slice 0 two roots that touch: the first from
 * (2, 2) to (5, 5), the second from (5, 2) to (7, 5), upper corners not
 * included. In slice 1 there is nothing.
 */
final class SmallMasks {

	static final long FIRST = 864691135571546917L;
	/** Above 2<sup>63</sup>. */
	static final long SECOND = -1L;
	static final int WIDTH = 9;
	static final int HEIGHT = 7;
	static final int DEPTH = 2;

	private SmallMasks() {}

	static LabelImage labels() {
		final PlanarImg<UnsignedIntType, ?> indices = PlanarImgs.unsignedInts(WIDTH,
			HEIGHT, DEPTH);
		for (int y = 2; y < 5; y++)
			for (int x = 2; x < 7; x++)
				indices.getAt(x, y, 0).set(x < 5 ? 1 : 2);
		return LabelImage.of(indices, new long[] { 0, FIRST, SECOND });
	}

	static MaskSet masks() {
		return MaskSet.of(labels());
	}

	/** One voxel at (4, 3) of another cutout of the same size. */
	static RootMask other() {
		return single(WIDTH, HEIGHT, DEPTH);
	}

	/** One voxel at (4, 3) of a cutout of a size. */
	static RootMask single(final int... size) {
		final PlanarImg<UnsignedIntType, ?> indices = PlanarImgs.unsignedInts(
			size[0], size[1], size[2]);
		indices.getAt(4, 3, 0).set(1);
		return MaskSet.of(LabelImage.of(indices, new long[] { 0, 5 })).mask(5);
	}
}
