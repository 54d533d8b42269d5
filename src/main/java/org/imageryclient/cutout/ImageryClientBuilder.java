// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.cutout;

import java.net.URI;
import java.time.Clock;
import java.util.Optional;

import org.imageryclient.Timestamp;
import org.imageryclient.auth.Token;
import org.imageryclient.cave.DatastackInfo;
import org.imageryclient.cave.InfoService;
import org.imageryclient.geom.Resolution;
import org.imageryclient.store.SourceUrl;
import org.imageryclient.volume.ReadSession;
import org.imageryclient.volume.Volume;

/**
 * The choices of an {@link ImageryClient}. A side without a source is off.
 */
public final class ImageryClientBuilder {

	private enum Frame {
			DEFAULT, IMAGE, SEGMENTATION, GIVEN
	}

	private final ReadSession session;
	private String imageSource = "";
	private String segmentationSource = "";
	private Mip imageMip = Mip.DEFAULT;
	private Mip segmentationMip = Mip.DEFAULT;
	private Frame frame = Frame.DEFAULT;
	private Optional<Resolution> resolution = Optional.empty();
	private MemoryCheck memory = MemoryCheck.ofHeap();
	private Optional<Timestamp> timestamp = Optional.empty();
	private Clock clock = Clock.systemUTC();
	private boolean hasImagery = true;
	private boolean hasSegmentation = true;
	private Optional<Token> token = Optional.empty();
	private Optional<DatastackRecord> datastack = Optional.empty();

	ImageryClientBuilder(final ReadSession session) {
		this.session = session;
	}

	/**
	 * Where the imagery is, in any form of {@link SourceUrl#parse}, or of a
	 * {@link org.imageryclient.volume.VolumeFormat} of the session.
	 */
	public ImageryClientBuilder imageSource(final String address) {
		imageSource = address.trim();
		return this;
	}

	/** Where the segmentation is, in any form of {@link SourceUrl#parse}. */
	public ImageryClientBuilder segmentationSource(final String address) {
		segmentationSource = address.trim();
		return this;
	}

	/** Coordinates count voxels of this resolution unless a region says else. */
	public ImageryClientBuilder resolution(final Resolution nmPerVoxel) {
		frame = Frame.GIVEN;
		resolution = Optional.of(nmPerVoxel);
		return this;
	}

	/**
	 * Coordinates count voxels of the imagery at its default mip, or where there
	 * is none of the segmentation (rulings 20 and 28 of doc/parity.md). The
	 * default, unless the record of a datastack names a resolution.
	 */
	public ImageryClientBuilder resolutionOfImage() {
		frame = Frame.IMAGE;
		return this;
	}

	/** Coordinates count voxels of the segmentation at its default mip. */
	public ImageryClientBuilder resolutionOfSegmentation() {
		frame = Frame.SEGMENTATION;
		return this;
	}

	/** The default mip of the imagery. */
	public ImageryClientBuilder imageMip(final Mip mip) {
		imageMip = mip;
		return this;
	}

	/** The default mip of the imagery; below zero counts from the coarsest. */
	public ImageryClientBuilder imageMip(final int index) {
		return imageMip(Mip.index(index));
	}

	/** The default mip of the segmentation. */
	public ImageryClientBuilder segmentationMip(final Mip mip) {
		segmentationMip = mip;
		return this;
	}

	/** The default mip of the segmentation. */
	public ImageryClientBuilder segmentationMip(final int index) {
		return segmentationMip(Mip.index(index));
	}

	/** The imagery is off, whatever its source. */
	public ImageryClientBuilder withoutImagery() {
		hasImagery = false;
		return this;
	}

	/** The segmentation is off, whatever its source. */
	public ImageryClientBuilder withoutSegmentation() {
		hasSegmentation = false;
		return this;
	}

	/**
	 * Looks up roots at this time unless a request says else; by default at the
	 * moment of each request.
	 */
	public ImageryClientBuilder timestamp(final Timestamp time) {
		timestamp = Optional.of(time);
		return this;
	}

	/**
	 * The user's token, for the CAVE servers of this client: that of the
	 * datastack, those that its record names, and the hosts of {@code
	 * graphene://} and {@code middleauth+} sources. Nobody else gets it (ruling
	 * 33 of doc/parity.md). By default tokens are looked for in the session's
	 * {@link org.imageryclient.auth.Credentials}.
	 */
	public ImageryClientBuilder token(final Token value) {
		token = Optional.of(value);
		return this;
	}

