// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.cutout;

import java.util.Optional;

import net.imglib2.img.NativeImg;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedIntType;

import org.imageryclient.Progress;
import org.imageryclient.Timestamp;
import org.imageryclient.cutout.RootResolver.Shown;
import org.imageryclient.geom.Long3;
import org.imageryclient.geom.Resolution;
import org.imageryclient.geom.VoxelBox;
import org.imageryclient.precomputed.DataType;
import org.imageryclient.volume.LabelRead;
import org.imageryclient.volume.Planes;
import org.imageryclient.volume.ReadStatus;
import org.imageryclient.volume.Resampler;
import org.imageryclient.volume.Volume;
import org.imageryclient.volume.VolumeRead;

/** Carries plans out: reads, and resamples where the plan says so. */
final class CutoutReader {

	private static final System.Logger LOG = System.getLogger(CutoutReader.class
		.getName());

	private static final VoxelBox NOWHERE = new VoxelBox(Long3.ZERO, Long3.ZERO);

	ImageCutout<?> image(final ClientSide side, final CutoutPlan plan,
		final Progress progress)
	{
		return typedImage(side.volume(), plan.image().orElseThrow(), plan.request()
			.strict(), progress);
	}

	/** Every pixel type of a volume is a number. */
	@SuppressWarnings("unchecked")
	private static <T extends NativeType<T> & RealType<T>> ImageCutout<T>
		typedImage(final Volume<?> volume, final SidePlan plan,
			final boolean isStrict, final Progress progress)
	{
		final VolumeRead<T> read = ((Volume<T>) volume).read(plan.mip(), plan
			.readBox(), progress);
		MissingData.judge(read.status(), plan, isStrict);
		return new ImageCutout<>(resampled(read.image(), plan), plan.resolution(),
			plan.box(), plan.type(), plan.source(), plan.mip(), CutoutStatus.ofImage(
				read.status()));
	}

	SegmentationCutout segmentation(final ClientSide side, final CutoutPlan plan,
		final Timestamp now, final Progress progress)
	{
		final SidePlan sidePlan = plan.segmentation().orElseThrow();
		final LabelRead read = side.volume().readLabels(sidePlan.mip(), sidePlan
			.readBox(), progress);
		MissingData.judge(read.status(), sidePlan, plan.request().strict());
		final RootResolver resolver = new RootResolver(Optional.of(side.volume()),
			sidePlan, plan.request().roots(), plan.request().strict());
		return new SegmentationCutout(resampled(read.indices(), sidePlan), read
			.ids(), read.status(), resolver, resolver.resolve(read.ids(), plan
				.request().timestamp().orElse(now), progress));
	}

	ImageCutout<?> noImage(final Resolution resolution) {
		LOG.log(System.Logger.Level.INFO,
			"The client has no imagery: the cutout is empty.");
		return new ImageCutout<>(Planes.noVoxels(new UnsignedByteType(), 0, 0, 0,
			1), resolution, NOWHERE, DataType.UINT8, "", 0, CutoutStatus.NOTHING);
	}

	SegmentationCutout noSegmentation(final Resolution resolution,
		final RootSelection roots)
	{
		LOG.log(System.Logger.Level.INFO,
			"The client has no segmentation: the cutout is empty.");
		final AxisRule none = new AxisRule.Same(0);
		final SidePlan plan = new SidePlan("", 0, resolution, DataType.UINT64, 1,
			NOWHERE, resolution, NOWHERE, none, none, none, 0, Integer.BYTES, false);
		final NativeImg<UnsignedIntType, ?> nothing = Planes.noVoxels(
			new UnsignedIntType(), 0, 0, 0);
		final long[] background = new long[1];
		return new SegmentationCutout(nothing, background, ReadStatus.NOTHING,
			new RootResolver(Optional.empty(), plan, roots, false), new Shown(
				background, Optional.empty(), RootStatus.NOTHING));
	}

	/** Where the plan needs no other image, what was read is the result. */
	private static <T extends NativeType<T>> NativeImg<T, ?> resampled(
		final NativeImg<T, ?> read, final SidePlan plan)
	{
		return plan.isResampled() ? Resampler.apply(read, plan.x().lookup(), plan
			.y().lookup(), plan.z().lookup()) : read;
	}
}
