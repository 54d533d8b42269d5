// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.command;

import ij.ImagePlus;

import java.io.File;

import org.imageryclient.Progress;
import org.imageryclient.cutout.Cutout;
import org.imageryclient.export.SaveOptions;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.FileWidget;

/**
 * Cuts out imagery and segmentation, shows and saves them.
 *
 * <pre>
 * run("Imagery Cutout...",
 * 	"source=gs://b/em segmentation=gs://b/seg center=5319,8677,1201 size=400,400,1");
 * </pre>
 *
 * The names of the parameters are the keys of macros.
 */
@Plugin(type = Command.class, headless = true,
	menuPath = "Plugins>Imagery Client>Imagery Cutout...")
public class ImageryCutoutCommand extends CutoutCommand {

	@Parameter(label = "Colours of segments", required = false, attrs = @Attr(
		name = InputDialogs.ADVANCED),
		description = "hashed (Neuroglancer's), hashed 7 (its seed), white, tab10 or another palette; before it colours of single ids: 864691135571546917=#ff8000")
	private String colors = "hashed";

	@Parameter(label = "Show", required = false,
		description = "auto, none, or the name of a display: imagej, bdv (BigDataViewer)")
	private String show = ShowField.AUTO;

	@Parameter(label = "Save as", required = false, persist = false,
		style = FileWidget.SAVE_STYLE,
		description = "How the names of PNG files begin, or a file fig.tif for a stack; empty to save nothing")
	private File save;

	@Parameter(label = "Of which part", required = false, choices = { "all",
		"imagery", "segmentation" }, attrs = @Attr(name = InputDialogs.ADVANCED),
		description = "What of the cutout is shown and saved")
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

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus image;

	@Override
	String job() {
		return "Imagery Cutout";
	}

	@Override
	public void checkInputs() {
		super.checkInputs();
		options();
		saveFields().whichPart();
		new ShowField(text(show)).check(cutouts());
	}

	@Override
	void run(final Progress progress) {
		// Says what is wrong before anything is fetched.
		checkInputs();
		final SaveOptions options = options();
		final Cutout cutout = saveFields().partOf(readCutout(progress));
		new ShowField(text(show)).show(cutouts(), cutout, options.colors())
			.ifPresent(shown -> image = shown);
		if (!options.prefix().isBlank()) cutouts().save(cutout, options, progress);
	}

	private SaveFields saveFields() {
		return new SaveFields(text(part), text(axis), text(range), text(
			compression), background);
	}

	/** With an empty prefix where nothing is to be saved. */
	private SaveOptions options() {
		return saveFields().applyTo(SaveOptions.prefix(path(save)).colors(
			new ColorsField(text(colors)).scheme()));
	}
}
