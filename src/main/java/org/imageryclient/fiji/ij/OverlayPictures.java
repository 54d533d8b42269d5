// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.ij;

import ij.ImagePlus;

import org.imageryclient.color.RootColors;
import org.imageryclient.cutout.PairedCutout;
import org.imageryclient.picture.Picture;

/**
 * A pair as RGB pictures: what ImageJ shows, imagery with coloured labels over
 * it, flattened by ImageJ, one voxel a pixel.
 */
public final class OverlayPictures {

	private final ImagePlus image;

	/**
	 * @param alpha opacity of the labels, 0 to 1
	 */
	public OverlayPictures(final PairedCutout pair, final RootColors colors,
		final double alpha)
	{
		image = CutoutImages.paired(pair, colors, alpha);
	}

	/** The number of pictures: one for each z slice. */
	public int count() {
		return image.getNSlices();
	}

	/**
	 * @param z slice, from 0
	 */
	public Picture.Rgb picture(final int z) {
		image.setPosition(image.getC(), z + 1, 1);
		final ImagePlus flat = image.flatten();
		return new Picture.Rgb(flat.getWidth(), flat.getHeight(), (int[]) flat
			.getProcessor().getPixels());
	}
}
