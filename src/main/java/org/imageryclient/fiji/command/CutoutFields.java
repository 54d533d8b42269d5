// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.command;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.imageryclient.CutoutException;
import org.imageryclient.Progress;
import org.imageryclient.TooLarge;
import org.imageryclient.cutout.Cutout;
import org.imageryclient.cutout.CutoutPlan;
import org.imageryclient.cutout.CutoutText;
import org.imageryclient.cutout.CutoutRequest;
import org.imageryclient.cutout.ImageryClient;
import org.imageryclient.cutout.Mip;
import org.imageryclient.cutout.RootSelection;
import org.imageryclient.fiji.service.CutoutService;
import org.imageryclient.geom.Resolution;
import org.imageryclient.link.NeuroglancerState;
import org.imageryclient.volume.Volume;

/**
 * Which cutout, as the text fields of a dialog or the keys of a macro say it.
 * Their syntax is that of {@link CutoutText}.
 *
 * @param source address of the imagery, or any name that
 *          {@link CutoutService#open(String)} knows; may be blank. Of a
 *          Neuroglancer link the place counts too, where none is given
 * @param segmentation address of the segmentation; may be blank
 * @param center of the box, with {@code size}
 * @param bounds of the box, without center and size
 * @param size of the box around the centre
 * @param resolution in whose voxels the box counts: {@code image},
 *          {@code segmentation} or nm; blank for the client's
 * @param mip to read
 * @param roots which segments
 * @param timestamp at which roots are looked up; blank for now
 * @param fit on which grid
 * @param resample by which rule another grid is filled
 * @param resize whether imagery and segmentation are brought to one grid
 * @param strict whether missing data is an error
 */