	/**
	 * Keeps the token for all servers, and that of the datastack, from the server
	 * of an address that nobody but a link has named; {@link #token} reaches it.
	 */
	public ImageryClientBuilder doubt(final String address) {
		session.credentials().doubt(address);
		return this;
	}

	/**
	 * Takes sources and resolution that are not given otherwise from the record
	 * of a datastack: on the server where the user's Python clients found it, or
	 * else on the global CAVE server.
	 */
	public ImageryClientBuilder datastack(final String name) {
		return datastack(name, session.credentials().serverOf(name).orElse(
			InfoService.GLOBAL_SERVER));
	}

	/** The same, on a given server. */
	public ImageryClientBuilder datastack(final String name, final URI server) {
		datastack = Optional.of(new DatastackRecord(name, server));
		return this;
	}

	/** Whose present counts as now. */
	public ImageryClientBuilder clock(final Clock value) {
		clock = value;
		return this;
	}

	/** What the heap can give, for tests. */
	ImageryClientBuilder memory(final MemoryCheck check) {
		memory = check;
		return this;
	}

	/**
	 * Opens the volumes: one GET each, and one more for a datastack.
	 *
	 * @throws org.imageryclient.SourceNotFound if there is no volume at an
	 *           address, or no such datastack; then it names those spelled alike
	 * @throws org.imageryclient.AccessDenied if a server wants a token, another
	 *           permission or consent to its terms; names the page to visit
	 * @throws org.imageryclient.Unsupported if a volume is of a kind that can't
	 *           be read
	 * @throws IllegalArgumentException for a mip that is not there, or if there
	 *           is neither a source nor a resolution
	 */
	public ImageryClient build() {
		datastack.ifPresent(d -> token.ifPresent(t -> session.credentials().give(d
			.server(), t)));
		final Optional<DatastackInfo> info = datastack.map(d -> d.read(session));
		final Optional<ClientSide> image = open(hasImagery, imageSource, info
			.flatMap(DatastackInfo::imageSource), imageMip);
		final Optional<ClientSide> segmentation = open(hasSegmentation,
			segmentationSource, info.flatMap(DatastackInfo::segmentationSource),
			segmentationMip);
		return new ImageryClient(image, segmentation, frame(image, segmentation,
			info.flatMap(DatastackInfo::viewerResolution)), memory, timestamp, clock);
	}

	/** Whoever asks for a token is one of those whom the user named. */
	private void introduce(final SourceUrl url, final boolean isRecorded) {
		if (!url.authenticated()) return;
		if (isRecorded || !session.credentials().isDoubted(url.address())) datastack
			.ifPresent(d -> session.credentials().share(d.server(), url.address()));
		token.ifPresent(t -> session.credentials().give(url.address(), t));
	}

	/** What the user gives wins over what is recorded. */
	private Optional<ClientSide> open(final boolean isOn, final String given,
		final Optional<String> recorded, final Mip mip)
	{
		if (!isOn) return Optional.empty();
		if (given.isEmpty() && recorded.isPresent()) return open(datastack
			.orElseThrow().source(recorded.get()), true, mip);
		if (given.isEmpty()) return Optional.empty();
		return session.isForeign(given) ? Optional.of(side(given, Volume.open(given,
			session), mip)) : open(SourceUrl.parse(given), false, mip);
	}

	private Optional<ClientSide> open(final SourceUrl url,
		final boolean isRecorded, final Mip mip)
	{
		introduce(url, isRecorded);
		return Optional.of(side(url.text(), Volume.open(url, session), mip));
	}

	private static ClientSide side(final String source, final Volume<?> volume,
		final Mip mip)
	{
		final ClientSide side = new ClientSide(source, volume, mip);
		// A wrong default is a mistake of whoever builds, not of each request.
		side.mip(Mip.DEFAULT);
		return side;
	}

	private Resolution frame(final Optional<ClientSide> image,
		final Optional<ClientSide> segmentation,
		final Optional<Resolution> viewerResolution)
	{
		if (frame == Frame.DEFAULT && viewerResolution.isPresent())
			return viewerResolution.get();
		final Optional<ClientSide> first = frame == Frame.SEGMENTATION
			? segmentation : image;
		final Optional<ClientSide> second = frame == Frame.SEGMENTATION ? image
			: segmentation;
		if (frame == Frame.GIVEN) return resolution.orElseThrow();
		return first.or(() -> second).map(side -> side.resolution(Mip.DEFAULT))
			.orElseThrow(() -> new IllegalArgumentException(
				"Expected an image source or a segmentation source but got neither" +
					datastack.map(d -> ", nor does the record of " + d + " name one")
						.orElse("") +
					"; try imageSource(…), or resolution(…) for a client without volumes."));
	}
}
