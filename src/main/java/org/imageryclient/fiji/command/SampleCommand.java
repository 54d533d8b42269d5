// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.command;

import ij.ImagePlus;

import java.io.File;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

import org.imageryclient.Progress;
import org.imageryclient.color.ColorScheme;
import org.imageryclient.cutout.Cutout;
import org.imageryclient.cutout.CutoutRequest;
import org.imageryclient.cutout.CutoutText;
import org.imageryclient.cutout.FirstLook;
import org.imageryclient.cutout.ImageryClient;
import org.imageryclient.export.SaveOptions;
import org.imageryclient.fiji.service.CutoutService;
import org.scijava.ItemIO;
import org.scijava.plugin.Parameter;
import org.scijava.widget.FileWidget;

/**
 * Opens a public data set that wants no token: a slice through its middle, in
 * one moment and without a dialog, as all samples of Fiji open. Macros may say
 * another place; the log says the addresses, for the dialog of Imagery Cutout.
 *
 * <pre>
 * run("EM Mouse Cortex (Kasthuri 2011)");
 * run("EM Mouse Cortex (Kasthuri 2011)", "size=256,256,4 mip=1");
 * </pre>
 */
abstract class SampleCommand extends JobCommand implements AnsweredInputs {

	@Parameter
	private CutoutService cutouts;

	@Parameter(label = "Centre x, y, z (voxels)", required = false,
		persist = false,
		description = "In voxels of the imagery, as Neuroglancer shows it; empty for the middle")
	private String center = "";

	@Parameter(label = "Size x, y, z (voxels)", required = false, persist = false,
		description = "400, 400, 1 voxels as the centre; or in pixels of the mip: 512 x 512 px; empty for those")
	private String size = "";

	@Parameter(label = "Mip (0 is the finest)", required = false, persist = false,
		description = "Which scale to read, as in Imagery Cutout; empty for the one nearest to 16 nm")
	private String mip = "";

	@Parameter(label = "Roots", required = false, persist = false,
		description = "Which segments: all, none, raw, or root ids separated by commas")
	private String roots = "all";

	@Parameter(label = "Show", required = false, persist = false,
		description = "auto, none, or the name of a display: imagej, bdv (BigDataViewer)")
	private String show = ShowField.AUTO;

	@Parameter(label = "Save as", required = false, persist = false,
		style = FileWidget.SAVE_STYLE,
		description = "As in Imagery Cutout; empty to save nothing")
	private File save;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus image;

	private final String name;
	private final String imagery;
	private final String segmentation;
	private final String paper;

	/**
	 * @param name of the data set, as the menu and the window say it
	 * @param imagery its address
	 * @param segmentation its address
	 * @param paper that whoever uses the data should cite
	 */
	SampleCommand(final String name, final String imagery,
		final String segmentation, final String paper)
	{
		this.name = name;
		this.imagery = imagery;
		this.segmentation = segmentation;
		this.paper = paper;
	}

	@Override
	String job() {
		return "Open Sample";
	}

	@Override
	String section() {
		return "Open Samples";
	}

	/** A sample simply opens. */
	@Override
	public boolean areInputsAnswered() {
		return true;
	}

	@Override
	void run(final Progress progress) {
		final Cutout cutout = read(progress);
		new CutoutLog(log()).tell(cutout);
		log().info("This is of " + paper +
			": please cite it. To see another place, try Imagery Cutout... with source " +
			imagery + " and segmentation " + segmentation + ".");
		new ShowField(text(show)).show(cutouts, cutout, ColorScheme.hashed(0))
			.ifPresent(shown -> {
				shown.setTitle(name);
				image = shown;
			});
		if (!path(save).isBlank()) cutouts.save(cutout, SaveOptions.prefix(path(
			save)).colors(ColorScheme.hashed(0)), progress);
	}

	private Cutout read(final Progress progress) {
		final boolean areLabelsAsked = CutoutText.roots(text(roots)).isPresent();
		final ImageryClient client = cutouts.open(imagery, areLabelsAsked
			? segmentation : "");
		final CutoutRequest request = request(client);
		return areLabelsAsked ? client.imageAndSegmentation(request, progress)
			: client.image(request, progress);
	}

	private CutoutRequest request(final ImageryClient client) {
		final Map<String, String> keys = new HashMap<>(CutoutText.keys(FirstLook.of(
			client)));
		Map.of("center", text(center), "size", text(size), "mip", text(mip),
			"roots", text(roots)).forEach((key, value) -> {
				if (!value.isBlank()) keys.put(key, value);
			});
		return CutoutText.request(keys, Clock.systemUTC());
	}
}
