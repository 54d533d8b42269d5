// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.cutout;

import java.util.Optional;

import org.imageryclient.Progress;
import org.imageryclient.Timestamp;
import org.imageryclient.geom.Region;
import org.imageryclient.mask.MaskSet;

/**
 * Imagery and segmentation of one region, on one grid unless the request said
 * not to resize.
 *
 * @param image never empty
 * @param segmentation never empty
 * @param plan by which they were made
 */
public record PairedCutout(ImageCutout<?> image,
	SegmentationCutout segmentation, CutoutPlan plan) implements Cutout
{

	@Override
	public Optional<Timestamp> timestamp() {
		return segmentation.timestamp();
	}

	@Override
	public boolean isRepeatable() {
		return segmentation.isRepeatable();
	}

	/** What was asked for. */
	public Region region() {
		return plan.request().region();
	}

	/**
	 * The same voxels with the roots of another time; see
	 * {@link SegmentationCutout#at(Timestamp, Progress)}.
	 */
	public PairedCutout at(final Timestamp time, final Progress progress) {
		return new PairedCutout(image, segmentation.at(time, progress), plan);
	}

	/** As {@link #at(Timestamp, Progress)}, without progress. */
	public PairedCutout at(final Timestamp time) {
		return at(time, Progress.NONE);
	}

	/** A mask for every root id that occurs. */
	public MaskSet masks() {
		return segmentation.masks();
	}

	/** Both sides' accounts. */
	@Override
	public CutoutStatus status() {
		return image.status().plus(segmentation.status());
	}

	/** Whether both sides have the same voxels. */
	public boolean isOnOneGrid() {
		return image.resolution().equals(segmentation.resolution()) && image.box()
			.equals(segmentation.box());
	}
}
