// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.cutout;

import java.util.Optional;
import java.util.stream.IntStream;

import org.imageryclient.geom.Resolution;

/**
 * Decides what a request means. Pure: looks at descriptions of volumes, reads
 * nothing of them. Source: semantics of ImageryClient §2 to §8, with the rulings
 * of doc/parity.md.
 *
 * @param defaultFrame the resolution of coordinates where a region names none
 */
record CutoutPlanner(Resolution defaultFrame) {

	CutoutPlan image(final ClientSide side, final CutoutRequest asked) {
		final CutoutRequest request = asked.withImageMip(asked.imageMip().or(side
			.defaultMip()));
		final int mip = side.mip(request.imageMip());
		final boolean isChosen = isChosen(request.imageMip(), side);
		final SidePlanner planner = planner(request, isChosen, side.volume()
			.resolution(mip));
		return plan(planner, Optional.of(planner.single(image(side, mip))), Optional
			.empty());
	}

	CutoutPlan segmentation(final ClientSide side, final CutoutRequest asked) {
		final CutoutRequest request = asked.withSegmentationMip(asked
			.segmentationMip().or(side.defaultMip()));
		final int mip = side.mip(request.segmentationMip());
		final boolean isChosen = isChosen(request.segmentationMip(), side);
		final SidePlanner planner = planner(request, isChosen, side.volume()
			.resolution(mip));
		return plan(planner, Optional.empty(), Optional.of(planner.single(labels(
			side, mip, request))));
	}

	/** The finer side sets the grid; the other is brought to it. */
	CutoutPlan pair(final ClientSide image, final ClientSide segmentation,
		final CutoutRequest asked)
	{
		final CutoutRequest request = asked.withImageMip(asked.imageMip().or(image
			.defaultMip())).withSegmentationMip(asked.segmentationMip().or(
				segmentation.defaultMip()));
		final int imageMip = image.mip(request.imageMip());
		final int segmentationMip = segmentation.mip(request.segmentationMip());
		final boolean isChosen = isChosen(request.imageMip(), image) || isChosen(
			request.segmentationMip(), segmentation);
		final Scan i = image(image, imageMip);
		final Scan s = labels(segmentation, segmentationMip, request);
		final boolean isOntoSegmentation = isCoarserOrEqual(i.resolution(), s
			.resolution());
		final Scan target = isOntoSegmentation ? s : i;
		final Scan other = isOntoSegmentation ? i : s;
		final SidePlanner planner = planner(request, isChosen, target.resolution());
		final SidePlan targetPlan = planner.single(target);
		final SidePlan otherPlan = planner.beside(other, targetPlan);
		return plan(planner, Optional.of(isOntoSegmentation ? otherPlan
			: targetPlan), Optional.of(isOntoSegmentation ? targetPlan : otherPlan));
	}

	private CutoutPlan plan(final SidePlanner planner,
		final Optional<SidePlan> image, final Optional<SidePlan> segmentation)
	{
		return new CutoutPlan(planner.request(), planner.framing().frame(), planner
			.isToBounds() ? Fit.BOUNDS : Fit.NATIVE, image, segmentation);
	}

	private SidePlanner planner(final CutoutRequest request,
		final boolean isMipChosen, final Resolution pixelGrid)
	{
		final boolean isToBounds = switch (request.fit()) {
			case BOUNDS -> true;
			case NATIVE -> false;
			case AUTO -> !isMipChosen && !request.region().isInPixels();
		};
		return new SidePlanner(request, Framing.of(request.region(), defaultFrame,
			pixelGrid), isToBounds);
	}

	private static boolean isChosen(final Mip mip, final ClientSide side) {
		return !mip.or(side.defaultMip()).isDefault();
	}

	private static boolean isCoarserOrEqual(final Resolution a,
		final Resolution b)
	{
		return IntStream.range(0, 3).allMatch(d -> a.get(d) >= b.get(d));
	}

	private static Scan image(final ClientSide side, final int mip) {
		return new Scan(side, mip, side.volume().dataType().byteLength() * side
			.volume().channels(), false);
	}

	/** Labels are held as 4-byte positions in a table of ids. */
	private static Scan labels(final ClientSide side, final int mip,
		final CutoutRequest request)
	{
		return new Scan(side, mip, Integer.BYTES, side.isAgglomerated() && !request
			.roots().isRaw());
	}
}
