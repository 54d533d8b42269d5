// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.dataset;

import net.imagej.Dataset;
import net.imagej.DatasetService;
import net.imagej.ImgPlus;
import net.imagej.axis.CalibratedAxis;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.ImgView;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.img.planar.PlanarImgFactory;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedLongType;
import net.imglib2.view.Views;

import org.imageryclient.cutout.ImageCutout;
import org.imageryclient.cutout.SegmentationCutout;
import org.imageryclient.volume.Planes;

/**
 * Cutouts as ImageJ2's datasets, with axes in nm: the calibrated value of a
 * pixel is the position of its lower corner in the volume.
 *
 * <pre>
 *
 * Dataset imagery = new CutoutDatasets(datasets).of(pair.image());
 * Dataset labels = new CutoutDatasets(datasets).labels(pair.segmentation());
 * </pre>
 *
 * Not for the way to ImageJ 1: its 32-bit floats can't hold ids, and its
 * conversion of a dataset of labels rounds them.
 * {@link org.imageryclient.fiji.service.CutoutService#show} keeps them.
 */
public final class CutoutDatasets {

	private final DatasetService datasets;

	public CutoutDatasets(final DatasetService datasets) {
		this.datasets = datasets;
	}

	/**
	 * Imagery, sample for sample, in the type of the volume: X, Y, Z, and Channel
	 * if there is more than one. Shares its voxels with the cutout.
	 *
	 * @throws IllegalArgumentException if the cutout is empty
	 */
	public <T extends NativeType<T> & RealType<T>> Dataset of(
		final ImageCutout<T> image)
	{
		if (image.isEmpty()) throw empty("imagery", image.source());
		return dataset(voxels(image), name(image.source(), image.mip()), NmAxes.of(
			image.resolution(), image.origin(), image.channels()), image.source());
	}

	private static <T extends NativeType<T> & RealType<T>> Img<T> voxels(
		final ImageCutout<T> image)
	{
		if (image.channels() > 1) return image.pixels();
		final RandomAccessibleInterval<T> only = Views.hyperSlice(image.pixels(), 3,
			0);
		return ImgView.wrap(only, image.pixels().factory());
	}

	/**
	 * Segment ids as unsigned 64-bit voxels, X, Y, Z: every id exact. A copy, of
	 * 8 bytes a voxel.
	 *
	 * @throws IllegalArgumentException if the cutout is empty
	 */
	public Dataset labels(final SegmentationCutout segmentation) {
		if (segmentation.isEmpty()) throw empty("a segmentation", segmentation
			.source());
		return dataset(ids(segmentation), name(segmentation.source(), segmentation
			.mip()), NmAxes.of(segmentation.resolution(), segmentation.origin(), 1),
			segmentation.source());
	}

	private static Img<UnsignedLongType> ids(
		final SegmentationCutout segmentation)
	{
		final long[] table = segmentation.table();
		final Planes indices = Planes.of(segmentation.indices());
		final PlanarImg<UnsignedLongType, ?> ids = new PlanarImgFactory<>(
			new UnsignedLongType()).create(indices.width(), indices.height(), indices
				.depth());
		for (int z = 0; z < indices.depth(); z++) {
			final int[] from = (int[]) indices.array(z);
			final int offset = indices.offset(z);
			final long[] to = (long[]) Planes.of(ids).array(z);
			for (int i = 0; i < to.length; i++)
				to[i] = table[from[offset + i]];
		}
		return ids;
	}

	private <T extends NativeType<T> & RealType<T>> Dataset dataset(
		final Img<T> voxels, final String name, final CalibratedAxis[] axes,
		final String source)
	{
		final Dataset dataset = datasets.create(new ImgPlus<>(voxels, name, axes));
		dataset.setSource(source);
		dataset.setCompositeChannelCount(axes.length > 3 ? (int) voxels.dimension(3)
			: 1);
		return dataset;
	}

	private static String name(final String source, final int mip) {
		return source.replaceFirst("/+$", "").replaceFirst(".*/", "") + " mip " +
			mip;
	}

	private static IllegalArgumentException empty(final String what,
		final String source)
	{
		return new IllegalArgumentException("Expected " + what +
			" but the cutout of " + source +
			" is empty; try a client with such a source.");
	}
}
