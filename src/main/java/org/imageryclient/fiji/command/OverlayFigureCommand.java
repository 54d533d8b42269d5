// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.command;

import ij.ImagePlus;

import java.io.File;
import java.util.Locale;

import org.imageryclient.Progress;
import org.imageryclient.color.ColorScheme;
import org.imageryclient.export.SaveOptions;
import org.imageryclient.overlay.Figure;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.FileWidget;

/**
 * Makes a figure of segments in colour over imagery, with a scale bar and a
 * legend; shows it in layers and saves it.
 *
 * <pre>
 * run("Overlay Figure...",
 * 	"source=gs://b/em segmentation=gs://b/seg center=5319,8677,1201 size=400,400,1 outline=inside save=fig.png");
 * </pre>
 *
 * The names of the parameters are the keys of macros.
 */
@Plugin(type = Command.class, headless = true,
	menuPath = "Plugins>Imagery Client>Overlay Figure...")
public class OverlayFigureCommand extends CutoutCommand {

	@Parameter(label = "Colours of segments", required = false,
		description = "hashed (Neuroglancer's), hashed 7 (its seed), white, tab10 or another palette; before it colours of single ids: 864691135571546917=#ff8000")
	private String colors = "hashed";

	@Parameter(label = "Opacity", required = false, min = "0", max = "1",
		stepSize = "0.05", description = "Of the segments: 0 to 1")
	private double alpha = Figure.USUAL_ALPHA;

	@Parameter(label = "Outline", required = false, choices = { "none", "inside",
		"outside" },
		description = "Segments as lines along their border instead of filled")
	private String outline = "none";

	@Parameter(label = "Width of outlines (pixels)", required = false, min = "0")
	private int width = Figure.USUAL_WIDTH;

	@Parameter(label = "Scale bar", required = false,
		description = "auto, none, or a length such as 500 nm or 1 um")
	private String scalebar = "auto";

	@Parameter(label = "Legend", required = false, choices = { "none", "picture",
		"file", "both" },
		description = "Which colour is which root id: in a panel of the picture, in an SVG file beside it, or both")
	private String legend = "file";

	@Parameter(label = "One outline around touching segments", required = false,
		attrs = @Attr(name = InputDialogs.ADVANCED),
		description = "Else each segment has its own")
	private boolean merge = true;

	@Parameter(label = "Draw over each other", required = false, attrs = @Attr(
		name = InputDialogs.ADVANCED),
		description = "Else nothing is drawn where there is something already")
	private boolean overlap = true;

	@Parameter(label = "Slices across", required = false, choices = { "x", "y",
		"z" }, attrs = @Attr(name = InputDialogs.ADVANCED),
		description = "The axis that the pictures do not show")
	private String axis = "z";

	@Parameter(label = "Range of imagery", required = false, persist = false,
		attrs = @Attr(name = InputDialogs.ADVANCED),
		description = "The samples that become black and white: 0, 4095; empty to keep 8 bits, and for all from the least to the greatest")
	private String range = "";

	@Parameter(label = "Show", required = false,
		description = "auto, none, or the name of a display: imagej")
	private String show = ShowField.AUTO;

	@Parameter(label = "Save as", required = false, persist = false,
		style = FileWidget.SAVE_STYLE,
		description = "fig.png for flat pictures, fig.tif for one file of layers; empty to save nothing")
	private File save;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus image;

	@Override
	String job() {
		return "Overlay Figure";
	}

	@Override
	public void checkInputs() {
		super.checkInputs();
		fields();
		options();
		new ShowField(text(show)).check(cutouts());
	}

	@Override
	void run(final Progress progress) {
		checkInputs();
		final FigureFields fields = fields();
		final SaveOptions options = options();
		final Figure figure = fields.figure(readCutout(progress), options);
		new ShowField(text(show)).show(cutouts(), figure, ColorScheme.hashed(0))
			.ifPresent(shown -> image = shown);
		if (!options.prefix().isBlank()) cutouts().save(figure, options, progress);
	}

	private FigureFields fields() {
		return new FigureFields(alpha, text(outline), width, merge, overlap, text(
			scalebar), text(legend));
	}

	/** With an empty prefix where nothing is to be saved. */
	private SaveOptions options() {
		return new SaveFields("", text(axis), text(range), "", false).applyTo(
			SaveOptions.prefix(target()).colors(new ColorsField(text(colors))
				.scheme()));
	}

	private String target() {
		final String path = path(save);
		if (!path.isBlank() && !path.toLowerCase(Locale.ROOT).matches(
			".*\\.(png|tiff?)")) throw new IllegalArgumentException(
				"Expected save as the name of a figure, fig.png for flat pictures or fig.tif for one file of layers, but was \"" +
					path + "\".");
		return path;
	}
}
