// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.command;

import ij.ImagePlus;

import java.io.File;
import java.util.HashMap;
import java.util.Map;

import org.imageryclient.Progress;
import org.imageryclient.fiji.service.CutoutService;
import org.imageryclient.link.NeuroglancerState;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.FileWidget;

/**
 * Cuts out what a Neuroglancer link shows: its volumes, around its position,
 * its selected segments in their colours, at its time. On a screen the dialog
 * of Imagery Cutout opens with all that filled in.
 *
 * <pre>
 * run("Open Neuroglancer Link...", "link=[https://…#!{…}] size=400,400,1");
 * </pre>
 */
@Plugin(type = Command.class, headless = true,
	menuPath = "Plugins>Imagery Client>Open Neuroglancer Link...")
public class OpenNeuroglancerLinkCommand extends JobCommand {

	@Parameter
	private CutoutService cutouts;

	@Parameter(label = "Link, or state as JSON", required = false,
		persist = false,
		description = "Copied from the address line of Neuroglancer or Spelunker, or the link of a shared state")
	private String link = "";

	@Parameter(label = "Size x, y, z (voxels)", required = false, persist = false,
		description = "400, 400, 1 voxels of the link; or in pixels of the mip: 512 x 512 px; empty for the box of a link that was copied from a cutout")
	private String size = "";

	@Parameter(label = "Mip (0 is the finest)", required = false, persist = false,
		description = "Which scale to read, as in Imagery Cutout; empty for the finest, or that of the cutout")
	private String mip = "";

	@Parameter(label = "Show", required = false, persist = false,
		description = "auto, none, or the name of a display: imagej")
	private String show = ImageryCutoutCommand.SHOW_AUTO;

	@Parameter(label = "Save as", required = false, persist = false,
		style = FileWidget.SAVE_STYLE,
		description = "As in Imagery Cutout; empty to save nothing")
	private File save;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus image;

	@Override
	String job() {
		return "Open Neuroglancer Link";
	}

	@Override
	void run(final Progress progress) {
		if (text(link).isBlank()) throw new IllegalArgumentException(
			"Expected a Neuroglancer link as link but it was empty; copy one from the browser's address line.");
		final NeuroglancerState state = cutouts.readLink(link).requireVolume();
		state.notes().forEach(log()::info);
		new CutoutHandOver(context(), this::cancel).run(inputs(state), progress)
			.ifPresent(shown -> image = shown);
	}

	private Map<String, Object> inputs(final NeuroglancerState state) {
		final Map<String, Object> inputs = new HashMap<>(new LinkKeys(state).all(
			text(size)));
		for (final String yesOrNo : new String[] { "resize", "strict" })
			inputs.computeIfPresent(yesOrNo, (key, value) -> Boolean.valueOf(value
				.toString()));
		if (!text(mip).isBlank()) inputs.put("mip", mip);
		inputs.put("show", text(show));
		if (save != null) inputs.put("save", save);
		return inputs;
	}
}
