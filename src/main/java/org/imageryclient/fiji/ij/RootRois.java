// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.ij;

import ij.gui.Roi;

import java.awt.Color;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.imageryclient.Canceled;
import org.imageryclient.Progress;
import org.imageryclient.color.ColorScheme;
import org.imageryclient.color.RootColors;
import org.imageryclient.cutout.PairedCutout;
import org.imageryclient.cutout.SegmentationCutout;
import org.imageryclient.mask.LabelImage;
import org.imageryclient.mask.MaskSet;
import org.imageryclient.volume.Planes;

/**
 * Masks as ImageJ's ROIs: for each root one in each z slice where it is, with
 * its holes and all its parts, in its colour.
 *
 * <pre>
 *
 * for (Roi roi : RootRois.of(pair, ColorScheme.hashed(0)))
 * 	manager.addRoi(roi);
 * </pre>
 *
 * Drawn again, a ROI is exactly the mask. Its name is the root id; where there
 * are several slices, {@code 864691135571546917_slice_0} and so on, counted as
 * in the names of saved masks, and it has the position of its slice.
 */
public final class RootRois {

	private final MaskSet masks;
	private final RootColors colors;
	private final Planes indices;
	private final int channels;

	/**
	 * @param channels of the image on which they will be
	 */
	private RootRois(final MaskSet masks, final RootColors colors,
		final int channels)
	{
		this.masks = masks;
		this.colors = colors;
		this.channels = channels;
		indices = Planes.of(masks.labels().indices());
	}

	/**
	 * The ROIs of a cutout's segments, or of masks: by slice, and in each slice
	 * in ascending unsigned order of the ids.
	 *
	 * @param source a {@link PairedCutout}, {@link SegmentationCutout} or
	 *          {@link MaskSet}
	 */
	public static List<Roi> of(final Object source, final ColorScheme colors) {
		return of(source, false, colors, Progress.NONE);
	}

	/**
	 * @param background whether a cutout's voxels of no segment have ROIs, too
	 * @throws Canceled if the user asked to stop
	 */
	static List<Roi> of(final Object source, final boolean background,
		final ColorScheme colors, final Progress progress)
	{
		final int channels = source instanceof PairedCutout pair ? pair.image()
			.channels() : 1;
		final MaskSet masks = masks(source, background);
		// The background is no segment: it takes no colour of a palette.
		return new RootRois(masks, colors.forIds(Arrays.stream(masks.ids()).filter(
			id -> id != 0).toArray()), channels).rois(progress);
	}

	/** Whether a thing has masks. */
	static boolean areOf(final Object source) {
		return source instanceof PairedCutout ||
			source instanceof SegmentationCutout || source instanceof MaskSet;
	}

	private static MaskSet masks(final Object source, final boolean background) {
		if (source instanceof MaskSet masks) return masks;
		return (source instanceof PairedCutout pair ? pair.segmentation()
			: (SegmentationCutout) source).masks(background);
	}

	private List<Roi> rois(final Progress progress) {
		final long[] ids = masks.ids();
		final LabelImage labels = masks.labels();
		final SliceRuns runs = new SliceRuns(labels.table(), ids);
		final List<Roi> rois = new ArrayList<>();
		for (int z = 0; z < indices.depth(); z++) {
			progress.report("Tracing ROIs", z, indices.depth());
			runs.read(indices, z);
			for (int n = 0; n < ids.length; n++) {
				progress.checkCanceled();
				if (!runs.isEmpty(n)) rois.add(roi(runs, n, ids[n], z));
			}
		}
		return rois;
	}

	private Roi roi(final SliceRuns runs, final int mask, final long id,
		final int z)
	{
		final Rectangle box = runs.bounds(mask);
		final Roi roi = MaskRoi.of(runs.pixels(mask, box), box);
		roi.setName(Long.toUnsignedString(id) + (indices.depth() == 1 ? ""
			: "_slice_" + z));
		roi.setStrokeColor(new Color(colors.argb(id), true));
		LabelOverlay.place(roi, z, indices.depth(), channels);
		return roi;
	}
}
