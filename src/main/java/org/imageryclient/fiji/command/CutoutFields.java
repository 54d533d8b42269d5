// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.command;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import org.imageryclient.Progress;
import org.imageryclient.Timestamp;
import org.imageryclient.cutout.CutoutRequest;
import org.imageryclient.cutout.ImageryClient;
import org.imageryclient.cutout.Mip;
import org.imageryclient.cutout.RootSelection;
import org.imageryclient.fiji.service.CutoutService;
import org.imageryclient.geom.Region;
import org.imageryclient.geom.Resolution;
import org.imageryclient.volume.Volume;

/**
 * Which cutout, as the text fields of a dialog or the keys of a macro say it.
 * Their syntax is that of {@link CutoutText}.
 *
 * @param source address of the imagery, or any name that
 *          {@link CutoutService#open(String)} knows; may be blank
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
	 * Reads the cutout: a {@code PairedCutout}, or an {@code ImageCutout} or
	 * {@code SegmentationCutout} where there is but one of the two. All fields are
	 * checked before anything is fetched.
	 *
	 * @throws IllegalArgumentException if a field can't be read; names it
	 * @throws org.imageryclient.CutoutException if the cutout can't be had
	 */
	Object read(final CutoutService cutouts, final Progress progress) {
		final Optional<RootSelection> selection = CutoutText.roots(roots);
		final List<Mip> mips = CutoutText.mips(mip);
		final Optional<Resolution> nm = isResolutionWord() ? Optional.empty()
			: Optional.of(CutoutText.resolution("resolution", resolution));
		final Region region = CutoutText.region(center, bounds, size);
		final CutoutRequest request = CutoutRequest.of(region).withImageMip(mips
			.get(0)).withSegmentationMip(mips.get(1)).withRoots(selection.orElse(
				RootSelection.all())).withFit(CutoutText.fit(fit)).withResample(CutoutText
					.resample(resample)).withResize(resize).withStrict(strict);
		final CutoutRequest timed = timestamp.isBlank() ? request : request
			.withTimestamp(Timestamp.parse(timestamp, Clock.systemUTC()));

		final ImageryClient client = open(cutouts, selection);
		return read(client, timed.withRegion(nm.or(() -> namedResolution(client))
			.map(region::at).orElse(region)), selection, progress);
	}

	private ImageryClient open(final CutoutService cutouts,
		final Optional<RootSelection> selection)
	{
		if (source.isBlank() && segmentation.isBlank())
			throw new IllegalArgumentException(
				"Expected the address of a volume as source or as segmentation, such as \"precomputed://gs://bucket/path\", but both were empty.");
		if (segmentation.isBlank()) return cutouts.open(source);
		return cutouts.open(source, selection.isPresent() ? segmentation : "");
	}

	private static Object read(final ImageryClient client,
		final CutoutRequest request, final Optional<RootSelection> selection,
		final Progress progress)
	{
		final boolean isImageThere = client.imageVolume().isPresent();
		final boolean areLabelsThere = selection.isPresent() && client
			.segmentationVolume().isPresent();
		if (isImageThere && areLabelsThere) return client.imageAndSegmentation(
			request, progress);
		if (areLabelsThere) return client.segmentation(request, progress);
		if (selection.isPresent() && selection.get().isListed())
			throw new IllegalArgumentException("Expected a segmentation for the roots " +
				selection.get() + " but there is none; try its address as segmentation.");
		return client.image(request, progress);
	}

	private boolean isResolutionWord() {
		return resolution.isBlank() || isWord("image") || isWord("segmentation");
	}

	private boolean isWord(final String word) {
		return resolution.trim().equalsIgnoreCase(word);
	}

	/** That of a volume at its default mip, where the field names the volume. */
	private Optional<Resolution> namedResolution(final ImageryClient client) {
		if (resolution.isBlank()) return Optional.empty();
		final Optional<Volume<?>> volume = isWord("image") ? client.imageVolume()
			: client.segmentationVolume();
		return Optional.of(volume.map(v -> v.resolution(v.defaultMip())).orElseThrow(
			() -> new IllegalArgumentException("Expected a volume for the resolution \"" +
				resolution.trim() +
				"\" but there is none; try nm per voxel such as \"8x8x40\".")));
	}
}
