// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.cutout;

import org.imageryclient.volume.ReadStatus;

/**
 * Why voxels of a cutout are zero: the account of its chunks, per side, and of
 * its root look-ups (rulings 6 and 7 of doc/parity.md).
 *
 * @param image of the imagery; nothing where it was not asked for
 * @param segmentation of the segmentation; nothing where it was not asked for
 * @param roots how the look-up of roots went; nothing where none were asked for
 */
public record CutoutStatus(ReadStatus image, ReadStatus segmentation,
	RootStatus roots)
{

	/** Nothing was asked for. */
	public static final CutoutStatus NOTHING = new CutoutStatus(
		ReadStatus.NOTHING, ReadStatus.NOTHING, RootStatus.NOTHING);

	public static CutoutStatus ofImage(final ReadStatus image) {
		return new CutoutStatus(image, ReadStatus.NOTHING, RootStatus.NOTHING);
	}

	public static CutoutStatus ofSegmentation(final ReadStatus segmentation,
		final RootStatus roots)
	{
		return new CutoutStatus(ReadStatus.NOTHING, segmentation, roots);
	}

	public CutoutStatus plus(final CutoutStatus other) {
		return new CutoutStatus(image.plus(other.image), segmentation.plus(
			other.segmentation), roots.plus(other.roots));
	}

	/** Supervoxels that should have a root and have none. */
	public long failedRootLookups() {
		return roots.failed();
	}

	/** Both sides together. */
	public ReadStatus total() {
		return image.plus(segmentation);
	}

	/** Whether no chunk was missing and no root look-up failed. */
	public boolean isComplete() {
		return total().isComplete() && roots.failed() == 0;
	}

	/** One line for people. */
	@Override
	public String toString() {
		final String lookups = roots.toString();
		return total() + (lookups.isEmpty() ? "" : "; " + lookups);
	}
}
