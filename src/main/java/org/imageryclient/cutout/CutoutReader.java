// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.cutout;

import java.time.Clock;
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

	private final Clock clock;

	/**
	 * @param clock whose present counts as now
	 */
	CutoutReader(final Clock clock) {
		this.clock = clock;
	}

	ImageCutout<?> image(final ClientSide side, final CutoutPlan plan,
		final Progress progress)
	{
		return typedImage(side.volume(), plan, progress);
	}

	/** Every pixel type of a volume is a number. */
	@SuppressWarnings("unchecked")
	private static <T extends NativeType<T> & RealType<T>> ImageCutout<T>
		typedImage(final Volume<?> volume, final CutoutPlan plan,
			final Progress progress)
	{
		final SidePlan side = plan.image().orElseThrow();
		final VolumeRead<T> read = ((Volume<T>) volume).read(side.mip(), side
			.readBox(), progress);
		MissingData.judge(read.status(), side, plan.request().strict());
		return new ImageCutout<>(resampled(read.image(), side), plan, CutoutStatus
			.ofImage(read.status()));
	}

	SegmentationCutout segmentation(final ClientSide side, final CutoutPlan plan,
		final Timestamp time, final Progress progress)
	{
		final SidePlan sidePlan = plan.segmentation().orElseThrow();
		final LabelRead read = side.volume().readLabels(sidePlan.mip(), sidePlan
			.readBox(), progress);
		MissingData.judge(read.status(), sidePlan, plan.request().strict());
		final RootResolver resolver = new RootResolver(Optional.of(side.volume()),
			plan, clock);
		return new SegmentationCutout(resampled(read.indices(), sidePlan), read
			.ids(), read.status(), resolver, resolver.resolve(read.ids(), time,
				progress));
	}

	ImageCutout<?> noImage(final CutoutRequest request,
		final Resolution resolution)
	{
		LOG.log(System.Logger.Level.INFO,
			"The client has no imagery: the cutout is empty.");
		return new ImageCutout<>(Planes.noVoxels(new UnsignedByteType(), 0, 0, 0,
			1), new CutoutPlan(request, resolution, Fit.NATIVE, Optional.of(nothing(
				resolution, DataType.UINT8, Byte.BYTES)), Optional.empty()),
			CutoutStatus.NOTHING);
	}

	SegmentationCutout noSegmentation(final CutoutRequest request,
		final Resolution resolution)
	{
		LOG.log(System.Logger.Level.INFO,
			"The client has no segmentation: the cutout is empty.");
		final CutoutPlan plan = new CutoutPlan(request, resolution, Fit.NATIVE,
			Optional.empty(), Optional.of(nothing(resolution, DataType.UINT64,
				Integer.BYTES)));
		final long[] background = new long[1];
		return new SegmentationCutout(Planes.noVoxels(new UnsignedIntType(), 0, 0,
			0), background, ReadStatus.NOTHING, new RootResolver(Optional.empty(),
				plan, clock), new Shown(background, Optional.empty(),
					RootStatus.NOTHING));
	}

	private static SidePlan nothing(final Resolution resolution,
		final DataType type, final int bytesPerVoxel)
	{
		final AxisRule none = new AxisRule.Same(0);
		return new SidePlan("", 0, resolution, type, 1, NOWHERE, resolution,
			NOWHERE, none, none, none, 0, 0, bytesPerVoxel, false);
	}

	/** Where the plan needs no other image, what was read is the result. */
	private static <T extends NativeType<T>> NativeImg<T, ?> resampled(
		final NativeImg<T, ?> read, final SidePlan plan)
	{
		return plan.isResampled() ? Resampler.apply(read, plan.x().lookup(), plan
			.y().lookup(), plan.z().lookup()) : read;
	}
}
