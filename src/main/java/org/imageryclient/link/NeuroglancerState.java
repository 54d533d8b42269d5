// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.link;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.imageryclient.AccessDenied;
import org.imageryclient.SourceNotFound;
import org.imageryclient.Unsupported;
import org.imageryclient.color.ColorScheme;
import org.imageryclient.color.RootColors;
import org.imageryclient.cutout.Cutout;
import org.imageryclient.cutout.CutoutPlan;
import org.imageryclient.cutout.CutoutRequest;
import org.imageryclient.cutout.ImageryClientBuilder;
import org.imageryclient.cutout.PairedCutout;
import org.imageryclient.cutout.SegmentationCutout;
import org.imageryclient.geom.Point;
import org.imageryclient.geom.Region;
import org.imageryclient.geom.Resolution;
import org.imageryclient.json.JsonCursor;
import org.imageryclient.store.SourceUrl;
import org.imageryclient.store.StoredBytes;
import org.imageryclient.store.Stores;

/**
 * What a Neuroglancer link shows: volumes, a place, selected segments, their
 * colours and the time at which they are looked at.
 *
 * <pre>
 * NeuroglancerState state = NeuroglancerState.parse(pastedLink);
 * state.position(); // in voxels of state.resolution()
 * state.segmentation().get().segments();
 *
 * NeuroglancerState.of(cutout, ColorScheme.hashed(7)).toLink(); // and back
 * </pre>
 *
 * Follows the states of Neuroglancer and Spelunker, and of the older seung-lab
 * viewer ({@code navigation}, {@code segmentation_with_graph}). Immutable; ids
 * are unsigned and exact.
 *
 * @param resolution nm per voxel in which positions count; where a state says
 *          none, they count voxels of the first volume
 * @param position x, y, z; the middle of voxel 5 is 5.5
 * @param crossSectionScale how many voxels, along the axis where they are
 *          finest, a pixel of the screen shows
 * @param layers those that show volumes, in their order
 * @param box of the cutout, in links that were made from one
 * @param notes what of the link is not taken over, a sentence each
 */
