// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.cutout;

import java.time.Clock;
import java.util.Optional;

import org.imageryclient.Timestamp;
import org.imageryclient.geom.Resolution;
import org.imageryclient.store.SourceUrl;
import org.imageryclient.volume.ReadSession;
import org.imageryclient.volume.Volume;

/**
 * The choices of an {@link ImageryClient}. A side without a source is off.
 */
public final class ImageryClientBuilder {

	private enum Frame {
			IMAGE, SEGMENTATION, GIVEN
	}

	private final ReadSession session;
	private String imageSource = "";
	private String segmentationSource = "";
	private Mip imageMip = Mip.DEFAULT;
	private Mip segmentationMip = Mip.DEFAULT;
	private Frame frame = Frame.IMAGE;
	private Optional<Resolution> resolution = Optional.empty();
	private MemoryCheck memory = MemoryCheck.ofHeap();
	private Optional<Timestamp> timestamp = Optional.empty();
	private Clock clock = Clock.systemUTC();

	ImageryClientBuilder(final ReadSession session) {
		this.session = session;
	}

	/** Where the imagery is, in any form of {@link SourceUrl#parse}. */
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
	 * default.
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
		imageSource = "";
		return this;
	}

	/** The segmentation is off, whatever its source. */
	public ImageryClientBuilder withoutSegmentation() {
		segmentationSource = "";
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
	 * Opens the volumes: one GET each.
	 *
	 * @throws org.imageryclient.SourceNotFound if there is no volume at an
	 *           address
	 * @throws org.imageryclient.Unsupported if a volume is of a kind that can't
	 *           be read
	 * @throws IllegalArgumentException for a mip that is not there, or if there
	 *           is neither a source nor a resolution
	 */
	public ImageryClient build() {
		final Optional<ClientSide> image = open(imageSource, imageMip);
		final Optional<ClientSide> segmentation = open(segmentationSource,
			segmentationMip);
		return new ImageryClient(image, segmentation, frame(image, segmentation),
			memory, timestamp, clock);
	}

	private Optional<ClientSide> open(final String address, final Mip mip) {
		if (address.isEmpty()) return Optional.empty();
		final SourceUrl url = SourceUrl.parse(address);
		final ClientSide side = new ClientSide(address, Volume.open(url, session),
			mip);
		// A wrong default is a mistake of whoever builds, not of each request.
		side.mip(Mip.DEFAULT);
		return Optional.of(side);
	}

	private Resolution frame(final Optional<ClientSide> image,
		final Optional<ClientSide> segmentation)
	{
		final Optional<ClientSide> first = frame == Frame.SEGMENTATION
			? segmentation : image;
		final Optional<ClientSide> second = frame == Frame.SEGMENTATION ? image
			: segmentation;
		if (frame == Frame.GIVEN) return resolution.orElseThrow();
		return first.or(() -> second).map(side -> side.resolution(Mip.DEFAULT))
			.orElseThrow(() -> new IllegalArgumentException(
				"Expected an image source or a segmentation source but got neither; " +
					"try imageSource(…), or resolution(…) for a client without volumes."));
	}
}
