// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.cutout;

import java.util.Locale;

/** What of a request is looked at: both sides of a pair, or one of them. */
public enum Part {

		/** All that was read. */
		ALL,
		/** The imagery. */
		IMAGERY,
		/** The segmentation. */
		SEGMENTATION;

	/** Which part of its plan a cutout is. */
	public static Part of(final Cutout cutout) {
		if (cutout instanceof PairedCutout) return ALL;
		return cutout instanceof ImageCutout ? IMAGERY : SEGMENTATION;
	}

	/** This part of a pair. */
	public Cutout of(final PairedCutout pair) {
		return switch (this) {
			case ALL -> pair;
			case IMAGERY -> pair.image();
			case SEGMENTATION -> pair.segmentation();
		};
	}

	/** {@code all}, {@code imagery} or {@code segmentation}. */
	public String word() {
		return name().toLowerCase(Locale.ROOT);
	}
}
