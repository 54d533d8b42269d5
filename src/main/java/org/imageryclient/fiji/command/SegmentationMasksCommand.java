// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.command;

import java.awt.GraphicsEnvironment;
import java.io.File;

import org.imageryclient.Progress;
import org.imageryclient.color.ColorScheme;
import org.imageryclient.cutout.Cutout;
import org.imageryclient.cutout.PairedCutout;
import org.imageryclient.cutout.SegmentationCutout;
import org.imageryclient.export.SaveOptions;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.FileWidget;

/**
 * Splits the segmentation of a cutout into its segments: a mask of each, labels
 * with a table of their ids, ROIs, a table of what is known of each.
 *
 * <pre>
 * run("Segmentation Masks...",
 * 	"segmentation=gs://b/seg center=5319,8677,1201 size=400,400,1 table=true save=/data/fig");
 * </pre>
 *
 * The names of the parameters are the keys of macros.
 */
@Plugin(type = Command.class, headless = true,
	menuPath = "Plugins>Imagery Client>Segmentation Masks...")
public class SegmentationMasksCommand extends CutoutCommand {

	@Parameter(label = "Save a mask of each segment (PNG)", required = false,
		description = "fig_slice_0_root_id_864691135571546917.png and so on")
	private boolean masks = true;

	@Parameter(label = "Save labels (TIFF) and their ids (CSV)", required = false,
		description = "fig_labels.tif with numbers from 1 on in 8, 16 or 32 bits, and fig_labels.csv, which says which root id each is")
	private boolean labels;

	@Parameter(label = "Segments to the ROI Manager", required = false,
		description = "For each segment a ROI in each slice; saved as fig_rois.zip")
	private boolean rois;

	@Parameter(label = "Table of the segments", required = false,
		description = "Voxels, volume, box, centroid, mean intensity, whether it touches the edge; saved as fig_segments.csv")
	private boolean table;

	@Parameter(label = "Colours of segments", required = false,
		description = "hashed (Neuroglancer's), hashed 7 (its seed), white, tab10 or another palette; before it colours of single ids: 864691135571546917=#ff8000")
	private String colors = "hashed";

	@Parameter(label = "Show ROIs and table", required = false,
		description = "In the ROI Manager and in a window, besides what is saved")
	private boolean show = true;

	@Parameter(label = "Save as", required = false, persist = false,
		style = FileWidget.SAVE_STYLE,
		description = "How the names of all files begin; empty to save nothing")
	private File save;

	@Parameter(label = "Slices of masks across", required = false, choices = {
		"x", "y", "z" }, attrs = @Attr(name = InputDialogs.ADVANCED),
		description = "The axis across the slices: z gives rows y of x, y rows z of x, x rows z of y")
	private String axis = "z";

	@Parameter(label = "PNG compression", required = false, attrs = @Attr(
		name = InputDialogs.ADVANCED),
		description = "0 for none to 9 for the smallest files; empty for the usual")
	private String compression = "";

	@Parameter(label = "A mask of the background, too", required = false,
		attrs = @Attr(name = InputDialogs.ADVANCED),
		description = "Of id 0, where no segment is: in masks and ROIs")
	private boolean background;

	@Override
	String job() {
		return "Segmentation Masks";
	}

	@Override
	public void checkInputs() {
		super.checkInputs();
		checkResults();
		options();
	}

	@Override
	void run(final Progress progress) {
		checkInputs();
		final Cutout cutout = readCutout(progress);
		final SegmentationCutout segmentation = segmentation(cutout);
		log().info(segmentation.masks().size() + " segments");
		warnOfTwoGrids(cutout);
		if (isSaving()) save(cutout, segmentation, progress);
		show(cutout, segmentation);
	}

	private void save(final Cutout cutout, final SegmentationCutout segmentation,
		final Progress progress)
	{
		final SaveOptions options = options();
		final SaveOptions acrossZ = options.acrossAxis(2);
		if (masks) cutouts().save(segmentation, options, progress);
		if (labels) cutouts().save(segmentation, acrossZ.withPrefix(save +
			"_labels.tif"), progress);
		// Of a pair: its ROIs know over how many channels they lie.
		if (rois) cutouts().save(cutout, acrossZ.withPrefix(save + "_rois.zip"),
			progress);
		if (table) cutouts().save(cutout, acrossZ.withPrefix(save +
			"_segments.csv"), progress);
	}

	private void show(final Cutout cutout,
		final SegmentationCutout segmentation)
	{
		if (!show) return;
		final ColorScheme scheme = options().colors();
		if (rois && isScreenThere()) cutouts().show(background ? segmentation.masks(
			true) : cutout, scheme, "rois");
		if (table) cutouts().show(cutout, scheme, "table");
	}

	private static SegmentationCutout segmentation(final Cutout cutout) {
		if (cutout instanceof PairedCutout pair) return pair.segmentation();
		if (cutout instanceof SegmentationCutout segmentation) return segmentation;
		throw new IllegalArgumentException(
			"Expected a segmentation to split into masks but there is none; try its address as segmentation, and roots other than none.");
	}

	private void warnOfTwoGrids(final Cutout cutout) {
		if (table && cutout instanceof PairedCutout pair && !pair.isOnOneGrid())
			log().warn(
				"The table has no mean intensities: imagery and segmentation are not on one grid; try resize.");
	}

	/** Work of which nothing stays is a mistake. */
	private void checkResults() {
		final boolean isSaved = isSaving() && (masks || labels || rois || table);
		final boolean isShown = show && (table || rois && isScreenThere());
		if (!isSaved && !isShown) throw new IllegalArgumentException(
			"Expected something to make: masks, labels, rois or table with a name to save as, or rois or table to show, but save was \"" +
				path(save) + "\" and " + chosen() + (isScreenThere() ? ""
					: ", and there is no screen for ROIs") +
				"; try save, or tick what you want.");
	}

	private String chosen() {
		return "masks " + masks + ", labels " + labels + ", rois " + rois +
			", table " + table + ", show " + show;
	}

	private boolean isSaving() {
		return !path(save).isBlank();
	}

	private static boolean isScreenThere() {
		return !GraphicsEnvironment.isHeadless();
	}

	/** With an empty prefix where nothing is to be saved. */
	private SaveOptions options() {
		return new SaveFields("", text(axis), "", text(compression), background)
			.applyTo(SaveOptions.prefix(path(save)).colors(new ColorsField(text(
				colors)).scheme()));
	}
}
