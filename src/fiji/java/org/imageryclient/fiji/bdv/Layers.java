// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.bdv;

import bdv.BigDataViewer;
import bdv.cache.SharedQueue;
import bdv.util.RandomAccessibleIntervalMipmapSource;
import bdv.viewer.SourceAndConverter;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;
import java.util.stream.IntStream;

import mpicbg.spim.data.sequence.FinalVoxelDimensions;
import mpicbg.spim.data.sequence.VoxelDimensions;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.Volatile;
import net.imglib2.converter.Converter;
import net.imglib2.converter.Converters;
import net.imglib2.display.RealARGBColorConverter;
import net.imglib2.realtransform.AffineTransform3D;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.NumericType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedLongType;
import net.imglib2.view.Views;

import org.imageryclient.cutout.ImageCutout;
import org.imageryclient.cutout.SegmentationCutout;
import org.imageryclient.geom.Resolution;
import org.imageryclient.precomputed.DataType;
import org.imageryclient.volume.Volume;

/**
 * Volumes and cutouts as sources of BigDataViewer. All mips of a volume, each
 * in its own place: nothing is derived from the finest. Making them does no
 * I/O.
 */
final class Layers {

	private Layers() {}

	/** Imagery, one source for each channel. */
	@SuppressWarnings({ "unchecked", "rawtypes" })
	static List<SourceAndConverter<?>> imagery(final Volume<?> volume,
		final SharedQueue queue, final MissingChunks missing)
	{
		final List<SourceAndConverter<?>> channels = new ArrayList<>();
		for (int c = 0; c < volume.channels(); c++) {
			final String name = volume.channels() == 1 ? "EM" : "EM channel " + c;
			channels.add(imagery((Volume) volume, c, name, queue, missing));
		}
		return channels;
	}

	private static <T extends NativeType<T> & NumericType<T>, V extends Volatile<T> & NativeType<V> & NumericType<V>>
		SourceAndConverter<T> imagery(final Volume<T> volume, final int channel,
			final String name, final SharedQueue queue, final MissingChunks missing)
	{
		final MipImages<T, V> mips = new MipImages<>(volume, channel, queue,
			missing);
		final SourceAndConverter<V> onScreen = new SourceAndConverter<>(
			new RandomAccessibleIntervalMipmapSource<>(mips.volatileImages, mips
				.volatileType(), mips.transforms, mips.voxelSize, name, true),
			BigDataViewer.createConverterToARGB(mips.volatileType()));
		return new SourceAndConverter<>(new RandomAccessibleIntervalMipmapSource<>(
			mips.images, volume.type(), mips.transforms, mips.voxelSize, name, true),
			BigDataViewer.createConverterToARGB(volume.type()), onScreen);
	}

	/**
	 * Labels.
	 *
	 * @param rootOf a stored id; 0 while it is not known
	 */
	@SuppressWarnings({ "unchecked", "rawtypes" })
	static SourceAndConverter<?> labels(final Volume<?> volume,
		final LongUnaryOperator rootOf, final LabelStyle style,
		final SharedQueue queue, final MissingChunks missing)
	{
		return labelsOf((Volume) volume, rootOf, style, queue, missing);
	}

	private static <T extends NativeType<T> & IntegerType<T>, V extends Volatile<T> & NativeType<V> & NumericType<V>>
		SourceAndConverter<T> labelsOf(final Volume<T> volume,
			final LongUnaryOperator rootOf, final LabelStyle style,
			final SharedQueue queue, final MissingChunks missing)
	{
		final MipImages<T, V> mips = new MipImages<>(volume, 0, queue, missing);
		final Converter<V, ARGBType> toScreen = LabelConverter.ofVolatile(rootOf,
			style);
		final SourceAndConverter<V> onScreen = new SourceAndConverter<>(
			new LabelSource<>(mips.volatileImages, mips.volatileType(),
				mips.transforms, mips.voxelSize, "Segmentation"), toScreen);
		return new SourceAndConverter<>(new LabelSource<>(mips.images, volume
			.type(), mips.transforms, mips.voxelSize, "Segmentation"), LabelConverter
				.of(rootOf, style), onScreen);
	}

	/**
	 * The imagery of a cutout, one source for each channel: opaque where it is,
	 * so that what lies beside it stays to be seen.
	 */
	static List<SourceAndConverter<?>> imagery(final ImageCutout<?> cutout) {
		return IntStream.range(0, cutout.channels())
			.<SourceAndConverter<?>> mapToObj(c -> opaque(Views.hyperSlice(cutout
				.pixels(), 3, c), cutout, c)).toList();
	}

	private static <T extends RealType<T>> SourceAndConverter<ARGBType> opaque(
		final RandomAccessibleInterval<T> samples, final ImageCutout<?> cutout,
		final int channel)
	{
		final double[] range = cutout.dataType() == DataType.UINT8 ? new double[] {
			0, 255 } : Contrast.range(samples);
		final Converter<T, ARGBType> grey = RealARGBColorConverter.create(samples
			.getType(), range[0], range[1]);
		final RandomAccessibleInterval<ARGBType> image = Converters.convert(samples,
			grey, new ARGBType());
		return new SourceAndConverter<>(new RandomAccessibleIntervalMipmapSource<>(
			single(image), new ARGBType(), new AffineTransform3D[] { NmTransform.of(
				cutout.resolution(), cutout.origin()) }, nm(cutout.resolution()),
			"EM cutout" + (cutout.channels() == 1 ? "" : " channel " + channel),
			true), BigDataViewer.createConverterToARGB(new ARGBType()));
	}

	/** The labels of a cutout. */
	static SourceAndConverter<?> labels(final SegmentationCutout cutout,
		final LabelStyle style)
	{
		return new SourceAndConverter<>(new LabelSource<>(single(cutout.labels()),
			new UnsignedLongType(), new AffineTransform3D[] { NmTransform.of(cutout
				.resolution(), cutout.origin()) }, nm(cutout.resolution()),
			"Segmentation cutout"), LabelConverter.of(LongUnaryOperator.identity(),
				style));
	}

	@SuppressWarnings("unchecked")
	private static <T> RandomAccessibleInterval<T>[] single(
		final RandomAccessibleInterval<T> image)
	{
		return new RandomAccessibleInterval[] { image };
	}

	private static VoxelDimensions nm(final Resolution r) {
		return new FinalVoxelDimensions("nm", r.x(), r.y(), r.z());
	}

	/** The mips of one channel, in the arrays that BigDataViewer takes. */
	private static final class MipImages<T extends NativeType<T>, V extends Volatile<T> & NativeType<V>> {

		final RandomAccessibleInterval<T>[] images;
		final RandomAccessibleInterval<V>[] volatileImages;
		final AffineTransform3D[] transforms;
		final VoxelDimensions voxelSize;

		@SuppressWarnings("unchecked")
		MipImages(final Volume<T> volume, final int channel,
			final SharedQueue queue, final MissingChunks missing)
		{
			final int count = volume.mipCount();
			images = new RandomAccessibleInterval[count];
			volatileImages = new RandomAccessibleInterval[count];
			transforms = new AffineTransform3D[count];
			for (int mip = 0; mip < count; mip++) {
				volume.checkReadable(mip);
				final ScaleImages<T, V> scale = ScaleImages.of(volume, mip, channel,
					queue, missing);
				images[mip] = scale.image();
				volatileImages[mip] = scale.volatileImage();
				transforms[mip] = NmTransform.of(volume.resolution(mip), volume.bounds(
					mip).min());
			}
			voxelSize = nm(volume.resolution(0));
		}

		V volatileType() {
			return volatileImages[0].getType();
		}
	}
}
