// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.mask;

import net.imglib2.img.NativeImg;
import net.imglib2.type.numeric.integer.UnsignedIntType;

/**
 * What masks are views of: an image of small numbers and the 64-bit ids that
 * they stand for.
 */
public interface LabelImage {

	/** Positions in {@link #table()}: x, y, z. */
	NativeImg<UnsignedIntType, ?> indices();

	/**
	 * A copy of the table from index to id; several indices may carry one id, and
	 * some ids may not occur.
	 */
	long[] table();

	/** A label image of no cutout; the arguments are not copied. */
	static LabelImage of(final NativeImg<UnsignedIntType, ?> indices,
		final long[] table)
	{
		return new LabelImage() {

			@Override
			public NativeImg<UnsignedIntType, ?> indices() {
				return indices;
			}

			@Override
			public long[] table() {
				return table.clone();
			}
		};
	}
}
