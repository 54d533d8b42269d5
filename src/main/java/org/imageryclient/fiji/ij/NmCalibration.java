// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.ij;

import ij.measure.Calibration;

import org.imageryclient.picture.PlaneStack;
import org.imageryclient.geom.Long3;
import org.imageryclient.geom.Resolution;

/**
 * Positions of an image as ImageJ holds them: the calibrated coordinate of
 * pixel i is (i − origin) · pixel size, which is made the position in nm of the
 * voxel's lower corner.
 */
final class NmCalibration {

	static final String UNIT = "nm";

	private NmCalibration() {}

	static Calibration of(final PlaneStack stack, final ImageJSamples samples) {
		final Calibration calibration = of(stack.resolution(), stack.origin());
		if (samples.isShifted()) calibration.setSigned16BitCalibration();
		return calibration;
	}

	static Calibration of(final Resolution resolution, final Long3 origin) {
		final Calibration calibration = new Calibration();
		calibration.setUnit(UNIT);
		calibration.pixelWidth = resolution.x();
		calibration.pixelHeight = resolution.y();
		calibration.pixelDepth = resolution.z();
		// 0.0 - and not minus, which would make -0.0 of 0.
		calibration.xOrigin = 0.0 - origin.x();
		calibration.yOrigin = 0.0 - origin.y();
		calibration.zOrigin = 0.0 - origin.z();
		return calibration;
	}
}
