// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.cutout;

import org.imageryclient.volume.ReadStatus;

/**
 * Why voxels of a cutout are zero: the account of its chunks, per side, and of
 * its root look-ups (rulings 6 and 7 of doc/parity.md).
 *
 * @param image of the imagery; nothing where it was not asked for
 * @param segmentation of the segmentation; nothing where it was not asked for
 * @param failedRootLookups supervoxels whose root the server did not know
 */
public record CutoutStatus(ReadStatus image, ReadStatus segmentation,
	long failedRootLookups)
{

	/** Nothing was asked for. */
	public static final CutoutStatus NOTHING = new CutoutStatus(
		ReadStatus.NOTHING, ReadStatus.NOTHING, 0);

	public static CutoutStatus ofImage(final ReadStatus image) {
		return new CutoutStatus(image, ReadStatus.NOTHING, 0);
	}

	public static CutoutStatus ofSegmentation(final ReadStatus segmentation,
		final long failedRootLookups)
	{
		return new CutoutStatus(ReadStatus.NOTHING, segmentation,
			failedRootLookups);
	}

	public CutoutStatus plus(final CutoutStatus other) {
		return new CutoutStatus(image.plus(other.image), segmentation.plus(
			other.segmentation), failedRootLookups + other.failedRootLookups);
	}

	/** Both sides together. */
	public ReadStatus total() {
		return image.plus(segmentation);
	}

	/** Whether no chunk was missing and no root look-up failed. */
	public boolean isComplete() {
		return total().isComplete() && failedRootLookups == 0;
	}

	/** One line for people. */
	@Override
	public String toString() {
		return total() + (failedRootLookups == 0 ? "" : "; " + failedRootLookups +
			" supervoxels without a root");
	}
}
