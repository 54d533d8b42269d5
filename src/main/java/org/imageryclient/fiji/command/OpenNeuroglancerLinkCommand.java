// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.command;

import ij.ImagePlus;

import java.io.File;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.imageryclient.CorruptData;
import org.imageryclient.Progress;
import org.imageryclient.fiji.service.CutoutService;
import org.imageryclient.link.NeuroglancerState;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
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
public class OpenNeuroglancerLinkCommand extends JobCommand implements
	CheckedInputs
{

	/** What a link may leave open; the last dialog's would be another place's. */
	private static final Map<String, Object> UNSAID = Map.of("center", "",
		"bounds", "", "resolution", "", "mip", "", "roots", "all", "timestamp", "",
		"fit", "auto", "resample", "aligned", "resize", true, "strict", false);

	@Parameter
	private CutoutService cutouts;

	@Parameter(label = "Link, or state as JSON", columns = 30, required = false,
		persist = false,
		description = "Copied from the address line of Neuroglancer or Spelunker, or the link of a shared state")
	private String link = "";

	@Parameter(label = "Size x, y, z (voxels)", required = false, persist = false,
		attrs = @Attr(name = InputDialogs.ADVANCED),
		description = "400, 400, 1 voxels of the link; or in pixels of the mip: 512 x 512 px; empty for the box of a link that was copied from a cutout")
	private String size = "";

	@Parameter(label = "Mip (0 is the finest)", required = false, persist = false,
		attrs = @Attr(name = InputDialogs.ADVANCED),
		description = "Which scale to read, as in Imagery Cutout; empty for the finest, or that of the cutout")
	private String mip = "";

	@Parameter(label = "Show", required = false, persist = false, attrs = @Attr(
		name = InputDialogs.ADVANCED),
		description = "auto, none, or the name of a display: imagej, bdv (BigDataViewer)")
	private String show = ShowField.AUTO;

	@Parameter(label = "Save as", required = false, persist = false,
		style = FileWidget.SAVE_STYLE, attrs = @Attr(name = InputDialogs.ADVANCED),
		description = "As in Imagery Cutout; empty to save nothing")
	private File save;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus image;

	@Override
	String job() {
		return "Open Neuroglancer Link";
	}

	@Override
	public boolean isMoreAskedFor() {
		return false;
	}

	@Override
	public void checkInputs() {
		if (text(link).isBlank()) throw new IllegalArgumentException(
			"Expected a Neuroglancer link as link but it was empty; copy one from the browser's address line.");
		try {
			if (!NeuroglancerState.isStored(link)) NeuroglancerState.parse(link)
				.requireVolume();
		}
		catch (final CorruptData e) {
			throw new IllegalArgumentException(e.getMessage(), e);
		}
	}

	@Override
	void run(final Progress progress) {
		checkInputs();
		final NeuroglancerState state = cutouts.readLink(link).requireVolume();
		state.notes().forEach(log()::info);
		new CutoutHandOver(context(), this::cancel).run(inputs(state), text(size)
			.isBlank(), progress).ifPresent(shown -> image = shown);
	}

	private Map<String, Object> inputs(final NeuroglancerState state) {
		final Map<String, Object> inputs = new HashMap<>(UNSAID);
		inputs.putAll(new LinkKeys(state).all(text(size)));
		for (final String yesOrNo : List.of("resize", "strict"))
			inputs.computeIfPresent(yesOrNo, (key, value) -> Boolean.valueOf(value
				.toString()));
		// The dialog may offer the size of last time.
		inputs.remove("size", "");
		if (!text(mip).isBlank()) inputs.put("mip", mip);
		if (!text(show).isBlank()) inputs.put("show", show);
		if (save != null) inputs.put("save", save);
		return inputs;
	}
}
