// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.ij;

import ij.gui.Roi;
import ij.plugin.filter.ThresholdToSelection;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;

import java.awt.Rectangle;

/**
 * Masks as ROIs whose pixels are those of the mask, holes and parts included.
 */
final class MaskRoi {

	private MaskRoi() {}

	/**
	 * @param samples of the mask row by row, 255 where it is and else 0; at least
	 *          one is
	 * @param place where they are in the image
	 */
	static Roi of(final byte[] samples, final Rectangle place) {
		final ByteProcessor pixels = new ByteProcessor(place.width, place.height,
			samples);
		pixels.setThreshold(255, 255, ImageProcessor.NO_LUT_UPDATE);
		final ThresholdToSelection tracing = new ThresholdToSelection();
		tracing.showStatus(false);
		final Roi roi = tracing.convert(pixels);
		final Rectangle bounds = roi.getBounds();
		roi.setLocation(place.x + bounds.x, place.y + bounds.y);
		return roi;
	}
}
