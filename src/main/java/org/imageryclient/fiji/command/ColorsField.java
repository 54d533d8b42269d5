// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.command;

import org.imageryclient.color.ColorScheme;

/**
 * The colours of segments, as the field of a dialog or the key of a macro says
 * them.
 *
 * @param text as {@link ColorScheme#parse} reads it; may be blank
 */
record ColorsField(String text) {

	/**
	 * Neuroglancer's where the field is blank.
	 *
	 * @throws IllegalArgumentException if it can't be read; names it
	 */
	ColorScheme scheme() {
		return schemeOr(ColorScheme.hashed(0));
	}

	/**
	 * @param usual where the field is blank
	 * @throws IllegalArgumentException if it can't be read; names it
	 */
	ColorScheme schemeOr(final ColorScheme usual) {
		return text.isBlank() ? usual : ColorScheme.parse(text);
	}
}
