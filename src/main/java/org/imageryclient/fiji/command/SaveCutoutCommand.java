// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.command;

import ij.ImagePlus;

import java.io.File;
import java.nio.file.Path;
import java.util.List;

import org.imageryclient.Progress;
import org.imageryclient.cutout.Cutout;
import org.imageryclient.export.SaveOptions;
import org.imageryclient.fiji.service.CutoutService;
import org.imageryclient.fiji.service.ShownCutout;
import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.FileWidget;

/**
 * Saves the cutout or figure that the current image shows, without reading it
 * again.
 *
 * <pre>
 * run("Save Cutout...", "save=fig.tif");
 * </pre>
 *
 * The names of the parameters are the keys of macros.
 */
@Plugin(type = Command.class, headless = true, initializer = "requireCutout",
	menuPath = "File>Save As>Save Cutout...")
public class SaveCutoutCommand extends JobCommand implements CheckedInputs {

	@Parameter
	private CutoutService cutouts;

	@Parameter(label = "Save as", required = false, persist = false,
		style = FileWidget.SAVE_STYLE,
		description = "fig.tif for a stack, fig.png, fig.zip for ROIs, fig.csv for a table of the segments, or how the names of PNG files begin")
	private File save;

	@Parameter(label = "Advanced...", required = false, persist = false,
		visibility = ItemVisibility.INVISIBLE,
		description = "Asks for all else in a second dialog")
	private boolean advanced;

	@Parameter(label = "Colours of segments", required = false, persist = false,
		attrs = @Attr(name = InputDialogs.ADVANCED),
		description = "As in Imagery Cutout; empty for those that are shown")
	private String colors = "";

	@Parameter(label = "Of which part", required = false, choices = { "all",
		"imagery", "segmentation" }, attrs = @Attr(name = InputDialogs.ADVANCED),
		description = "What of the cutout is saved")
	private String part = "all";

	@Parameter(label = "Slices across", required = false, choices = { "x", "y",
		"z" }, attrs = @Attr(name = InputDialogs.ADVANCED),
		description = "The axis across the PNG slices")
	private String axis = "z";

	@Parameter(label = "Save 8 bits of", required = false, attrs = @Attr(
		name = InputDialogs.ADVANCED),
		description = "The values of the imagery that become 0 and 255 in files: 0, 4095; empty to keep the samples")
	private String range = "";

	@Parameter(label = "PNG compression", required = false, attrs = @Attr(
		name = InputDialogs.ADVANCED),
		description = "0 for none to 9 for the smallest files; empty for the usual")
	private String compression = "";

	@Parameter(label = "Mask of the background", required = false, attrs = @Attr(
		name = InputDialogs.ADVANCED),
		description = "Save also a mask of the voxels of no segment, id 0")
	private boolean background;

	@Override
	String job() {
		return "Save Cutout";
	}

	/** Called before anyone is asked for a name. */
	void requireCutout() {
		try {
			shown(image());
		}
		catch (final IllegalArgumentException e) {
			fail(e);
		}
	}

	@Override
	public boolean isMoreAskedFor() {
		return advanced;
	}

	@Override
	public void checkInputs() {
		saveFields().whichPart();
		options(shown(image()));
	}

	@Override
	void run(final Progress progress) {
		final ImagePlus image = image();
		final ShownCutout shown = shown(image);
		// Most images share their pixels with the cutout.
		if (image.changes) log().warn("\"" + image.getTitle() +
			"\" was changed since it was cut out; changed pixels may be saved as if they were the volume's. Cut it out again to be sure.");
		final Object result = shown.result() instanceof Cutout cutout ? saveFields()
			.partOf(cutout) : shown.result();
		final List<Path> files = cutouts.save(result, options(shown), progress);
		log().info("Saved " + files.size() + (files.size() == 1 ? " file: "
			: " files, the first of them ") + files.get(0));
	}

	private SaveOptions options(final ShownCutout shown) {
		if (path(save).isBlank()) throw new IllegalArgumentException(
			"Expected the name of a file, such as fig.tif, as save but it was empty.");
		return saveFields().applyTo(SaveOptions.prefix(path(save)).colors(
			new ColorsField(text(colors)).schemeOr(shown.colors())));
	}

	private SaveFields saveFields() {
		return new SaveFields(text(part), text(axis), text(range), text(
			compression), background);
	}

	private static ImagePlus image() {
		return CurrentImage.get().orElseThrow(() -> new IllegalArgumentException(
			"Expected the image of a cutout as the current one but no image is open; try Imagery Cutout... first."));
	}

	private static ShownCutout shown(final ImagePlus image) {
		return ShownCutout.of(image).orElseThrow(() -> new IllegalArgumentException(
			"Expected the image of a cutout as the current one but \"" + image
				.getTitle() +
				"\" is none, or a copy, a part or a file of one; try Reopen Cutout... for a saved cutout, or File > Save As > Tiff... for any image."));
	}
}
