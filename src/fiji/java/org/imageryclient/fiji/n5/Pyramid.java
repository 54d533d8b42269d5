// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.n5;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import net.imglib2.FinalInterval;
import net.imglib2.RandomAccessible;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.algorithm.blocks.BlockAlgoUtils;
import net.imglib2.algorithm.blocks.BlockSupplier;
import net.imglib2.algorithm.blocks.ComputationType;
import net.imglib2.algorithm.blocks.downsample.Downsample;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedLongType;
import net.imglib2.view.Views;

import org.imageryclient.geom.Point;
import org.imageryclient.geom.Resolution;

/**
 * An image at coarser and coarser scales. Imagery is averaged; labels, which are
 * names, are those at the centre of each coarser voxel (ruling 2 of
 * doc/parity.md). An axis is halved while its voxels are about as small as those
 * of the finest one, until all fits a chunk.
 *
 * @param levels finest first
 */
record Pyramid<T extends NativeType<T>>(List<Level<T>> levels) {

	/** The most voxels along an axis of a chunk, and of the coarsest scale. */
	static final int CHUNK = 64;

	/**
	 * One scale.
	 *
	 * @param image x, y, z, and perhaps channel
	 * @param centre of the first voxel, in nm
	 */
	record Level<T>(RandomAccessibleInterval<T> image, Resolution nm,
		Point centre)
	{}

	/** Of imagery: x, y, z, channel. */
	static <T extends NativeType<T> & RealType<T>> Pyramid<T> averaged(
		final Level<T> finest)
	{
		return of(finest, (image, isHalved) -> {
			final long[] size = Downsample.getDownsampledDimensions(image
				.dimensionsAsLongArray(), isHalved);
			final RandomAccessible<T> border = Views.extendBorder(image);
			final BlockSupplier<T> blocks = BlockSupplier.of(border).andThen(Downsample
				.downsample(ComputationType.AUTO, Downsample.Offset.HALF_PIXEL,
					isHalved));
			return BlockAlgoUtils.arrayImg(blocks, new FinalInterval(
				size));
		});
	}

	/** Of labels: x, y, z. */
	static Pyramid<UnsignedLongType> ofLabels(
		final Level<UnsignedLongType> finest)
	{
		return of(finest, (image, isHalved) -> {
			final long[] size = Downsample.getDownsampledDimensions(image
				.dimensionsAsLongArray(), isHalved);
			final long[] centre = new long[size.length];
			final long[] step = new long[size.length];
			for (int d = 0; d < size.length; d++) {
				centre[d] = isHalved[d] ? 1 : 0;
				step[d] = isHalved[d] ? 2 : 1;
			}
			return Views.interval(Views.subsample(Views.offset(Views.extendBorder(
				image), centre), step), new FinalInterval(size));
		});
	}

	private static <T extends NativeType<T>> Pyramid<T> of(
		final Level<T> finest, final Halving<T> halving)
	{
		final List<Level<T>> levels = new ArrayList<>();
		levels.add(finest);
		while (Arrays.stream(levels.get(levels.size() - 1).image
			.dimensionsAsLongArray()).limit(3).anyMatch(n -> n > CHUNK))
			levels.add(coarser(levels.get(levels.size() - 1), halving));
		return new Pyramid<>(List.copyOf(levels));
	}

	private static <T> Level<T> coarser(final Level<T> level,
		final Halving<T> halving)
	{
		final Resolution nm = level.nm;
		final double finest = Math.min(nm.x(), Math.min(nm.y(), nm.z()));
		final boolean[] isHalved = new boolean[level.image.numDimensions()];
		boolean isAny = false;
		for (int d = 0; d < 3; d++) {
			isHalved[d] = nm.get(d) < 2 * finest && level.image.dimension(d) > 1;
			isAny |= isHalved[d];
		}
		// One slice of fine voxels along z: the others have to go on.
		for (int d = 0; d < 3 && !isAny; d++)
			isHalved[d] = level.image.dimension(d) > 1;
		final double[] coarse = new double[3];
		final double[] centre = new double[3];
		for (int d = 0; d < 3; d++) {
			coarse[d] = nm.get(d) * (isHalved[d] ? 2 : 1);
			centre[d] = level.centre.get(d) + 0.5 * (coarse[d] - nm.get(d));
		}
		return new Level<>(halving.halve(level.image, isHalved), Resolution.of(
			coarse), Point.of(centre));
	}

	/** Makes a coarser image, of half the size along some axes, rounded up. */
	private interface Halving<T> {

		RandomAccessibleInterval<T> halve(RandomAccessibleInterval<T> image,
			boolean[] isHalved);
	}
}
