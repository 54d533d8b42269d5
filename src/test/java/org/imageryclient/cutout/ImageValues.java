// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.cutout;

import net.imglib2.type.numeric.IntegerType;

/** Single voxels of imagery whose type a test does not care about. */
final class ImageValues {

	private ImageValues() {}

	/** The value at a voxel of the first channel. */
	static long at(final ImageCutout<?> cutout, final long x, final long y,
		final long z)
	{
		return ((IntegerType<?>) cutout.pixels().getAt(x, y, z, 0))
			.getIntegerLong();
	}
}
