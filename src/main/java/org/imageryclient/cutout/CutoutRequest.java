// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.cutout;

import java.util.Optional;

import org.imageryclient.Timestamp;
import org.imageryclient.geom.Region;

/**
 * Everything a cutout depends on besides the client.
 *
 * <pre>
 * CutoutRequest.of(region).withImageMip(Mip.index(1)).withRoots(RootSelection
 * 	.of(id)).withFit(Fit.BOUNDS);
 * </pre>
 *
 * @param region where
 * @param imageMip of the imagery; not looked at for segmentation alone
 * @param segmentationMip of the segmentation; not looked at for imagery alone
 * @param roots which segments
 * @param fit on which grid
 * @param resample by which rule, where the grid is not that of the mip
 * @param resize whether in a pair the coarser side is brought to the grid of the
 *          other
 * @param timestamp at which roots are looked up; where empty the client's, or
 *          the moment of the request. Means nothing where ids have no roots
 * @param strict whether a chunk that is absent or forbidden, or a root that
 *          cannot be found, is an error instead of zeros that are counted
 */
public record CutoutRequest(Region region, Mip imageMip, Mip segmentationMip,
	RootSelection roots, Optional<Timestamp> timestamp, Fit fit,
	Resample resample, boolean resize, boolean strict)
{

	/**
	 * @throws IllegalArgumentException if a part is missing, as a script's None
	 *           is; names it
	 */
	public CutoutRequest {
		given("region", region);
		given("image mip", imageMip);
		given("segmentation mip", segmentationMip);
		given("selection of roots", roots);
		given("timestamp", timestamp);
		given("fit", fit);
		given("resample", resample);
	}

	private static <T> T given(final String what, final T part) {
		if (part == null) throw new IllegalArgumentException("Expected a " + what +
			" but got nothing (null, None); leave it out for the default.");
		return part;
	}

	/**
	 * The defaults: default mips, all roots, {@link Fit#AUTO},
	 * {@link Resample#ALIGNED}, resized, not strict.
	 */
	public static CutoutRequest of(final Region region) {
		return new CutoutRequest(region, Mip.DEFAULT, Mip.DEFAULT, RootSelection
			.all(), Optional.empty(), Fit.AUTO, Resample.ALIGNED, true, false);
	}

	public CutoutRequest withRegion(final Region value) {
		return new CutoutRequest(value, imageMip, segmentationMip, roots,
			timestamp, fit, resample, resize, strict);
	}

	public CutoutRequest withImageMip(final Mip value) {
		return new CutoutRequest(region, value, segmentationMip, roots,
			timestamp, fit, resample, resize, strict);
	}

	public CutoutRequest withImageMip(final int index) {
		return withImageMip(Mip.index(index));
	}

	public CutoutRequest withSegmentationMip(final Mip value) {
		return new CutoutRequest(region, imageMip, value, roots, timestamp, fit,
			resample, resize, strict);
	}

	public CutoutRequest withSegmentationMip(final int index) {
		return withSegmentationMip(Mip.index(index));
	}

	public CutoutRequest withRoots(final RootSelection value) {
		return new CutoutRequest(region, imageMip, segmentationMip, value,
			timestamp, fit, resample, resize, strict);
	}

	/** Roots as they were at this time. */
	public CutoutRequest withTimestamp(final Timestamp value) {
		return new CutoutRequest(region, imageMip, segmentationMip, roots,
			Optional.of(given("timestamp", value)), fit, resample, resize, strict);
	}

	/** Roots as they are when the request begins, or at the client's time. */
	public CutoutRequest withoutTimestamp() {
		return new CutoutRequest(region, imageMip, segmentationMip, roots,
			Optional.empty(), fit, resample, resize, strict);
	}

	public CutoutRequest withFit(final Fit value) {
		return new CutoutRequest(region, imageMip, segmentationMip, roots,
			timestamp, value, resample, resize, strict);
	}

	public CutoutRequest withResample(final Resample value) {
		return new CutoutRequest(region, imageMip, segmentationMip, roots,
			timestamp, fit, value, resize, strict);
	}

	public CutoutRequest withResize(final boolean value) {
		return new CutoutRequest(region, imageMip, segmentationMip, roots,
			timestamp, fit, resample, value, strict);
	}

	public CutoutRequest withStrict(final boolean value) {
		return new CutoutRequest(region, imageMip, segmentationMip, roots,
			timestamp, fit, resample, resize, value);
	}
}
