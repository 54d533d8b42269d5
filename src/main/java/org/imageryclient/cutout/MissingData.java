// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.cutout;

import org.imageryclient.AccessDenied;
import org.imageryclient.SourceNotFound;
import org.imageryclient.volume.ReadStatus;

/** What is made of chunks that were not there (ruling 6 of doc/parity.md). */
final class MissingData {

	private static final System.Logger LOG = System.getLogger(MissingData.class
		.getName());

	private MissingData() {}

	/**
	 * Warns where data may be withheld.
	 *
	 * @throws AccessDenied if {@code strict} and chunks are forbidden
	 * @throws SourceNotFound if {@code strict} and chunks are absent
	 */
	static void judge(final ReadStatus status, final SidePlan side,
		final boolean strict)
	{
		final String where = " of the " + status.chunksPlanned() +
			" chunks at mip " + side.mip() + " of " + side.source();
		if (status.forbidden() > 0) {
			final String message = status.forbidden() + where +
				" are forbidden (403): a bucket answers so for chunks that do not exist, " +
				"and for all of them once access is withdrawn";
			if (strict) throw new AccessDenied("Expected all chunks but " + message +
				"; try opening the address in a browser, or strict = false to have zeros there.");
			LOG.log(System.Logger.Level.WARNING, message +
				". They are zeros in the cutout.");
		}
		if (status.absent() == 0) return;
		if (strict) throw new SourceNotFound("Expected all chunks but " + status
			.absent() + where +
			" are absent; try another mip, or strict = false to have zeros there.");
		LOG.log(System.Logger.Level.INFO, status.absent() + where +
			" are absent. They are zeros in the cutout.");
	}
}
