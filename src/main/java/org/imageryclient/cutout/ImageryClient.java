// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.cutout;

import java.time.Clock;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

import org.imageryclient.Progress;
import org.imageryclient.Timestamp;
import org.imageryclient.geom.Point;
import org.imageryclient.geom.Region;
import org.imageryclient.geom.Resolution;
import org.imageryclient.volume.Agglomeration;
import org.imageryclient.volume.ReadSession;
import org.imageryclient.volume.Volume;

/**
 * Cutouts of aligned imagery and segmentation.
 *
 * <pre>
 *
 * ImageryClient client = ImageryClient.builder(session).imageSource(
 * 	"gs://b/em").segmentationSource("gs://b/seg").build();
 * Region region = Region.centered(5319, 8677, 1201).size(400, 400, 1);
 * PairedCutout pair = client.imageAndSegmentation(region, RootSelection.all());
 * </pre>
 *
 * Follows ImageryClient 1.0.4 for Python method by method, with the differences
 * that doc/parity.md lists. Immutable; may be used from several threads.
 */
public final class ImageryClient {

	private final Optional<ClientSide> image;
	private final Optional<ClientSide> segmentation;
	private final CutoutPlanner planner;
	private final CutoutReader reader;
	private final MemoryCheck memory;
	private final Optional<Timestamp> timestamp;
	private final Clock clock;

	ImageryClient(final Optional<ClientSide> image,
		final Optional<ClientSide> segmentation, final Resolution resolution,
		final MemoryCheck memory, final Optional<Timestamp> timestamp,
		final Clock clock)
	{
		this.image = image;
		this.segmentation = segmentation;
		this.planner = new CutoutPlanner(resolution);
		this.reader = new CutoutReader(clock);
		this.memory = memory;
		this.timestamp = timestamp;
		this.clock = clock;
	}

	/** A client that reads through {@code session}, which stays the caller's. */
	public static ImageryClientBuilder builder(final ReadSession session) {
		return new ImageryClientBuilder(session);
	}

	/** As {@link #image(CutoutRequest, Progress)}, with all defaults. */
	public ImageCutout<?> image(final Region region) {
		return image(CutoutRequest.of(region));
	}

	/** As {@link #image(CutoutRequest, Progress)}, without progress. */
	public ImageCutout<?> image(final CutoutRequest request) {
		return image(request, Progress.NONE);
	}

	/**
	 * Imagery of a region. One GET per chunk that the plan counts; cancellable.
	 *
	 * @return x, y, z, channel; an empty cutout, and a line in the log, where the
	 *         client has no imagery
	 * @throws IllegalArgumentException for a region without a voxel, a mip that
	 *           is not there
	 * @throws org.imageryclient.TooLarge before anything is fetched, if memory
	 *           does not suffice
	 * @throws org.imageryclient.Canceled if {@code progress} says so
	 * @throws org.imageryclient.CutoutException if a chunk can't be had; with
	 *           {@code strict} also if one is absent or forbidden
	 */
	public ImageCutout<?> image(final CutoutRequest request,
		final Progress progress)
	{
		if (image.isEmpty()) return reader.noImage(request, resolution());
		final CutoutPlan plan = planImage(request);
		memory.check(plan, coarser(plan, r -> planner.image(image.get(), r)));
		return reader.image(image.get(), plan, progress);
	}

	/** All segments of a region, with all defaults. */
	public SegmentationCutout segmentation(final Region region) {
		return segmentation(region, RootSelection.all());
	}

	/** As {@link #segmentation(CutoutRequest, Progress)}, with all defaults. */
	public SegmentationCutout segmentation(final Region region,
		final RootSelection roots)
	{
		return segmentation(CutoutRequest.of(region).withRoots(roots));
	}

	/** As {@link #segmentation(CutoutRequest, Progress)}, without progress. */
	public SegmentationCutout segmentation(final CutoutRequest request) {
		return segmentation(request, Progress.NONE);
	}

	/**
	 * Segment ids of a region. Masks are views of the result:
	 * {@link SegmentationCutout#masks()}. One GET per chunk that the plan counts;
	 * cancellable.
	 *
	 * @return x, y, z; an empty cutout, and a line in the log, where the client
	 *         has no segmentation
	 * @throws IllegalArgumentException for a region without a voxel, a mip that
	 *           is not there, a time in the future, a listed id that is no root
	 * @throws org.imageryclient.TooLarge before anything is fetched, if memory
	 *           does not suffice
	 * @throws org.imageryclient.Canceled if {@code progress} says so
	 * @throws org.imageryclient.CutoutException if a chunk can't be had; with
	 *           {@code strict} also if one is absent or forbidden, or a root
	 *           can't be found
	 */
	public SegmentationCutout segmentation(final CutoutRequest request,
		final Progress progress)
	{
		if (segmentation.isEmpty()) return reader.noSegmentation(request,
			resolution());
		final CutoutPlan plan = planSegmentation(request);
		memory.check(plan, coarser(plan, r -> planner.segmentation(segmentation
			.get(), r)));
		return reader.segmentation(segmentation.get(), plan, time(request),
			progress);
	}

