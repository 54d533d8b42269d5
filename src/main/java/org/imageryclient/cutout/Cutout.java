// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.cutout;

import java.util.Optional;

import org.imageryclient.Timestamp;

/** What was cut out: imagery, a segmentation, or both; all in memory. */
public sealed

interface Cutout

permits ImageCutout, SegmentationCutout,
	PairedCutout
{

	/**
	 * By which it was made. Of a cutout that is one side of a pair it is the plan
	 * of the pair.
	 */
	CutoutPlan plan();

	/** Why voxels may be zero. */
	CutoutStatus status();

	/**
	 * When the roots were looked up: the time of the request, frozen when it
	 * began. Nothing where ids have no roots.
	 */
	Optional<Timestamp> timestamp();

	/** Whether a client with the same volumes, asked the same, gives it again. */
	default boolean isRepeatable() {
		return true;
	}
}
