// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.command;

import ij.ImagePlus;

import java.io.File;

import org.imageryclient.Progress;
import org.imageryclient.color.ColorScheme;
import org.imageryclient.cutout.PairedCutout;
import org.imageryclient.cutout.SegmentationCutout;
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

	static final String SHOW_AUTO = "auto";
	static final String SHOW_NONE = "none";

	@Parameter(label = "Colours of segments", required = false, attrs = @Attr(
		name = InputDialogs.ADVANCED),
		description = "hashed (Neuroglancer's), hashed 7 (its seed), white, tab10 or another palette; before it colours of single ids: 864691135571546917=#ff8000")
	private String colors = "hashed";

	@Parameter(label = "Show", required = false,
		description = "auto, none, or the name of a display: imagej")
	private String show = SHOW_AUTO;

	@Parameter(label = "Save as", required = false, persist = false,
		style = FileWidget.SAVE_STYLE,
		description = "How the names of PNG files begin, or a file fig.tif for a stack; empty to save nothing")
	private File save;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus image;

	@Override
	String job() {
		return "Imagery Cutout";
	}

	@Override
	void run(final Progress progress) {
		final ColorScheme scheme = text(colors).isBlank() ? ColorScheme.hashed(0)
			: ColorScheme.parse(colors);
		final Object cutout = readCutout(progress);
		show(cutout, scheme);
		save(cutout, scheme, progress);
	}

	private void show(final Object cutout, final ColorScheme scheme) {
		final String display = text(show).trim();
		if (display.equalsIgnoreCase(SHOW_NONE)) return;
		final Object shown = display.isEmpty() || display.equalsIgnoreCase(
			SHOW_AUTO) ? cutouts().show(cutout, scheme) : cutouts().show(cutout,
				scheme, display);
		if (shown instanceof ImagePlus imp) image = imp;
	}

	private void save(final Object cutout, final ColorScheme scheme,
		final Progress progress)
	{
		if (save == null || save.getPath().isBlank()) return;
		cutouts().save(cutout, SaveOptions.prefix(save.toPath()).colors(scheme
			.forIds(idsOf(cutout))), progress);
	}

	private static long[] idsOf(final Object cutout) {
		if (cutout instanceof PairedCutout pair) return pair.segmentation().ids();
		return cutout instanceof SegmentationCutout labels ? labels.ids()
			: new long[0];
	}
}
