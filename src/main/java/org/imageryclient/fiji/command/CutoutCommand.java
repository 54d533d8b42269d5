// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.command;

import java.util.Optional;

import org.imageryclient.Progress;
import org.imageryclient.Timestamp;
import org.imageryclient.cutout.CutoutStatus;
import org.imageryclient.cutout.ImageCutout;
import org.imageryclient.cutout.PairedCutout;
import org.imageryclient.cutout.SegmentationCutout;
import org.imageryclient.fiji.service.CutoutService;
import org.scijava.plugin.Parameter;

/**
 * A command that begins with a cutout: the inputs that say which, and its
 * reading. The names of the parameters are the keys of macros:
 * doc/macro-keys.md lists them, and they stay as they are.
 */
abstract class CutoutCommand extends JobCommand {

	@Parameter
	private CutoutService cutouts;

	@Parameter(label = "Imagery", required = false,
		description = "Address of the imagery, such as precomputed://gs://bucket/em, or a folder")
	private String source = "";

	@Parameter(label = "Segmentation", required = false,
		description = "Address of the segmentation; empty for imagery alone")
	private String segmentation = "";

	@Parameter(label = "Centre (x, y, z)", required = false,
		description = "In voxels of the resolution below: 5319, 8677, 1201")
	private String center = "";

	@Parameter(label = "Size (width, height, depth)", required = false,
		description = "In voxels of the resolution below: 400, 400, 1; or in pixels of the mip: 512 x 512 px")
	private String size = "";

	@Parameter(label = "or bounds (two corners)", required = false,
		description = "Instead of centre and size: 5119, 8477, 1201, 5519, 8877, 1202")
	private String bounds = "";

	@Parameter(label = "Resolution (nm per voxel)", required = false,
		description = "Of the numbers above: 8x8x40, image or segmentation; empty for that of the imagery")
	private String resolution = "";

	@Parameter(label = "Mip", required = false,
		description = "Which scale to read: 1, or 1, 0 for imagery and segmentation, or 8x8x40; empty for the finest")
	private String mip = "";

	@Parameter(label = "Roots", required = false,
		description = "Which segments: all, none, raw, or root ids separated by commas")
	private String roots = "all";

	@Parameter(label = "Roots as of (UTC)", required = false, persist = false,
		description = "When roots are looked up in a graphene segmentation: 2024-03-05 12:34:56, seconds since 1970, or now; empty for now")
	private String timestamp = "";

	@Parameter(label = "Fit", required = false, choices = { "auto", "bounds",
		"native" },
		description = "On which grid: one pixel per voxel of the resolution (bounds), the mip's own (native)")
	private String fit = "auto";

	@Parameter(label = "Resample", required = false, choices = { "aligned",
		"imageryclient" },
		description = "How another grid is filled: each voxel where it lies (aligned), or as the Python client does")
	private String resample = "aligned";

	@Parameter(label = "Imagery and segmentation on one grid", required = false,
		description = "Bring the coarser of the two to the grid of the other")
	private boolean resize = true;

	@Parameter(label = "Strict", required = false,
		description = "Fail where data is missing, instead of showing and counting zeros")
	private boolean strict;

	/**
	 * Reads the cutout, and says what a user has to know of it: a
	 * {@code PairedCutout}, or an {@code ImageCutout} or
	 * {@code SegmentationCutout} where there is but one of the two.
	 */
	Object readCutout(final Progress progress) {
		final Object cutout = new CutoutFields(text(source), text(segmentation),
			text(center), text(bounds), text(size), text(resolution), text(mip), text(
				roots), text(timestamp), text(fit), text(resample), resize, strict)
			.read(cutouts, progress);
		sayWhen(cutout);
		warnOfMissing(cutout);
		return cutout;
	}

	CutoutService cutouts() {
		return cutouts;
	}

	/** Roots change with every edit, so a picture of them needs its time. */
	private void sayWhen(final Object cutout) {
		final Optional<Timestamp> time = cutout instanceof PairedCutout pair ? pair
			.segmentation().timestamp() : cutout instanceof SegmentationCutout labels
				? labels.timestamp() : Optional.empty();
		time.ifPresent(t -> log().info("Roots as of " + t));
	}

	/**
	 * Black must never mean "no permission" without a word, nor a look-up of
	 * roots fail in silence.
	 */
	private void warnOfMissing(final Object cutout) {
		final CutoutStatus status = cutout instanceof PairedCutout pair ? pair
			.status() : cutout instanceof SegmentationCutout labels ? labels.status()
				: ((ImageCutout<?>) cutout).status();
		if (!status.isComplete()) log().warn(
			"Parts of the cutout are missing and black: " + status);
		else if (!status.roots().outdated().isEmpty()) log().warn(status.roots());
	}
}
