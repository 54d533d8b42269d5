// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.command;

import ij.ImagePlus;

import java.io.File;

import org.imageryclient.Progress;
import org.imageryclient.color.ColorScheme;
import org.imageryclient.cutout.Cutout;
import org.imageryclient.export.Manifest;
import org.imageryclient.fiji.service.CutoutService;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/**
 * Makes the cutout of a manifest again, as of the time it was made, and shows
 * it.
 *
 * <pre>
 * run("Reopen Cutout...", "manifest=fig.manifest.json");
 * </pre>
 */
@Plugin(type = Command.class, headless = true,
	menuPath = "Plugins>Imagery Client>Reopen Cutout...")
public class ReopenCutoutCommand extends JobCommand {

	@Parameter
	private CutoutService cutouts;

	@Parameter(label = "Manifest, or TIFF stack", required = false,
		description = "fig.manifest.json, which is beside a saved result, or a TIFF stack that was saved")
	private File manifest;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus image;

	@Override
	String job() {
		return "Reopen Cutout";
	}

	@Override
	void run(final Progress progress) {
		if (path(manifest).isBlank()) throw new IllegalArgumentException(
			"Expected the file of a manifest, such as fig.manifest.json, as manifest but it was empty.");
		final Manifest then = cutouts.manifest(manifest.toPath());
		final Cutout cutout = cutouts.reopen(then, progress);
		new CutoutLog(log()).tell(cutout);
		then.differencesFrom(cutout).forEach(log()::warn);
		final ColorScheme colors = then.colors().map(c -> ColorScheme.parse(c
			.scheme())).orElse(ColorScheme.hashed(0));
		if (cutouts.show(cutout, colors) instanceof ImagePlus imp) image = imp;
	}
}