public record NeuroglancerState(Optional<Resolution> resolution,
	Optional<Point> position, OptionalDouble crossSectionScale,
	List<Layer> layers, Optional<CutoutBox> box, List<String> notes)
{

	/** The viewer of everybody's. */
	public static final String DEMO_SITE =
		"https://neuroglancer-demo.appspot.com";

	/** The viewer that looks at {@code graphene://} segmentations in time. */
	public static final String SPELUNKER_SITE =
		"https://spelunker.cave-explorer.org";

	private static final long MOST_BYTES = 16 << 20;

	public NeuroglancerState {
		layers = List.copyOf(layers);
		notes = List.copyOf(notes);
	}

	/**
	 * Whether a text is meant as a link to a viewer, as the address of a stored
	 * state, or as a state. No I/O.
	 */
	public static boolean isLink(final String text) {
		return PastedText.isOne(text);
	}

	/**
	 * Whether such a text is the address of a state, or a link to one, that
	 * {@link #read} has to fetch. No I/O.
	 *
	 * @throws IllegalArgumentException if it is none of the forms
	 */
	public static boolean isStored(final String text) {
		return PastedText.of(text).isAddress();
	}

	/**
	 * Reads what someone pasted: the link of any Neuroglancer
	 * ({@code https://…/#!{…}}, percent-encoded or not, with the quotes and commas
	 * of old links too), its part from {@code #!} on, or the state as JSON. No I/O.
	 *
	 * @throws IllegalArgumentException if it is none of these, or if it is the
	 *           address of a stored state: {@link #read} fetches that
	 * @throws org.imageryclient.CorruptData if something in the state is not what
	 *           it must be; says where: {@code $.layers[1].segments[0]}
	 */
	public static NeuroglancerState parse(final String text) {
		final PastedText pasted = PastedText.of(text);
		if (pasted.isAddress()) throw new IllegalArgumentException(
			"Expected a link that holds its state but it is stored at " + pasted
				.content() + "; try NeuroglancerState.read, which fetches it.");
		return of(pasted.content(), "the pasted state");
	}

	/**
	 * The same; of a link to a stored state ({@code #!middleauth+https://…},
	 * {@code #!gs://…}, {@code ?json_url=…}) the state is fetched. At most one GET.
	 * The user's token goes to the host of a {@code middleauth+} address, to no
	 * other (ruling 33 of doc/parity.md), and the one for all servers to none that
	 * only the link names.
	 *
	 * @throws AccessDenied if the server wants a token, or another
	 * @throws SourceNotFound if nothing is stored there
	 */
	public static NeuroglancerState read(final String text,
		final Stores stores)
	{
		final PastedText pasted = PastedText.of(text);
		if (pasted.isAddress()) stores.doubt(pasted.content());
		final NeuroglancerState state = pasted.isAddress() ? fetched(pasted
			.content(), stores) : of(pasted.content(), "the pasted state");
		state.layers.forEach(layer -> stores.doubt(layer.source().url()));
		return state;
	}

	/**
	 * A state that shows a cutout: its sources, its box in the middle of the view,
	 * the selected segments in these colours, the time of its roots. What
	 * Neuroglancer has no field for is in the description of the box. Of one side
	 * of a pair it is the state of the pair.
	 *
	 * @throws IllegalArgumentException if the cutout is empty
	 */
	public static NeuroglancerState of(final Cutout cutout,
		final ColorScheme colors)
	{
		return new CutoutState(cutout.plan(), cutout.timestamp().or(() -> cutout
			.plan().request().timestamp()), colors, idsOf(cutout)).state();
	}

	/** The same. */
	public static NeuroglancerState of(final Cutout cutout,
		final RootColors colors)
	{
		return of(cutout, ColorScheme.of(colors));
	}

	private static long[] idsOf(final Cutout cutout) {
		if (cutout instanceof PairedCutout pair) return pair.segmentation().ids();
		return cutout instanceof SegmentationCutout labels ? labels.ids()
			: new long[0];
	}

	/**
	 * The same of a cutout that was not read: a palette then colours the listed
	 * roots alone, since nobody knows which others occur.
	 */
	public static NeuroglancerState of(final CutoutPlan plan,
		final ColorScheme colors)
	{
		final long[] listed = Arrays.stream(plan.request().roots().ids()).boxed()
			.sorted(Long::compareUnsigned).mapToLong(Long::longValue).toArray();
		return new CutoutState(plan, plan.request().timestamp(), colors, listed)
			.state();
	}

	private static NeuroglancerState of(final String json, final String where) {
		return StateReader.read(JsonCursor.parse(json, where));
	}

	/** A state is an object in the folder that the rest of its address names. */
	private static NeuroglancerState fetched(final String address,
		final Stores stores)
	{
		final int slash = address.lastIndexOf('/');
		final SourceUrl folder = SourceUrl.parse(address.substring(0, Math.max(0,
			slash)));
		final String where = folder + address.substring(slash);
		final StoredBytes bytes = stores.open(folder).read(address.substring(slash +
			1), MOST_BYTES);
		return switch (bytes.outcome()) {
			case PRESENT -> of(new String(bytes.bytes(), StandardCharsets.UTF_8), where);
			case ABSENT -> throw new SourceNotFound(
				"Expected a Neuroglancer state but there is none at " + where +
					"; check the link.");
			case FORBIDDEN -> throw new AccessDenied(
				"Expected a Neuroglancer state but may not read the one at " + where +
					"; ask for permission, or for the link that holds the whole state.");
		};
	}

	/** The imagery: the first that is visible, or else the first. */
	public Optional<ImageLayer> image() {
		return best(ImageLayer.class);
	}

	/** The segmentation: the first that is visible, or else the first. */
	public Optional<SegmentationLayer> segmentation() {
		return best(SegmentationLayer.class);
	}

	private <L extends Layer> Optional<L> best(final Class<L> type) {
		final List<L> all = layers.stream().filter(type::isInstance).map(
			type::cast).toList();
		return Stream.<Predicate<L>> of(l -> l.isVisible() && isUsable(l),
			Layer::isVisible, l -> true).flatMap(p -> all.stream().filter(p).limit(1))
			.findFirst();
	}

	private static boolean isUsable(final Layer layer) {
		return layer.source().isReadable() && layer.source().moved().isEmpty();
	}

	/**
	 * The address of the imagery.
	 *
	 * @throws Unsupported if the link moves or turns it; says where
	 */
	public Optional<String> imageSource() {
		return image().map(NeuroglancerState::address);
	}

	/** The same, of the segmentation. */
	public Optional<String> segmentationSource() {
		return segmentation().map(NeuroglancerState::address);
	}

	private static String address(final Layer layer) {
		layer.source().moved().ifPresent(path -> {
			throw new Unsupported("Expected a volume in its own place but layer \"" +
				layer.name() + "\" is moved or turned by " + path +
				"; positions would be wrong: try the link without this transform.");
		});
		return layer.source().url();
	}

	/**
	 * This state.
	 *
	 * @throws IllegalArgumentException if it shows no volume; says what else it
	 *           shows
	 */
	public NeuroglancerState requireVolume() {
		if (layers.isEmpty()) throw new IllegalArgumentException(
			"Expected a link with a layer of type image or segmentation but there is none" +
				(notes.isEmpty() ? "." : ": " + String.join(" ", notes)));
		return this;
	}

	/**
	 * Gives a client the link's sources, its resolution, and the time at which it
	 * looks at a {@code graphene://} segmentation. The user's token for all servers
	 * goes to none that only the link names.
	 *
	 * @throws Unsupported if the link shows a volume in another place
	 * @throws IllegalArgumentException if it shows no volume
	 */
	public ImageryClientBuilder applyTo(final ImageryClientBuilder client) {
		requireVolume();
		layers.forEach(layer -> client.doubt(layer.source().url()));
		imageSource().ifPresent(client::imageSource);
		segmentationSource().ifPresent(client::segmentationSource);
		resolution.ifPresent(client::resolution);
		segmentation().flatMap(SegmentationLayer::timestamp).ifPresent(
			client::timestamp);
		return client;
	}

	/**
	 * The cutout of a link that was made from one: its box, or a box of its size
	 * where the position was moved out of it; the segments that are selected now.
	 */
	public Optional<CutoutRequest> request() {
		return box.map(b -> selected(position.map(b::contains).orElse(true) ? b
			.request() : b.request().withRegion(around(b.size()))));
	}

	/**
	 * The cutout of this size around the position, with the segments and the time
	 * of the link.
	 *
	 * @param size width, height and perhaps depth, in voxels of the state
	 * @throws IllegalArgumentException if the link has no position
	 */
	public CutoutRequest request(final double... size) {
		return selected(CutoutRequest.of(around(size)));
	}

	private Region around(final double... size) {
		final Region region = Region.centered(centre()).size(size);
		return resolution.map(region::at).orElse(region);
	}

	/** The voxel of the position. */
	private double[] centre() {
		final Point p = position.orElseThrow(() -> new IllegalArgumentException(
			"Expected a link with a position but there is none; try giving a centre."));
		return new double[] { Math.floor(p.x()), Math.floor(p.y()), Math.floor(p
			.z()) };
	}

	/** A request with the segments that the link shows, and with its time. */
	public CutoutRequest selected(final CutoutRequest request) {
		final Optional<SegmentationLayer> labels = segmentation();
		final CutoutRequest listed = labels.filter(s -> !s.segments().isEmpty()).map(
			s -> request.withRoots(s.roots())).orElse(request);
		return labels.flatMap(SegmentationLayer::timestamp).map(
			listed::withTimestamp).orElse(listed);
	}

	/** The colours of the segments; Neuroglancer's own without a segmentation. */
	public ColorScheme colors() {
		final Optional<ColorScheme> asked = box.flatMap(CutoutBox::colors);
		final Optional<SegmentationLayer> labels = segmentation();
		if (labels.isEmpty()) return asked.orElse(ColorScheme.hashed(0));
		return asked.filter(scheme -> LayerColors.of(labels.get()).areOf(scheme))
			.orElseGet(labels.get()::colors);
	}

	/**
	 * The state as JSON, for today's Neuroglancer and Spelunker: what is here, and
	 * no more, also where it was read from a link that says more.
	 */
	public String toJson() {
		return new StateWriter(this).json();
	}

	/**
	 * A link that shows this state: in Spelunker if there is a {@code graphene://}
	 * segmentation, else in Neuroglancer's demonstration site.
	 */
	public String toLink() {
		return toLink(segmentation().filter(s -> s.source().url().startsWith(
			"graphene://")).isPresent() ? SPELUNKER_SITE : DEMO_SITE);
	}

	/**
	 * A link to another deployment of today's Neuroglancer.
	 *
	 * @param site such as {@code https://neuroglancer-demo.appspot.com}
	 * @throws IllegalArgumentException if it is no web address
	 */
	public String toLink(final String site) {
		return ViewerLink.of(site, toJson());
	}

	/** How many nm a pixel of the screen shows, where that is known. */
	public OptionalDouble nmPerPixel() {
		return resolution.isPresent() && crossSectionScale.isPresent()
			? OptionalDouble.of(crossSectionScale.getAsDouble() * finest(resolution
				.get())) : OptionalDouble.empty();
	}

	/** In nm, along the axis where voxels are finest. */
	static double finest(final Resolution r) {
		return Math.min(r.x(), Math.min(r.y(), r.z()));
	}
}
