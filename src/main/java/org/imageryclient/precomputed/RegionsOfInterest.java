// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.precomputed;

import java.util.List;

import org.imageryclient.geom.Resolution;
import org.imageryclient.geom.VoxelBox;

/**
 * cloud-volume's {@code rois}: boxes outside of which a volume holds nothing but
 * background, so that nothing need be asked for.
 *
 * @param boxes in voxels of the first scale; none means everywhere
 * @param first the resolution of the first scale
 * @param here the resolution of the scale that is read
 */
record RegionsOfInterest(List<VoxelBox> boxes, Resolution first,
	Resolution here)
{

	/** Whether a box of this scale meets or touches any of the regions. */
	boolean mayHold(final VoxelBox box) {
		return boxes.isEmpty() || boxes.stream().anyMatch(roi -> touches(roi, box));
	}

	private boolean touches(final VoxelBox roi, final VoxelBox box) {
		for (int d = 0; d < 3; d++) {
			final double factor = here.get(d) / first.get(d);
			// A scale's offset may be rounded, so its voxels may begin one earlier or end
			// one later than the factor says.
			final double lower = Math.floor((box.min().get(d) - 1) * factor);
			final double upper = Math.ceil((box.max().get(d) + 1) * factor);
			if (upper < roi.min().get(d) || lower > roi.max().get(d)) return false;
		}
		return true;
	}
}
