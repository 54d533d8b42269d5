// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.cutout;

/**
 * Which voxel stands for a voxel of another grid (ruling 2 of doc/parity.md).
 */
public enum Resample {

		/** The one that covers its centre; 0 outside the volume. */
		ALIGNED,
		/**
		 * As ImageryClient does it: both ends of the cutout matched, voxels between
		 * them spread evenly. Up to half a coarse voxel off; for figures that must
		 * match older ones. Source: {@code scipy.ndimage.zoom}, order 0.
		 */
		IMAGERYCLIENT
}
