// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.command;

import ij.ImagePlus;

import java.util.Optional;

import org.imageryclient.color.ColorScheme;
import org.imageryclient.fiji.service.CutoutService;

/**
 * Where a result is shown, as the field of a dialog or the key of a macro says
 * it.
 *
 * @param display {@code auto} or blank, {@code none}, or the name of a display
 */
record ShowField(String display) {

	static final String AUTO = "auto";
	static final String NONE = "none";

	/**
	 * Shows a cutout, or a figure, which has its own colours.
	 *
	 * @return the image, where that is what it is shown as
	 * @throws IllegalArgumentException if there is no such display; lists those
	 *           that there are
	 */
	Optional<ImagePlus> show(final CutoutService cutouts, final Object result,
		final ColorScheme colors)
	{
		final String name = display.trim();
		if (name.equalsIgnoreCase(NONE)) return Optional.empty();
		final Object shown = name.isEmpty() || name.equalsIgnoreCase(AUTO) ? cutouts
			.show(result, colors) : cutouts.show(result, colors, name);
		return shown instanceof ImagePlus image ? Optional.of(image) : Optional
			.empty();
	}
}
