// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.cutout;

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
	SegmentationCutout segmentation, CutoutPlan plan)
{

	/** What was asked for. */
	public Region region() {
		return plan.request().region();
	}

	/** A mask for every root id that occurs. */
	public MaskSet masks() {
		return segmentation.masks();
	}

	/** Both sides' accounts. */
	public CutoutStatus status() {
		return image.status().plus(segmentation.status());
	}

	/** Whether both sides have the same voxels. */
	public boolean isOnOneGrid() {
		return image.resolution().equals(segmentation.resolution()) && image.box()
			.equals(segmentation.box());
	}
}
