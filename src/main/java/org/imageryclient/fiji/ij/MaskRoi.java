// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.ij;

import ij.gui.Roi;
import ij.plugin.filter.ThresholdToSelection;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;

import org.imageryclient.picture.Picture;

/**
 * Masks as ROIs whose pixels are those of the mask, holes and parts included.
 */
final class MaskRoi {

	private MaskRoi() {}

	/**
	 * @param mask with at least one pixel
	 */
	static Roi of(final Picture.Mask mask) {
		final ByteProcessor pixels = new ByteProcessor(mask.width(), mask.height(),
			mask.samples());
		pixels.setThreshold(1, 255, ImageProcessor.NO_LUT_UPDATE);
		return new ThresholdToSelection().convert(pixels);
	}
}
