// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.dataset;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import net.imagej.Dataset;
import net.imagej.axis.Axes;
import net.imagej.axis.AxisType;
import net.imagej.axis.CalibratedAxis;
import net.imagej.axis.DefaultLinearAxis;
import net.imagej.axis.LinearAxis;
import net.imagej.units.UnitService;

import org.imageryclient.cutout.CutoutOfVoxels;
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

	/** How far from a whole voxel an origin may be, in voxels. */
	private static final double TOLERANCE = 0.01;

	/**
	 * The unit service makes 999.9999999999999 nm of a micrometre, and a TIFF
	 * file 4.6000000000000005 of 4.6.
	 */
	private static final MathContext EXACT_DIGITS = new MathContext(12);

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

	/** The types of a dataset's axes, in its order. */
	static List<AxisType> types(final Dataset dataset) {
		final List<AxisType> types = new ArrayList<>();
		for (int d = 0; d < dataset.numDimensions(); d++)
			types.add(dataset.axis(d).type());
		return types;
	}

	/** Whether a dataset lies somewhere in nm. */
	static boolean areThere(final Dataset dataset, final UnitService units) {
		try {
			place(dataset, units);
			return true;
		}
		catch (final IllegalArgumentException e) {
			return false;
		}
	}

	/**
	 * Where a dataset lies.
	 *
	 * @throws IllegalArgumentException if it has other axes, no unit of length,
	 *           or an origin between voxels
	 */
	static CutoutOfVoxels place(final Dataset dataset, final UnitService units) {
		final List<AxisType> types = types(dataset);
		if (!types.containsAll(List.of(SPACE)) || !List.of(Axes.X, Axes.Y, Axes.Z,
			Axes.CHANNEL).containsAll(types)) throw new IllegalArgumentException(
				"Expected the axes X, Y, Z, and Channel at most besides, but " + dataset
					.getName() + " has " + types +
					"; try to set their types (Image ▸ Properties...).");
		final double[] scale = new double[3];
		final long[] origin = new long[3];
		for (int d = 0; d < 3; d++) {
			final CalibratedAxis axis = dataset.axis(types.indexOf(SPACE[d]));
			final double nm = nm(axis, dataset, units);
			final LinearAxis linear = (LinearAxis) axis;
			scale[d] = nm * linear.scale();
			origin[d] = wholeVoxel(linear.origin() / linear.scale(), axis, dataset);
		}
		return new CutoutOfVoxels(Optional.ofNullable(dataset.getSource()).filter(
			s -> !s.isBlank()).orElse(dataset.getName()), Resolution.of(scale), Long3
				.of(origin));
	}

	private static double nm(final CalibratedAxis axis, final Dataset dataset,
		final UnitService units)
	{
		if (axis instanceof LinearAxis linear && axis.unit() != null) {
			// ImageJ writes micrometres in three ways.
			final String unit = axis.unit().replaceFirst("^([µμ]m|microns?)$", "um");
			try {
				final double nm = rounded(units.value(1, unit, UNIT));
				if (nm > 0 && linear.scale() > 0) return nm;
			}
			catch (final IllegalArgumentException e) {
				// No unit that the service knows.
			}
		}
		throw new IllegalArgumentException("Expected an axis " + axis.type() +
			" in nm or another unit of length but that of " + dataset.getName() +
			" is in " + axis.unit() +
			"; try to set the unit and the size of its pixels (Image ▸ Properties...).");
	}

	static double rounded(final double nm) {
		return new BigDecimal(nm).round(EXACT_DIGITS).doubleValue();
	}

	private static long wholeVoxel(final double voxel, final CalibratedAxis axis,
		final Dataset dataset)
	{
		if (Math.abs(voxel - Math.rint(voxel)) > TOLERANCE)
			throw new IllegalArgumentException(
				"Expected an origin on a whole voxel but that of " + dataset.getName() +
					" along " + axis.type() + " is voxel " + voxel +
					"; try to move it there.");
		return Math.round(voxel);
	}
}