	/**
	 * As {@link #imageAndSegmentation(CutoutRequest, Progress)}, with all
	 * defaults.
	 */
	public PairedCutout imageAndSegmentation(final Region region,
		final RootSelection roots)
	{
		return imageAndSegmentation(CutoutRequest.of(region).withRoots(roots));
	}

	/**
	 * As {@link #imageAndSegmentation(CutoutRequest, Progress)}, without
	 * progress.
	 */
	public PairedCutout imageAndSegmentation(final CutoutRequest request) {
		return imageAndSegmentation(request, Progress.NONE);
	}

	/**
	 * Imagery and segmentation of a region. If the imagery's mip is as coarse as
	 * the segmentation's along every axis, or coarser, the imagery is brought to
	 * the segmentation's grid; else the segmentation to the imagery's; unless the
	 * request says not to resize. One GET per chunk that the plan counts;
	 * cancellable.
	 *
	 * @throws IllegalArgumentException also if the client lacks one of the two;
	 *           names it
	 * @throws org.imageryclient.TooLarge before anything is fetched, if memory
	 *           does not suffice
	 * @throws org.imageryclient.Canceled if {@code progress} says so
	 * @throws org.imageryclient.CutoutException if a chunk can't be had; with
	 *           {@code strict} also if one is absent or forbidden
	 */
	public PairedCutout imageAndSegmentation(final CutoutRequest request,
		final Progress progress)
	{
		final CutoutPlan plan = planImageAndSegmentation(request);
		memory.check(plan, coarser(plan, this::planImageAndSegmentation));
		final Timestamp time = time(request);
		final ImageCutout<?> pixels = reader.image(image.get(), plan, progress);
		return new PairedCutout(pixels, reader.segmentation(segmentation.get(),
			plan, time, progress), plan);
	}

	/**
	 * What {@link #image} would do. No I/O.
	 *
	 * @throws IllegalArgumentException as there, and if there is no imagery
	 */
	public CutoutPlan planImage(final CutoutRequest request) {
		return planner.image(imageSide(), request);
	}

	/**
	 * What {@link #segmentation} would do. No I/O.
	 *
	 * @throws IllegalArgumentException as there, and if there is no segmentation
	 */
	public CutoutPlan planSegmentation(final CutoutRequest request) {
		return planner.segmentation(segmentationSide(), request);
	}

	/**
	 * What {@link #imageAndSegmentation} would do. No I/O.
	 *
	 * @throws IllegalArgumentException as there
	 */
	public CutoutPlan planImageAndSegmentation(final CutoutRequest request) {
		return planner.pair(imageSide(), segmentationSide(), request);
	}

	/**
	 * The plan of a region at the finest mips, from those of the request on,
	 * whose cutout needs no more than so much memory. No I/O.
	 *
	 * @param bytes at most held at once
	 * @param planning {@link #planImage}, {@link #planSegmentation} or
	 *          {@link #planImageAndSegmentation} of this client
	 * @return empty where the coarsest mips need more
	 * @throws IllegalArgumentException as {@code planning}
	 */
	public Optional<CutoutPlan> planWithin(final CutoutRequest request,
		final long bytes, final Function<CutoutRequest, CutoutPlan> planning)
	{
		return coarser(planning.apply(request), planning).within(bytes);
	}

	/**
	 * The box of a size around a centre, as {@link Region} has it.
	 *
	 * @param centre x, y, z
	 * @param width along x
	 * @param height along y
	 * @param depth along z
	 * @throws IllegalArgumentException unless the centre has three finite numbers
	 */
	public static Region.Corners boundsFromCenter(final double[] centre,
		final double width, final double height, final double depth)
	{
		return Region.aroundCentre(Point.of(centre), new Point(width, height,
			depth));
	}

	/** The box of one voxel around a centre. */
	public static Region.Corners boundsFromCenter(final double... centre) {
		return boundsFromCenter(centre, 1, 1, 1);
	}

