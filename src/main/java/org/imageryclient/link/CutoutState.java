// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.link;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

import org.imageryclient.Timestamp;
import org.imageryclient.color.ColorScheme;
import org.imageryclient.cutout.CutoutPlan;
import org.imageryclient.cutout.CutoutRequest;
import org.imageryclient.cutout.RootSelection;
import org.imageryclient.cutout.SidePlan;
import org.imageryclient.geom.Point;
import org.imageryclient.geom.Resolution;
import org.imageryclient.link.SegmentationLayer.Alphas;

/** The state that shows a cutout. */
final class CutoutState {

	/** At which both segments and the tissue under them are seen. */
	private static final double SELECTED_ALPHA = 0.4;

	/** The side of a panel of the viewer on a usual screen. */
	private static final double PIXELS = 600;

	private static final MathContext FEW_DIGITS = new MathContext(3);

	/** Of a voxel: enough to be exact, too little to show how it was computed. */
	private static final double SMALLEST_PART = 1e-6;

	private final CutoutPlan plan;
	private final Optional<Timestamp> time;
	private final ColorScheme colors;
	private final long[] ids;

	/**
	 * @param time when the roots were looked up
	 * @param ids of the segments that occur, in ascending order
	 * @throws IllegalArgumentException if the cutout is empty
	 */
	CutoutState(final CutoutPlan plan, final Optional<Timestamp> time,
		final ColorScheme colors, final long... ids)
	{
		this.plan = plan;
		this.time = time;
		this.colors = colors.written(ids);
		this.ids = ids;
		if (plan.sides().allMatch(side -> side.box().isEmpty()))
			throw new IllegalArgumentException(
				"Expected a cutout to make a link of but it is empty; try a client with a source.");
	}

	NeuroglancerState state() {
		final CutoutBox box = box();
		final Point centre = new Point((box.min().x() + box.max().x()) / 2, (box
			.min().y() + box.max().y()) / 2, (box.min().z() + box.max().z()) / 2);
		return new NeuroglancerState(Optional.of(plan.frame()), Optional.of(centre),
			OptionalDouble.of(scale(box)), layers(), Optional.of(box), List.of());
	}

	private List<Layer> layers() {
		final List<Layer> layers = new ArrayList<>();
		plan.image().ifPresent(side -> layers.add(new ImageLayer("imagery", source(
			side), true)));
		plan.segmentation().ifPresent(side -> layers.add(segmentation(side)));
		return layers;
	}

	private SegmentationLayer segmentation(final SidePlan side) {
		final LayerColors painted = LayerColors.of(colors, ids);
		return new SegmentationLayer("segmentation", source(side), true, Arrays
			.stream(request().roots().ids()).boxed().toList(), List.of(), painted
				.segmentColors(), painted.defaultColor(), painted.colorSeed(), side
					.looksUpRoots() ? time : Optional.empty(), new Alphas(OptionalDouble
						.of(SELECTED_ALPHA), OptionalDouble.empty(), OptionalDouble
							.empty()));
	}

	private static LayerSource source(final SidePlan side) {
		return LayerSource.of(ViewerAddress.of(side.source()));
	}

	private CutoutRequest request() {
		final CutoutRequest request = plan.standaloneRequest();
		return time.map(request::withTimestamp).orElse(request);
	}

	/** Around what the cutout shows, which may be more than was asked for. */
	private CutoutBox box() {
		final SidePlan side = plan.sides().findFirst().orElseThrow();
		final CutoutRequest request = request();
		final boolean areRootsInTheLayer = plan.segmentation().isPresent() &&
			request.roots().ids().length > 0;
		return new CutoutBox(inFrame(side.box().min().toArray(), side.resolution()),
			inFrame(side.box().max().toArray(), side.resolution()), areRootsInTheLayer
				? request.withRoots(RootSelection.all()) : request, Optional.of(
					colors));
	}

	private Point inFrame(final long[] corner, final Resolution grid) {
		return Point.of(IntStream.range(0, 3).mapToDouble(d -> {
			final double voxels = corner[d] * grid.get(d) / plan.frame().get(d);
			return Math.rint(voxels / SMALLEST_PART) * SMALLEST_PART;
		}).toArray());
	}

	/** At which the box fills a panel. */
	private double scale(final CutoutBox box) {
		final Resolution frame = plan.frame();
		final double nm = Math.max(box.size()[0] * frame.x(), box.size()[1] * frame
			.y());
		return BigDecimal.valueOf(nm / PIXELS / NeuroglancerState.finest(frame))
			.round(FEW_DIGITS).doubleValue();
	}
}
