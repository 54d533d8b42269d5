// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.ij;

import ij.ImagePlus;

import java.util.Optional;

import org.imageryclient.color.ColorScheme;
import org.imageryclient.cutout.Cutout;
import org.imageryclient.export.Manifest;
import org.imageryclient.export.SaveOptions;
import org.imageryclient.export.Saving;
import org.imageryclient.export.Subject;

/**
 * Says in an image's info which cutout it shows. ImageJ keeps the info when it
 * saves the image as TIFF; {@link Manifest#inInfo} finds it there.
 */
final class ManifestInfo {

	private static final String INFO = "Info";

	private ManifestInfo() {}

	/** A line after what the info says already. */
	static void attach(final ImagePlus image, final Cutout cutout,
		final ColorScheme colors)
	{
		final String notes = Optional.ofNullable(image.getInfoProperty()).orElse(
			"");
		final SaveOptions options = SaveOptions.prefix("").colors(colors)
			.madeByImageryCutout();
		image.setProperty(INFO, notes + Saving.of(Subject.of(cutout), options)
			.colored().manifest().toInfo() + "\n");
	}
}
