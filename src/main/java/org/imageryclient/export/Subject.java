// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.export;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.imageryclient.cutout.Cutout;
import org.imageryclient.cutout.CutoutPlan;
import org.imageryclient.cutout.CutoutRequest;
import org.imageryclient.cutout.CutoutText;
import org.imageryclient.cutout.ImageCutout;
import org.imageryclient.cutout.Mip;
import org.imageryclient.cutout.PairedCutout;
import org.imageryclient.cutout.Part;
import org.imageryclient.cutout.RootSelection;
import org.imageryclient.cutout.SegmentationCutout;
import org.imageryclient.cutout.SidePlan;
import org.imageryclient.mask.LabelImage;
import org.imageryclient.mask.MaskSet;
import org.imageryclient.mask.RootMask;
import org.imageryclient.picture.PlaneStack;
import org.imageryclient.precomputed.DataType;

/**
 * What saved files show: a cutout, where they show one, and then the request
 * that gives it again, whatever the defaults and the time.
 *
 * <pre>
 * Subject.of(pair).call("Overlay Figure...").with("width", "3").line();
 * </pre>
 *
 * @param cutout that is shown
 * @param background whether the voxels of no segment have a mask too
 * @param only the segments that are shown, where they are not all
 */
public record Subject(Optional<Cutout> cutout, boolean background,
	Optional<RootSelection> only)
{

	/** Data of no cutout, or of several that no one request gives. */
	public static final Subject UNKNOWN = new Subject(Optional.empty(), false,
		Optional.empty());

	public static Subject of(final Cutout cutout) {
		return new Subject(Optional.of(cutout), false, Optional.empty());
	}

	/** The cutout of which these are masks, if they are of one. */
	public static Subject of(final MaskSet masks) {
		return new Subject(cutout(masks.labels()), masks.includesNull(), Optional
			.empty());
	}

	/**
	 * The cutout of which these are masks, if they are of one. Where they are not
	 * all of its masks, it is as if these alone had been asked for.
	 */
	public static Subject ofMasks(final Collection<RootMask> masks) {
		final List<Optional<Cutout>> cutouts = masks.stream().map(mask -> mask
			.labels().flatMap(Subject::cutout)).distinct().toList();
		if (cutouts.size() != 1 || cutouts.get(0).isEmpty()) return UNKNOWN;
		final long[] ids = masks.stream().map(RootMask::id).filter(id -> id != 0)
			.sorted(Long::compareUnsigned).mapToLong(id -> id).toArray();
		final boolean isBackgroundThere = masks.stream().anyMatch(m -> m.id() == 0);
		final boolean areAllThere = Arrays.equals(ids,
			((SegmentationCutout) cutouts.get(0).get()).ids());
		return new Subject(cutouts.get(0), isBackgroundThere, areAllThere ? Optional
			.empty() : Optional.of(RootSelection.ofBits(ids)));
	}

	/** The cutout, or pair of cutouts, of which these are the voxels. */
	static Subject of(final List<PlaneStack> stacks) {
		return stacks.stream().map(PlaneStack::cutout).reduce(Subject::both).flatMap(
			c -> c).map(Subject::of).orElse(UNKNOWN);
	}

	/** Imagery too, where it is of the same pair. */
	Subject beside(final PlaneStack imagery) {
		final Optional<Cutout> pair = both(imagery.cutout(), cutout);
		return pair.isEmpty() ? UNKNOWN : new Subject(pair, background, only);
	}

	private static Optional<Cutout> cutout(final LabelImage labels) {
		return labels instanceof SegmentationCutout segmentation ? Optional.of(
			segmentation) : Optional.empty();
	}

	private static Optional<Cutout> both(final Optional<Cutout> a,
		final Optional<Cutout> b)
	{
		final Optional<ImageCutout<?>> image = Stream.of(a, b).flatMap(
			Optional::stream).filter(ImageCutout.class::isInstance).findFirst().map(
				c -> (ImageCutout<?>) c);
		final Optional<SegmentationCutout> labels = Stream.of(a, b).flatMap(
			Optional::stream).filter(SegmentationCutout.class::isInstance).findFirst()
			.map(SegmentationCutout.class::cast);
		if (image.isEmpty() || labels.isEmpty()) return Optional.empty();
		final CutoutPlan plan = image.get().plan();
		return plan.equals(labels.get().plan()) ? Optional.of(new PairedCutout(image
			.get(), labels.get(), plan)) : Optional.empty();
	}

	/** The segmentation that is shown, if one is. */
	Optional<SegmentationCutout> segmentation() {
		return cutout.flatMap(c -> c instanceof PairedCutout pair ? Optional.of(pair
			.segmentation()) : c instanceof SegmentationCutout labels ? Optional.of(
				labels) : Optional.empty());
	}

	/** The ids that are shown. */
	long[] ids() {
		return only.map(RootSelection::ids).orElseGet(this::allIds);
	}

	private long[] allIds() {
		return segmentation().map(SegmentationCutout::ids).orElse(new long[0]);
	}

	/** The ids that have a mask: the same, after 0 for the background. */
	long[] maskedIds() {
		return background ? LongStream.concat(LongStream.of(0), LongStream.of(
			ids())).toArray() : ids();
	}

	/** All of the plan, or one side of a pair. */
	Part part() {
		return cutout.map(c -> isWhole(c) ? Part.ALL : Part.of(c)).orElse(Part.ALL);
	}

	private static boolean isWhole(final Cutout cutout) {
		return cutout instanceof PairedCutout || cutout.plan().sides().count() == 1;
	}

	/** Whether ImageJ, whose samples are 8, 16 bits or floats, holds it exactly. */
	boolean isShowable() {
		return cutout.filter(c -> !(c instanceof SegmentationCutout)).flatMap(c -> c
			.plan().image()).map(SidePlan::type).filter(type -> type
				.byteLength() > Short.BYTES && type != DataType.FLOAT32).isEmpty();
	}

	/**
	 * The request that gives the cutout again: with the mips, the frame, the fit
	 * and the time that were decided when it was made. Nothing where no request
	 * does.
	 */
	Optional<CutoutRequest> request() {
		return cutout.filter(c -> c.isRepeatable() && isNameable(c)).map(
			this::decided);
	}

	/** A list of stored ids can't be asked for where these have roots. */
	private boolean isNameable(final Cutout c) {
		final boolean isSourceKnown = c.plan().sides().noneMatch(side -> side
			.source().isEmpty());
		return isSourceKnown && !(only.isPresent() && c.plan().request().roots()
			.isRaw());
	}

	private CutoutRequest decided(final Cutout shown) {
		final CutoutPlan plan = shown.plan();
		final CutoutRequest asked = only.map(plan.request()::withRoots).orElse(plan
			.request());
		final CutoutRequest request = asked.withRegion(asked.region().at(plan
			.frame())).withImageMip(mip(plan.image(), plan.segmentation()))
			.withSegmentationMip(mip(plan.segmentation(), plan.image())).withFit(plan
				.fit());
		return shown.timestamp().map(request::withTimestamp).orElseGet(request::withoutTimestamp);
	}

	/** Where there is no such side, its mip is not looked at. */
	private static Mip mip(final Optional<SidePlan> side,
		final Optional<SidePlan> other)
	{
		return side.or(() -> other).map(s -> Mip.index(s.mip())).orElseThrow();
	}

	/**
	 * A call of a command that begins with this cutout, the keys that say which
	 * filled in. Nothing where no request gives the cutout.
	 *
	 * @param command the last part of its menu path, dots included
	 */
	public Optional<MacroCall> call(final String command) {
		return request().map(request -> {
			final Map<String, String> keys = new LinkedHashMap<>();
			source(CutoutPlan::image).ifPresent(a -> keys.put("source", a));
			source(CutoutPlan::segmentation).ifPresent(a -> keys.put("segmentation",
				a));
			keys.putAll(CutoutText.keys(request));
			// Else a volume of ids would be opened as a segmentation.
			if (source(CutoutPlan::segmentation).isEmpty()) keys.put("roots", "none");
			return new MacroCall(command, keys);
		});
	}

	private Optional<String> source(
		final Function<CutoutPlan, Optional<SidePlan>> side)
	{
		return cutout.map(Cutout::plan).flatMap(side).map(SidePlan::source).map(
			PublicAddress::of);
	}
}
