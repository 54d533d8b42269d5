// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.bdv;

import bdv.util.RandomAccessibleIntervalMipmapSource;
import bdv.viewer.Interpolation;

import mpicbg.spim.data.sequence.VoxelDimensions;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.RealRandomAccessible;
import net.imglib2.realtransform.AffineTransform3D;
import net.imglib2.type.numeric.NumericType;

/**
 * A source of ids, which are names, not amounts: never interpolated, whatever
 * the viewer is set to.
 */
final class LabelSource<T extends NumericType<T>> extends
	RandomAccessibleIntervalMipmapSource<T>
{

	LabelSource(final RandomAccessibleInterval<T>[] images, final T type,
		final AffineTransform3D[] transforms, final VoxelDimensions voxelSize,
		final String name)
	{
		super(images, type, transforms, voxelSize, name, true);
	}

	@Override
	public RealRandomAccessible<T> getInterpolatedSource(final int t,
		final int level, final Interpolation method)
	{
		return super.getInterpolatedSource(t, level, Interpolation.NEARESTNEIGHBOR);
	}
}
