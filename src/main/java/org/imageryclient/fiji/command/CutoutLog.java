// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.command;

import org.imageryclient.cutout.Cutout;
import org.imageryclient.cutout.CutoutStatus;
import org.scijava.log.LogService;

/** Says what a user has to know of a cutout. */
record CutoutLog(LogService log) {

	void tell(final Cutout cutout) {
		sayWhen(cutout);
		warnOfMissing(cutout);
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
}
