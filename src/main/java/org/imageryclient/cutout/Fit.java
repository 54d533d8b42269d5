// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.cutout;

/**
 * On which grid a cutout comes. Source: {@code scale_to_bounds} of
 * ImageryClient, as documented (ruling 1 of doc/parity.md).
 */
public enum Fit {

		/**
		 * {@link #BOUNDS} if nobody chose a mip, neither in the request nor as the
		 * client's default, and the size is not in pixels; else {@link #NATIVE}.
		 */
		AUTO,
		/** On the grid in which the region was given: one voxel per unit. */
		BOUNDS,
		/** On the voxel grid of the mip that is read. */
		NATIVE
}
