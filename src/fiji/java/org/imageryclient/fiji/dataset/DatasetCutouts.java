// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.dataset;

import com.carrotsearch.hppc.LongArrayList;
import com.carrotsearch.hppc.LongIntHashMap;

import java.util.Collections;
import java.util.List;

import net.imagej.Dataset;
import net.imagej.axis.Axes;
import net.imagej.axis.AxisType;
import net.imagej.units.UnitService;
import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.img.planar.PlanarImgFactory;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedIntType;
import net.imglib2.util.ImgUtil;
import net.imglib2.view.Views;

import org.imageryclient.cutout.CutoutOfVoxels;
import org.imageryclient.cutout.ImageCutout;
import org.imageryclient.cutout.SegmentationCutout;
import org.imageryclient.mask.LabelImage;
import org.imageryclient.precomputed.DataType;

/**
 * Datasets as cutouts again, perhaps changed by other plugins meanwhile: those
 * with axes X, Y, Z in a unit of length, in any order, and Channel where there
 * are several.
 *
 * <pre>
 * ImageCutout&lt;?&gt; denoised = new DatasetCutouts(units).image(dataset);
 * cutouts.save(denoised, "denoised.tif");
 * </pre>
 *
 * Voxels are copied. They lie where the axes say.
 */
public final class DatasetCutouts {

	private static final AxisType[] ORDER = { Axes.X, Axes.Y, Axes.Z,
		Axes.CHANNEL };

	private final UnitService units;

	public DatasetCutouts(final UnitService units) {
		this.units = units;
	}

	/**
	 * Imagery, sample for sample.
	 *
	 * @throws IllegalArgumentException if the axes are not as above, if the
	 *           origin is no whole voxel, or for a pixel type that no volume has
	 */
	public ImageCutout<?> image(final Dataset dataset) {
		return typed(dataset, Samples.typeOf(dataset.firstElement()).orElseThrow(
			() -> new IllegalArgumentException(
				"Expected pixels of 8 to 64 bits but those of " + dataset.getName() +
					" are " + dataset.getTypeLabelLong() + ".")));
	}

	/** The type was looked up: it is a native number. */
	@SuppressWarnings("unchecked")
	private <T extends NativeType<T> & RealType<T>> ImageCutout<T> typed(
		final Dataset dataset, final DataType type)
	{
		final CutoutOfVoxels where = NmAxes.place(dataset, units);
		final RandomAccessibleInterval<T> voxels =
			(RandomAccessibleInterval<T>) ordered(dataset);
		final PlanarImg<T, ?> copy = new PlanarImgFactory<>(voxels.getType())
			.create(voxels.dimensionsAsLongArray());
		ImgUtil.copy(Views.zeroMin(voxels), copy);
		return where.image(copy, type);
	}

	/**
	 * Segment ids, every bit of them: pixels are ids.
	 *
	 * @throws IllegalArgumentException as {@link #image}, if there are several
	 *           channels, or if pixels are no whole numbers
	 */
	public SegmentationCutout labels(final Dataset dataset) {
		if (!areIds(dataset)) throw new IllegalArgumentException(
			"Expected whole numbers from 0 on in one channel, as ids are, but " +
				dataset.getName() + " has " + dataset.getTypeLabelLong() + " in " +
				dataset.getChannels() + ".");
		return NmAxes.place(dataset, units).labels(indexed(ordered(dataset)));
	}

	/**
	 * Whether a dataset has what ids need: unsigned whole numbers, one channel.
	 */
	static boolean areIds(final Dataset dataset) {
		return dataset.isInteger() && !dataset.isSigned() && Samples.typeOf(dataset
			.firstElement()).isPresent() && channels(dataset) == 1;
	}

	private static long channels(final Dataset dataset) {
		final int axis = dataset.dimensionIndex(Axes.CHANNEL);
		return axis < 0 ? 1 : dataset.dimension(axis);
	}

	private static LabelImage indexed(
		final RandomAccessibleInterval<? extends RealType<?>> voxels)
	{
		final LongIntHashMap indexOf = new LongIntHashMap();
		final LongArrayList table = new LongArrayList();
		indexOf.put(0, 0);
		table.add(0);
		final PlanarImg<UnsignedIntType, ?> indices = PlanarImgs.unsignedInts(voxels
			.dimension(0), voxels.dimension(1), voxels.dimension(2));
		final Cursor<? extends RealType<?>> from = Views.flatIterable(Views
			.hyperSlice(voxels, 3, 0)).cursor();
		for (final UnsignedIntType to : Views.flatIterable(indices)) {
			final long id = ((IntegerType<?>) from.next()).getIntegerLong();
			int index = indexOf.getOrDefault(id, -1);
			if (index < 0) {
				index = table.size();
				indexOf.put(id, index);
				table.add(id);
			}
			to.set(index);
		}
		return LabelImage.of(indices, table.toArray());
	}

	/** The voxels along x, y, z, channel. */
	private static RandomAccessibleInterval<? extends RealType<?>> ordered(
		final Dataset dataset)
	{
		RandomAccessibleInterval<? extends RealType<?>> voxels = dataset
			.getImgPlus();
		final List<AxisType> types = NmAxes.types(dataset);
		for (int d = 0; d < ORDER.length; d++) {
			int axis = types.indexOf(ORDER[d]);
			if (axis < 0) {
				// Only Channel may be missing, and it is the last.
				voxels = Views.addDimension(voxels, 0, 0);
				continue;
			}
			for (; axis > d; axis--) {
				voxels = Views.permute(voxels, axis, axis - 1);
				Collections.swap(types, axis, axis - 1);
			}
		}
		return voxels;
	}
}
