// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.bdv;

import net.imglib2.realtransform.AffineTransform3D;

import org.imageryclient.geom.Long3;
import org.imageryclient.geom.Resolution;

/**
 * Where voxels lie in the world of the viewer, which is in nm. Voxel i of a
 * grid of r nm covers i·r to (i + 1)·r, as in Neuroglancer, so its centre,
 * where ImgLib2 has the voxel, is (i + ½)·r: at every mip, with its own offset.
 */
final class NmTransform {

	private NmTransform() {}

	/**
	 * From positions in an image to nm.
	 *
	 * @param min the voxel of the grid that is (0, 0, 0) in the image
	 */
	static AffineTransform3D of(final Resolution nm, final Long3 min) {
		final AffineTransform3D transform = new AffineTransform3D();
		for (int d = 0; d < 3; d++) {
			transform.set(nm.get(d), d, d);
			transform.set((min.get(d) + 0.5) * nm.get(d), d, 3);
		}
		return transform;
	}
}
