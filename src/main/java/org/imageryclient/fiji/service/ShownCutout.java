// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.service;

import ij.ImagePlus;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.imageryclient.color.ColorScheme;

/**
 * What an image shows, kept with it as long as it is open, so that it can be
 * saved without being read again. A copy of the image has none, nor has a file
 * that is opened, or an image that was cropped or scaled.
 *
 * @param result a cutout or a figure
 * @param colors in which its segments are shown
 */
public record ShownCutout(Object result, ColorScheme colors) {

	private static final String PROPERTY = "imageryclient-cutout";

	private record Kept(ShownCutout shown, List<Integer> dimensions) {}

	/** Keeps it with an image. */
	public void keepWith(final ImagePlus image) {
		image.setProperty(PROPERTY, new Kept(this, dimensions(image)));
	}

	/** What an image shows, if that was kept with it and is still so. */
	public static Optional<ShownCutout> of(final ImagePlus image) {
		return image.getProperty(PROPERTY) instanceof Kept kept && kept.dimensions
			.equals(dimensions(image)) ? Optional.of(kept.shown) : Optional.empty();
	}

	private static List<Integer> dimensions(final ImagePlus image) {
		return Arrays.stream(image.getDimensions()).boxed().toList();
	}
}
