// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.command;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

import org.imageryclient.cutout.Cutout;
import org.imageryclient.cutout.CutoutStatus;
import org.imageryclient.cutout.PairedCutout;
import org.imageryclient.cutout.SegmentationCutout;
import org.imageryclient.cutout.SidePlan;
import org.imageryclient.volume.ReadStatus;
import org.scijava.log.LogService;

/** Says what a user has to know of a cutout. */
record CutoutLog(LogService log) {

	void tell(final Cutout cutout) {
		sayWhen(cutout);
		warnOfMissing(cutout);
		warnOfOutside(cutout.plan().image(), cutout.status().image());
		warnOfOutside(cutout.plan().segmentation(), cutout.status()
			.segmentation());
		segmentation(cutout).ifPresent(this::warnOfAbsent);
	}

	/** Roots change with every edit, so a picture of them needs its time. */
	private void sayWhen(final Cutout cutout) {
		cutout.timestamp().ifPresent(t -> log.info("Roots as of " + t));
	}

	/**
	 * Black must never mean "no permission" without a word, nor a look-up of
	 * roots fail in silence.
	 */
	private void warnOfMissing(final Cutout cutout) {
		final CutoutStatus status = cutout.status();
		if (!status.isComplete()) log.warn(
			"Parts of the cutout are missing and black: " + status);
		else if (!status.roots().notCurrent().isEmpty()) log.warn(status.roots());
	}

	/** A box without one voxel of the volume has a wrong place, or other voxels. */
	private void warnOfOutside(final Optional<SidePlan> plan,
		final ReadStatus status)
	{
		if (status.chunksPlanned() > 0 || status.voxelsOutside() == 0) return;
		plan.ifPresent(side -> log.warn("All is black since the box, " + side
			.readBox() + " in voxels of " + side.mipResolution() +
			", lies wholly outside " + side.source() +
			"; Check Connection says where that lies."));
	}

	/** An id with a typing error is an id. */
	private void warnOfAbsent(final SegmentationCutout segmentation) {
		if (!segmentation.roots().isListed()) return;
		final long[] absent = segmentation.masks().absent();
		if (absent.length > 0) log.warn(
			"Requested roots that do not occur in the cutout: " + Arrays.stream(
				absent).mapToObj(Long::toUnsignedString).collect(Collectors.joining(
					", ")));
	}

	private static Optional<SegmentationCutout> segmentation(
		final Cutout cutout)
	{
		if (cutout instanceof PairedCutout pair) return Optional.of(pair
			.segmentation());
		return cutout instanceof SegmentationCutout segmentation ? Optional.of(
			segmentation) : Optional.empty();
	}
}
