// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.ij;

import net.imglib2.img.planar.PlanarImg;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.type.numeric.integer.UnsignedIntType;

import org.imageryclient.volume.Planes;

/**
 * 40 x 30 x 2 voxels: in slice 0 one root from (10, 5) to (20, 15), in slice 1
 * another at the same place; elsewhere background.
 */
final class SmallLabels {

	static final long FIRST = 864691135571546917L;
	/** Above 2<sup>63</sup>: 20 digits. */
	static final long SECOND = Long.parseUnsignedLong("18446744073709551615");
	static final int WIDTH = 40;
	static final int HEIGHT = 30;
	static final int DEPTH = 2;

	private SmallLabels() {}

	static LabelGrid grid() {
		final PlanarImg<UnsignedIntType, ?> indices = PlanarImgs.unsignedInts(WIDTH,
			HEIGHT, DEPTH);
		for (int z = 0; z < DEPTH; z++)
			for (int y = 5; y < 15; y++)
				for (int x = 10; x < 20; x++)
					indices.getAt(x, y, z).set(z + 1L);
		return LabelGrid.of(Planes.of(indices), new long[] { 0, FIRST, SECOND });
	}
}
