// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.picture;

import java.util.Optional;

import org.imageryclient.cutout.Cutout;
import org.imageryclient.geom.Long3;
import org.imageryclient.geom.Resolution;
import org.imageryclient.precomputed.DataType;
import org.imageryclient.volume.Planes;

/** The planes of an image that was read as a whole. */
record PlanesInMemory(Planes planes, DataType dataType, Resolution resolution,
	Long3 origin, Optional<Cutout> cutout) implements PlaneStack
{

	@Override
	public Long3 size() {
		return new Long3(planes.width(), planes.height(), planes.depth());
	}

	@Override
	public int channels() {
		return planes.count() / Math.max(1, planes.depth());
	}

	@Override
	public Object plane(final int channel, final int z) {
		return planes.plane(z + planes.depth() * channel);
	}
}
