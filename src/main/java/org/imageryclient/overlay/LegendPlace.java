// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.overlay;

/** Where a figure says which colour stands for which root id. */
public enum LegendPlace {

		/** Nowhere. */
		NONE,
		/** In a panel at the right of the picture. */
		PICTURE,
		/** In an SVG file beside it, when it is saved. */
		FILE,
		/** In both. */
		BOTH;

	/** Whether the picture has a panel. */
	public boolean isInPicture() {
		return this == PICTURE || this == BOTH;
	}

	/** Whether there is a file beside it. */
	public boolean isInFile() {
		return this == FILE || this == BOTH;
	}
}
