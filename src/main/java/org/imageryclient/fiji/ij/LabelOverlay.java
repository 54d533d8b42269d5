// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.ij;

import ij.gui.Overlay;
import ij.gui.Roi;

import java.util.function.IntFunction;

import org.imageryclient.color.RootColors;
import org.imageryclient.cutout.PairedCutout;
import org.imageryclient.cutout.SegmentationCutout;
import org.imageryclient.picture.PlaneStack;

/**
 * Labels as coloured, see-through pictures over the slices of an image: one
 * colour for each root id, nothing over the background. A slice is painted when
 * ImageJ draws it, so that a deep stack takes no more memory than one slice.
 */
public final class LabelOverlay {

	private LabelOverlay() {}

	/**
	 * The labels of a pair over its imagery, whether both are on one grid or not.
	 *
	 * @param colors of the roots; Neuroglancer's are {@link RootColors#hashed()}
	 * @param alpha opacity of all labels, 0 to 1, times the alpha of the colour
	 * @throws IllegalArgumentException if alpha is outside 0 to 1
	 */
	public static Overlay of(final PairedCutout pair, final RootColors colors,
		final double alpha)
	{
		final PlaneStack imagery = PlaneStack.of(pair.image());
		return of(LabelGrid.of(pair.segmentation(), imagery), colors, alpha, imagery
			.channels());
	}

	/**
	 * The labels of a segmentation over an image of one channel and the same
	 * voxels.
	 *
	 * @param alpha opacity of all labels, 0 to 1, times the alpha of the colour
	 * @throws IllegalArgumentException if alpha is outside 0 to 1
	 */
	public static Overlay of(final SegmentationCutout segmentation,
		final RootColors colors, final double alpha)
	{
		return of(LabelGrid.of(segmentation), colors, alpha, 1);
	}

	static Overlay of(final LabelGrid labels, final RootColors colors,
		final double alpha, final int channels)
	{
		if (!(alpha >= 0 && alpha <= 1)) throw new IllegalArgumentException(
			"Expected an opacity from 0 to 1 but got " + alpha + ".");
		final int[] palette = labels.palette(colors);
		final IntFunction<int[]> painter = z -> labels.paint(z, palette);
		final Overlay overlay = new Overlay();
		for (int z = 0; z < labels.depth(); z++) {
			final LabelRoi roi = new LabelRoi(painter, z, labels.width(), labels
				.height());
			roi.setOpacity(alpha);
			place(roi, z, labels.depth(), channels);
			overlay.add(roi);
		}
		overlay.selectable(false);
		return overlay;
	}

	/** Puts a ROI into a z slice of an image, in all its channels. */
	static void place(final Roi roi, final int z, final int depth,
		final int channels)
	{
		if (channels > 1) roi.setPosition(0, z + 1, 0);
		else if (depth > 1) roi.setPosition(z + 1);
	}
}