	/**
	 * A size in pixels of an imagery mip, in voxels of a frame.
	 *
	 * @param size width, height and perhaps depth, whose fractions are dropped;
	 *          without a depth it becomes 1, one voxel of the frame
	 * @param mip of the imagery
	 * @param frame where empty the client's resolution
	 * @return width, height, depth
	 */
	public double[] imageBboxSizeFromDimensions(final double[] size,
		final Mip mip, final Optional<Resolution> frame)
	{
		return bboxSize(imageSide(), size, mip, frame);
	}

	/** The same for the segmentation. */
	public double[] segmentationBboxSizeFromDimensions(final double[] size,
		final Mip mip, final Optional<Resolution> frame)
	{
		return bboxSize(segmentationSide(), size, mip, frame);
	}

	/**
	 * What the segmentation's graph says of supervoxels and roots: one POST for
	 * each 250,000 supervoxels not known from before, and one or two for roots.
	 *
	 * @param ids unsigned, of supervoxels and roots in any order
	 * @param time where empty the client's, or now
	 * @throws IllegalArgumentException if the segmentation is a flat one, whose
	 *           ids are its roots
	 * @throws org.imageryclient.CutoutException if the server can't be asked
	 */
	public RootAnswers lookUpRoots(final long[] ids,
		final Optional<Timestamp> time, final Progress progress)
	{
		final Agglomeration graph = segmentationSide().volume().agglomeration()
			.orElseThrow(() -> new IllegalArgumentException(
				"Expected a graphene segmentation to look up roots in but " +
					segmentationSource().orElseThrow() +
					" is a flat one: its ids are what they are at all times."));
		return new RootQuestion(graph, time(time)).ask(ids, progress);
	}

	/** The client's own time for look-ups of roots, if it has one. */
	public Optional<Timestamp> timestamp() {
		return timestamp;
	}

	/** One time for a whole request, so that no picture is two moments. */
	private Timestamp time(final CutoutRequest request) {
		return time(request.timestamp());
	}

	private Timestamp time(final Optional<Timestamp> requested) {
		return requested.or(this::timestamp).map(t -> t.notInFuture(clock))
			.orElseGet(() -> Timestamp.now(clock));
	}

	/** In whose voxels regions without a resolution of their own count. */
	public Resolution resolution() {
		return planner.defaultFrame();
	}

	/** The imagery's address as it was given, if there is imagery. */
	public Optional<String> imageSource() {
		return image.map(ClientSide::source);
	}

	/** The segmentation's address as it was given, if there is one. */
	public Optional<String> segmentationSource() {
		return segmentation.map(ClientSide::source);
	}

	/** The imagery's default mip, from 0, if there is imagery. */
	public OptionalInt imageMip() {
		return mip(image);
	}

	/** The segmentation's default mip, from 0, if there is one. */
	public OptionalInt segmentationMip() {
		return mip(segmentation);
	}

	private static OptionalInt mip(final Optional<ClientSide> side) {
		return side.map(s -> OptionalInt.of(s.mip(Mip.DEFAULT))).orElse(OptionalInt
			.empty());
	}

	public Optional<Volume<?>> imageVolume() {
		return image.map(ClientSide::volume);
	}

	public Optional<Volume<?>> segmentationVolume() {
		return segmentation.map(ClientSide::volume);
	}

	@Override
	public String toString() {
		return "ImageryClient(imagery " + imageSource().orElse("off") +
			", segmentation " + segmentationSource().orElse("off") + ", " +
			resolution() + ")";
	}

	private double[] bboxSize(final ClientSide side, final double[] size,
		final Mip mip, final Optional<Resolution> frame)
	{
		if (size.length != 2 && size.length != 3)
			throw new IllegalArgumentException(
				"Expected a size of 2 or 3 numbers (width, height, depth) but got " +
					size.length + ".");
		return Framing.extent(size, side.resolution(mip), frame.orElse(
			resolution()));
	}

	private ClientSide imageSide() {
		return image.orElseThrow(() -> missing("imagery", "imageSource"));
	}

	private ClientSide segmentationSide() {
		return segmentation.orElseThrow(() -> missing("segmentation",
			"segmentationSource"));
	}

	private static IllegalArgumentException missing(final String what,
		final String setter)
	{
		return new IllegalArgumentException("Expected a client with " + what +
			" but this one has no " + what + "; try giving it one with " + setter +
			"(…).");
	}

	private CoarserPlans coarser(final CutoutPlan plan,
		final Function<CutoutRequest, CutoutPlan> planning)
	{
		return new CoarserPlans(plan, image, segmentation, planning);
	}
}
