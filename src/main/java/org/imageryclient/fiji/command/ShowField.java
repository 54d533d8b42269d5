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
	 * @throws IllegalArgumentException if there is no such display; lists those
	 *           that there are
	 */
	void check(final CutoutService cutouts) {
		if (isAutomatic() || isNothing() || cutouts.displays().stream().anyMatch(
			name()::equalsIgnoreCase)) return;
		throw WrongField.of("show", "auto, none or one of " + cutouts.displays(),
			display);
	}

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
		if (isNothing()) return Optional.empty();
		final Object shown = isAutomatic() ? cutouts.show(result, colors) : cutouts
			.show(result, colors, name());
		return shown instanceof ImagePlus image ? Optional.of(image) : Optional
			.empty();
	}

	private boolean isNothing() {
		return name().equalsIgnoreCase(NONE);
	}

	private boolean isAutomatic() {
		return name().isEmpty() || name().equalsIgnoreCase(AUTO);
	}

	private String name() {
		return display.trim();
	}
}
