// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.ij;

import ij.ImagePlus;

import java.awt.GraphicsEnvironment;

import org.imageryclient.color.RootColors;
import org.imageryclient.cutout.ImageCutout;
import org.imageryclient.cutout.PairedCutout;
import org.imageryclient.cutout.SegmentationCutout;
import org.imageryclient.fiji.service.CutoutDisplay;
import org.scijava.Priority;
import org.scijava.plugin.AbstractHandlerPlugin;
import org.scijava.plugin.Plugin;

/**
 * Shows cutouts as ImageJ's images: imagery; labels in colour; or imagery with
 * labels over it. With labels, the status bar says which root id is under the
 * mouse. Roots have Neuroglancer's colours.
 */
@Plugin(type = CutoutDisplay.class, priority = Priority.LOW)
public final class ImageJDisplay extends AbstractHandlerPlugin<Object>
	implements CutoutDisplay
{

	/** Opacity at which both labels and the membranes under them are seen. */
	static final double ALPHA = 0.4;

	@Override
	public String name() {
		return "imagej";
	}

	@Override
	public boolean supports(final Object cutout) {
		return cutout instanceof ImageCutout ||
			cutout instanceof SegmentationCutout || cutout instanceof PairedCutout;
	}

	/**
	 * @return an {@link ImagePlus}
	 * @throws org.imageryclient.Unsupported if ImageJ can't hold the samples
	 *           exactly
	 */
	@Override
	public Object show(final Object cutout) {
		final ImagePlus image = image(cutout, RootColors.hashed());
		if (!GraphicsEnvironment.isHeadless()) image.show();
		return image;
	}

	private static ImagePlus image(final Object cutout, final RootColors colors) {
		if (cutout instanceof PairedCutout) {
			final PairedCutout pair = (PairedCutout) cutout;
			final ImagePlus image = CutoutImages.paired(pair, colors, ALPHA);
			RootIdReadout.attach(image, pair);
			return image;
		}
		if (cutout instanceof SegmentationCutout) {
			final SegmentationCutout labels = (SegmentationCutout) cutout;
			final ImagePlus image = CutoutImages.labels(labels, colors);
			RootIdReadout.attach(image, labels);
			return image;
		}
		return CutoutImages.of((ImageCutout<?>) cutout);
	}

	@Override
	public Class<Object> getType() {
		return Object.class;
	}
}
