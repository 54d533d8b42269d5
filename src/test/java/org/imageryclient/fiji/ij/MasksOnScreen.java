// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.ij;

import ij.ImageJ;
import ij.WindowManager;
import ij.gui.Roi;
import ij.plugin.frame.RoiManager;
import ij.process.ByteProcessor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.imageryclient.Progress;
import org.imageryclient.color.ColorScheme;
import org.imageryclient.cutout.ImageryClient;
import org.imageryclient.cutout.PairedCutout;
import org.imageryclient.cutout.RootSelection;
import org.imageryclient.export.SaveOptions;
import org.imageryclient.fiji.service.CutoutService;
import org.imageryclient.geom.Region;
import org.imageryclient.mask.MaskSet;
import org.imageryclient.testing.MacroBridge;
import org.imageryclient.testing.SampleVolume;
import org.scijava.Context;

/**
 * A program: real ImageJ with its ROI Manager and its table windows. Writes
 * what is in them.
 */
final class MasksOnScreen {

	private MasksOnScreen() {}

	/**
	 * @param args the file to write, a folder for results
	 */
	public static void main(final String[] args) {
		int status = 1;
		try {
			Files.write(Path.of(args[0]), look(Path.of(args[1])));
			status = 0;
		}
		catch (final Exception e) {
			e.printStackTrace();
		}
		finally {
			Runtime.getRuntime().halt(status);
		}
	}

	private static List<String> look(final Path folder) {
		new ImageJ();
		final List<String> seen = new ArrayList<>();
		final Context context = new Context();
		final String options = "source=[" + SampleVolume.em() + "] segmentation=[" +
			SampleVolume.seg() +
			"] center=20512,12512,310 size=300,200,2 rois=true table=true";
		final MacroBridge macros = MacroBridge.to(context);
		macros.run("run('Segmentation Masks...', '" + options + "');", "");

		final ImageryClient client = context.service(CutoutService.class).open(
			SampleVolume.em(), SampleVolume.seg());
		final PairedCutout pair = client.imageAndSegmentation(Region.centered(20512,
			12512, 310).size(300, 200, 2), RootSelection.all());
		final RoiManager manager = RoiManager.getInstance();
		seen.add("manager: " + drawn(pair.masks(), manager) + " as " + RootRois.of(
			pair, ColorScheme.hashed(0)).size());
		seen.add("table: " + macros.run(
			"selectWindow('Segments'); return '' + Table.size + ' ' + Table.getString('root_id', 0);",
			""));

		manager.close();
		seen.add("batch: " + macros.run(
			"setBatchMode(true); run('Segmentation Masks...', '" + options.replace(
				"table=true", "") + "'); return '' + roiManager('count');", ""));

		final Path set = new RoiSetFormat().save(pair, SaveOptions.prefix(folder
			.resolve("set.zip")), Progress.NONE).get(0);
		final RoiManager hidden = new RoiManager(false);
		hidden.open(set.toString());
		seen.add("hidden: " + drawn(pair.masks(), hidden));
		seen.add("windows: " + Arrays.stream(WindowManager.getNonImageTitles())
			.sorted().toList());
		return seen;
	}

	/**
	 * How many of its ROIs are exactly the mask that their name and slice say.
	 */
	private static int drawn(final MaskSet masks, final RoiManager manager) {
		int equal = 0;
		for (int i = 0; i < manager.getCount(); i++) {
			final Roi roi = manager.getRoi(i);
			final ByteProcessor pixels = new ByteProcessor(300, 200);
			pixels.setValue(255);
			pixels.fill(roi);
			final String[] name = manager.getName(i).split("_slice_");
			if (roi.getPosition() == 1 + Integer.parseInt(name[1]) && Arrays.equals(
				masks.get(name[0]).plane(2, roi.getPosition() - 1), (byte[]) pixels
					.getPixels())) equal++;
		}
		return equal;
	}
}