record CutoutFields(String source, String segmentation, String center,
	String bounds, String size, String resolution, String mip, String roots,
	String timestamp, String fit, String resample, boolean resize, boolean strict)
{

	/**
	 * No I/O.
	 *
	 * @throws IllegalArgumentException if a field can't be read; names it
	 */
	void check() {
		if (NeuroglancerState.isLink(source)) checkLink();
		else checkFields();
	}

	private void checkFields() {
		request();
		checkAddresses(source, segmentation);
	}

	/** @throws IllegalArgumentException if there is none */
	static void checkAddresses(final String source, final String segmentation) {
		if (source.isBlank() && segmentation.isBlank())
			throw new IllegalArgumentException(
				"Expected the address of a volume as source or as segmentation, such as \"precomputed://gs://bucket/path\", but both were empty.");
	}

	/** A stored state is fetched later: till then any place will do. */
	private void checkLink() {
		if (NeuroglancerState.isStored(source)) {
			if (isPlaceLeftToTheLink()) with(Map.of("center", "0,0,0", "size", "1,1"))
				.request();
			else request();
			return;
		}
		try {
			by(NeuroglancerState.parse(source)).checkFields();
		}
		catch (final CutoutException e) {
			throw new IllegalArgumentException(e.getMessage(), e);
		}
	}

	/** Whether there is an address, of the imagery or of the segmentation. */
	boolean isGiven() {
		return !source.isBlank() || !segmentation.isBlank();
	}

	/** The fields with addresses alone: at most one GET, of a stored state. */
	private CutoutFields resolved(final CutoutService cutouts) {
		check();
		return NeuroglancerState.isLink(source) ? by(cutouts.readLink(source)) : this;
	}

	/** With what a link says of fields that are blank. */
	private CutoutFields by(final NeuroglancerState state) {
		final LinkKeys link = new LinkKeys(state.requireVolume());
		final Map<String, String> keys = new HashMap<>(link.sources());
		if (!segmentation.isBlank()) keys.put("segmentation", segmentation);
		if (timestamp.isBlank()) keys.put("timestamp", link.timestamp());
		final Map<String, String> place = link.place(size);
		if (isPlaceLeftToTheLink()) {
			if (!resolution.isBlank()) throw new IllegalArgumentException(
				"Expected center or bounds in voxels of the resolution \"" + resolution +
					"\" but there is neither; leave resolution empty for the place of the link.");
			keys.putAll(place);
		}
		else if (resolution.isBlank()) keys.put("resolution", place.getOrDefault(
			"resolution", ""));
		return with(keys);
	}

	private boolean isPlaceLeftToTheLink() {
		return center.isBlank() && bounds.isBlank();
	}

	private CutoutFields with(final Map<String, String> keys) {
		return new CutoutFields(keys.getOrDefault("source", source), keys
			.getOrDefault("segmentation", segmentation), keys.getOrDefault("center",
				center), keys.getOrDefault("bounds", bounds), keys.getOrDefault("size",
					size), keys.getOrDefault("resolution", resolution), mip, roots, keys
						.getOrDefault("timestamp", timestamp), fit, resample, resize, strict);
	}

	/**
	 * Reads the cutout: a {@code PairedCutout}, or an {@code ImageCutout} or
	 * {@code SegmentationCutout} where there is but one of the two. All fields are
	 * checked before anything is fetched.
	 *
	 * @throws IllegalArgumentException if a field can't be read; names it
	 * @throws org.imageryclient.CutoutException if the cutout can't be had
	 */
	Cutout read(final CutoutService cutouts, final Progress progress) {
		final CutoutFields fields = resolved(cutouts);
		final ImageryClient client = fields.open(cutouts);
		final CutoutRequest request = fields.framed(client);
		if (!fields.areLabelsWanted(client)) return client.image(request, progress);
		return client.imageVolume().isPresent() ? client.imageAndSegmentation(
			request, progress) : client.segmentation(request, progress);
	}

	/**
	 * What {@link #read} would do. A few GETs, for the descriptions of the volumes.
	 */
	CutoutPlan plan(final CutoutService cutouts) {
		final CutoutFields fields = resolved(cutouts);
		final ImageryClient client = fields.open(cutouts);
		return fields.planning(client).apply(fields.framed(client));
	}

	/**
	 * The same at the finest mips whose cutout takes no more than so much memory.
	 *
	 * @throws TooLarge if there are none so coarse
	 */
	CutoutPlan planWithin(final CutoutService cutouts, final long bytes) {
		final CutoutFields fields = resolved(cutouts);
		final ImageryClient client = fields.open(cutouts);
		final CutoutRequest finest = fields.framed(client).withImageMip(Mip.DEFAULT)
			.withSegmentationMip(Mip.DEFAULT);
		return client.planWithin(finest, bytes, fields.planning(client)).orElseThrow(
			() -> new TooLarge("Expected a mip at which the cutout takes at most " +
				(bytes >> 20) +
				" MB but it takes more at the coarsest; try a smaller size."));
	}

	/** All but what needs the volumes. */
	private CutoutRequest request() {
		return CutoutText.request(Map.of("center", center, "bounds", bounds, "size",
			size, "resolution", isResolutionWord() ? "" : resolution, "mip", mip,
			"roots", roots, "timestamp", timestamp, "fit", fit, "resample", resample),
			Clock.systemUTC()).withResize(resize).withStrict(strict);
	}

	/** Where empty, the segmentation is not read. */
	private Optional<RootSelection> selection() {
		return CutoutText.roots(roots);
	}

	/** The request with its region in the voxels that the fields mean. */
	private CutoutRequest framed(final ImageryClient client) {
		final CutoutRequest request = request();
		return namedResolution(client).map(nm -> request.withRegion(request.region()
			.at(nm))).orElse(request);
	}

	private ImageryClient open(final CutoutService cutouts) {
		final boolean areLabelsAsked = selection().isPresent();
		if (!segmentation.isBlank()) return cutouts.open(source, areLabelsAsked
			? segmentation : "");
		final ImageryClient client = cutouts.open(source);
		// The source of a cutout without a segmentation is imagery, even of ids.
		return areLabelsAsked || client.imageVolume().isPresent() ? client : cutouts
			.open(source, "");
	}

	private Function<CutoutRequest, CutoutPlan> planning(
		final ImageryClient client)
	{
		if (!areLabelsWanted(client)) return client::planImage;
		return client.imageVolume().isPresent() ? client::planImageAndSegmentation
			: client::planSegmentation;
	}

	private boolean areLabelsWanted(final ImageryClient client) {
		if (selection().isPresent() && client.segmentationVolume().isPresent())
			return true;
		selection().filter(RootSelection::isListed).ifPresent(ids -> {
			throw new IllegalArgumentException(
				"Expected a segmentation for the roots " + ids +
					" but there is none; try its address as segmentation.");
		});
		return false;
	}

	private boolean isResolutionWord() {
		return resolution.isBlank() || isWord("image") || isWord("segmentation");
	}

	private boolean isWord(final String word) {
		return resolution.trim().equalsIgnoreCase(word);
	}

	/** That of a volume at its default mip, where the field names the volume. */
	private Optional<Resolution> namedResolution(final ImageryClient client) {
		if (resolution.isBlank() || !isResolutionWord()) return Optional.empty();
		final Optional<Volume<?>> volume = isWord("image") ? client.imageVolume()
			: client.segmentationVolume();
		return Optional.of(volume.map(v -> v.resolution(v.defaultMip())).orElseThrow(
			() -> new IllegalArgumentException("Expected a volume for the resolution \"" +
				resolution.trim() +
				"\" but there is none; try nm per voxel such as \"8x8x40\".")));
	}
}
