// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.table;

import java.math.BigDecimal;
import java.util.List;

import org.imageryclient.geom.Point;
import org.imageryclient.geom.Resolution;
import org.imageryclient.geom.VoxelBox;

/**
 * What is known of one root id in a cutout. Positions in voxels are on the grid
 * of the resolution, counted from its origin and not from the cutout's corner:
 * voxel i reaches from i to i + 1, so positions in nm are those in voxels times
 * the resolution, and a single voxel 5 has its centroid at 5.5.
 *
 * @param id the root id, unsigned
 * @param voxels how many it has in the cutout, at least 1
 * @param box the smallest one around them, half-open
 * @param centroid the mean of the centres of its voxels, in voxels
 * @param meanIntensities of the imagery at its voxels, by channel; empty
 *          without imagery
 * @param touchesEdge whether a voxel lies at the edge of the cutout, so that
 *          the segment may go on outside. Axes along which the cutout has but
 *          one voxel don't count
 * @param resolution of the cutout
 */
public record Segment(long id, long voxels, VoxelBox box, Point centroid,
	List<Double> meanIntensities, boolean touchesEdge, Resolution resolution)
{

	private static final int DIGITS_OF_CUBIC_NM_PER_CUBIC_UM = 9;

	public Segment {
		meanIntensities = List.copyOf(meanIntensities);
	}

	/** Of its voxels in the cutout, in µm³. */
	public double cubicMicrometres() {
		return BigDecimal.valueOf(voxels).multiply(BigDecimal.valueOf(resolution
			.x())).multiply(BigDecimal.valueOf(resolution.y())).multiply(BigDecimal
				.valueOf(resolution.z())).movePointLeft(DIGITS_OF_CUBIC_NM_PER_CUBIC_UM)
			.doubleValue();
	}

	/** The lower corner of the box, in nm. */
	public Point minNm() {
		return nm(box.min().x(), box.min().y(), box.min().z());
	}

	/** The upper corner of the box, in nm. */
	public Point maxNm() {
		return nm(box.max().x(), box.max().y(), box.max().z());
	}

	/** The centroid in nm. */
	public Point centroidNm() {
		return nm(centroid.x(), centroid.y(), centroid.z());
	}

	private Point nm(final double x, final double y, final double z) {
		return new Point(nm(x, resolution.x()), nm(y, resolution.y()), nm(z,
			resolution.z()));
	}

	/**
	 * In decimals, as people write resolutions: 12000 voxels of 4.6 nm are 55200
	 * nm, and not 55199.99999999999.
	 */
	private static double nm(final double voxels, final double nmPerVoxel) {
		return BigDecimal.valueOf(voxels).multiply(BigDecimal.valueOf(nmPerVoxel))
			.doubleValue();
	}
}
