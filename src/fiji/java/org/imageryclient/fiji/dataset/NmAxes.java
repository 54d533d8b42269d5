// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.dataset;

import net.imagej.axis.Axes;
import net.imagej.axis.AxisType;
import net.imagej.axis.CalibratedAxis;
import net.imagej.axis.DefaultLinearAxis;

import org.imageryclient.geom.Long3;
import org.imageryclient.geom.Resolution;

/**
 * The axes of a dataset: X, Y, Z in nm, so that the calibrated value of index i
 * is the position of the voxel's lower corner, as in ImageJ 1's images; and
 * Channel, if there is more than one.
 */
final class NmAxes {

	static final String UNIT = "nm";

	private static final AxisType[] SPACE = { Axes.X, Axes.Y, Axes.Z };

	private NmAxes() {}

	static CalibratedAxis[] of(final Resolution resolution, final Long3 origin,
		final int channels)
	{
		final CalibratedAxis[] axes = new CalibratedAxis[channels > 1 ? 4 : 3];
		for (int d = 0; d < 3; d++)
			axes[d] = new DefaultLinearAxis(SPACE[d], UNIT, resolution.get(d), origin
				.get(d) * resolution.get(d));
		if (channels > 1) axes[3] = new DefaultLinearAxis(Axes.CHANNEL);
		return axes;
	}
}
