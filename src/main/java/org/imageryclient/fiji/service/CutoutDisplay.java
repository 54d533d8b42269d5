// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.service;

import org.imageryclient.color.ColorScheme;
import org.scijava.plugin.HandlerPlugin;

/**
 * A way to look at cutouts. Plugins of this type are found by
 * {@link CutoutService#show}, which takes the one of highest priority that
 * supports the cutout at hand:
 *
 * <pre>
 * &#64;Plugin(type = CutoutDisplay.class)
 * public class ImageJDisplay extends AbstractHandlerPlugin&lt;Object&gt; implements
 * 	CutoutDisplay
 * </pre>
 *
 * The data that {@code supports} is asked about is a cutout: an
 * {@code ImageCutout}, a {@code SegmentationCutout}, a {@code PairedCutout} or
 * a {@code Figure}, which has its own colours. Instances are shared and hold no
 * cutout.
 */
public interface CutoutDisplay extends HandlerPlugin<Object> {

	/**
	 * The property of an {@code ij.ImagePlus} that says what it shows, as the
	 * JSON of a {@link org.imageryclient.link.NeuroglancerState}. It is saved
	 * with the image in ImageJ's TIFF.
	 */
	String STATE_PROPERTY = "neuroglancer-state";

	/**
	 * The word that asks for this display in dialogs, macros and scripts: lower
	 * case, the same in every version.
	 */
	String name();

	/**
	 * Shows a cutout. No I/O. May be called from any thread. Where there is no
	 * screen nothing opens, and what would have been shown is returned all the
	 * same.
	 *
	 * @param cutout one that this display supports
	 * @param colors of its segments
	 * @return what is shown, such as an {@code ij.ImagePlus}, for scripts to go
	 *         on with
	 */
	Object show(Object cutout, ColorScheme colors);

	@Override
	default Class<Object> getType() {
		return Object.class;
	}
}
