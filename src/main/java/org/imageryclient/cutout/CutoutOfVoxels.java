// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.cutout;

import java.time.Clock;
import java.util.Optional;

import net.imglib2.img.NativeImg;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;

import org.imageryclient.cutout.RootResolver.Shown;
import org.imageryclient.geom.Long3;
import org.imageryclient.geom.Region;
import org.imageryclient.geom.Resolution;
import org.imageryclient.geom.VoxelBox;
import org.imageryclient.mask.LabelImage;
import org.imageryclient.precomputed.DataType;
import org.imageryclient.volume.ReadStatus;

/**
 * Cutouts of voxels that no volume was read for, such as those that another
 * program made of a cutout:
 *
 * <pre>
 * CutoutOfVoxels where = new CutoutOfVoxels("denoised", new Resolution(4, 4, 40), new Long3(100, 200, 10));
 * ImageCutout&lt;?&gt; image = where.image(pixels, DataType.UINT8);
 * </pre>
 *
 * They are shown and saved as any cutout. No request repeats them.
 *
 * @param source what messages and titles call them
 * @param resolution of the voxels
 * @param origin the voxel of the lower corner, on the grid of the resolution
 */
public record CutoutOfVoxels(String source, Resolution resolution,
	Long3 origin)
{

	/**
	 * Imagery; the pixels are shared.
	 *
	 * @param pixels x, y, z, channel, stored in whole planes
	 * @param type of the samples
	 * @throws IllegalArgumentException if there are not four dimensions
	 */
	public <T extends NativeType<T> & RealType<T>> ImageCutout<T> image(
		final NativeImg<T, ?> pixels, final DataType type)
	{
		checkDimensions(pixels, 4, "x, y, z, channel");
		final int channels = (int) pixels.dimension(3);
		final SidePlan side = side(pixels, type, channels, type.byteLength() *
			channels);
		return new ImageCutout<>(pixels, plan(side, Optional.of(side), Optional
			.empty()), CutoutStatus.NOTHING);
	}

	/**
	 * Labels; the indices are shared.
	 *
	 * @param labels x, y, z, stored in whole planes
	 * @throws IllegalArgumentException if there are not three dimensions
	 */
	public SegmentationCutout labels(final LabelImage labels) {
		checkDimensions(labels.indices(), 3, "x, y, z");
		final SidePlan side = side(labels.indices(), DataType.UINT64, 1,
			Integer.BYTES);
		final RootResolver noRoots = new RootResolver(Optional.empty(), plan(side,
			Optional.empty(), Optional.of(side)), Clock.systemUTC());
		final long[] ids = labels.table();
		return new SegmentationCutout(labels.indices(), ids, ReadStatus.NOTHING,
			noRoots, new Shown(ids, Optional.empty(), RootStatus.NOTHING), false);
	}

	private static void checkDimensions(final NativeImg<?, ?> voxels,
		final int expected, final String axes)
	{
		if (voxels.numDimensions() != expected) throw new IllegalArgumentException(
			"Expected voxels along " + axes + " but there are " + voxels
				.numDimensions() + " dimensions.");
	}

	private SidePlan side(final NativeImg<?, ?> voxels, final DataType type,
		final int channels, final int bytesPerVoxel)
	{
		final VoxelBox box = VoxelBox.ofSize(origin, new Long3(voxels.dimension(0),
			voxels.dimension(1), voxels.dimension(2)));
		final Long3 size = box.size();
		return new SidePlan(source, 0, resolution, type, channels, box, resolution,
			box, new AxisRule.Same(size.x()), new AxisRule.Same(size.y()),
			new AxisRule.Same(size.z()), 0, 0, bytesPerVoxel, false);
	}

	private CutoutPlan plan(final SidePlan side, final Optional<SidePlan> image,
		final Optional<SidePlan> segmentation)
	{
		final Long3 min = side.box().min();
		final Long3 max = side.box().max();
		final Region region = Region.bounds(min.x(), min.y(), min.z(), max.x(), max
			.y(), max.z()).at(resolution);
		return new CutoutPlan(CutoutRequest.of(region).withFit(Fit.NATIVE),
			resolution, Fit.NATIVE, image, segmentation);
	}
}
