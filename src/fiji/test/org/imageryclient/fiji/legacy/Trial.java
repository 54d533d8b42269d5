// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.legacy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.imageryclient.fiji.command.PublicSamples;
import org.imageryclient.testing.RecordedCave;
import org.imageryclient.testing.RecordedGraph;
import org.imageryclient.testing.SampleVolume;
import org.scijava.plugin.Plugin;

/**
 * A command as it is called in the menu, and what a person types into its
 * dialogs.
 *
 * @param command its label in the menu
 * @param isOfAnImage whether it is for a cutout that is shown
 * @param dialogs those that open, one after the other
 */
record Trial(String command, boolean isOfAnImage, List<Dialog> dialogs) {

	/** A macro that shows a cutout. */
	static final String CUTOUT = "run('Imagery Cutout...', 'source=" +
		SampleVolume.em() + " segmentation=" + SampleVolume.seg() +
		" center=20512,12512,310 size=40,30,2');";

	private static final String BOX = "Imagery Cutout...";

	/**
	 * What is done in a dialog.
	 *
	 * @param title of the dialog
	 * @param answers by the labels of the fields
	 * @param preview whether to press the button that shows the plan
	 */
	record Dialog(String title, Map<String, String> answers, boolean preview) {}

	/**
	 * Of all commands that are recorded.
	 *
	 * @param files the folder to save to
	 * @param manifest of a cutout that was saved
	 * @param cave where roots are looked up
	 */
	static List<Trial> all(final Path files, final Path manifest,
		final RecordedCave cave)
	{
		final List<Trial> all = new ArrayList<>();
		all.add(ofBox(BOX, files.resolve("fig.tif")));
		all.add(ofBox("Segmentation Masks...", files.resolve("fig")));
		all.add(ofBox("Overlay Figure...", files.resolve("fig.png")));
		all.add(of("Browse in BigDataViewer...", "Imagery", SampleVolume.em(),
			"Segmentation", SampleVolume.seg()));
		all.add(of("Look Up Root Ids...", "Segmentation", "graphene://" + cave.url(
			"segmentation/table/pcg_test_v1"), "Ids of supervoxels or roots", Long
				.toUnsignedString(cave.graph().supervoxels()[7]), "As of (UTC)",
			RecordedGraph.seconds(cave.graph().moments().get(5)), "Save as (CSV)",
			files.resolve("roots.csv").toString()));
		all.add(of("Reopen Cutout...", "Manifest, or TIFF stack", manifest
			.toString()));
		all.add(ofLink("Open Neuroglancer Link..."));
		all.add(ofLink("Neuroglancer Link..."));
		all.add(ofBox("Neuroglancer or CAVE Cutout...", files.resolve("fig.tif")));
		all.add(new Trial("Save Cutout...", true, of("Save Cutout...", "Save as",
			files.resolve("fig.tif").toString()).dialogs()));
		all.add(ofShown("Copy Neuroglancer Link..."));
		all.add(of("Check Connection...", "Imagery", SampleVolume.em(),
			"Segmentation", ""));
		all.add(ofShown("Clear Cache"));
		for (final Class<?> sample : PublicSamples.class.getClasses())
			all.add(new Trial(label(sample), false, List.of()));
		return all;
	}

	/** As the menu has it. */
	private static String label(final Class<?> command) {
		final String menu = command.getAnnotation(Plugin.class).menuPath();
		return menu.substring(menu.lastIndexOf('>') + 1);
	}

	/** Without a dialog, for the image that is shown. */
	private static Trial ofShown(final String command) {
		return new Trial(command, true, List.of());
	}

	/** The dialog of the cutout follows that of the link. */
	private static Trial ofLink(final String command) {
		final Dialog ofLink = new Dialog(command, Map.of("Link, or state as JSON",
			link()), false);
		final Dialog ofCutout = new Dialog(BOX, Map.of("Size x, y, z (voxels)",
			"20, 16, 2"), true);
		return new Trial(command, false, List.of(ofLink, ofCutout));
	}

	private static String link() {
		return "{\"dimensions\":{\"x\":[4.6e-9,\"m\"],\"y\":[4.6e-9,\"m\"],\"z\":[4.5e-8,\"m\"]}," +
			"\"position\":[20512.5,12512.5,310.5],\"layers\":[{\"type\":\"image\"," +
			"\"source\":\"precomputed://" + Path.of(SampleVolume.em()).toUri() +
			"\",\"name\":\"em\"}]}";
	}

	/** With one dialog, of the command's name. */
	private static Trial of(final String command,
		final String... labelsAndValues)
	{
		return new Trial(command, false, List.of(new Dialog(command, ordered(
			labelsAndValues), false)));
	}

	/** With a box of the sample, whose plan is looked at before. */
	private static Trial ofBox(final String command, final Path save) {
		return new Trial(command, false, List.of(new Dialog(command, ordered(
			"Imagery", SampleVolume.em(), "Segmentation", SampleVolume.seg(),
			"Centre x, y, z (voxels)", "20512, 12512, 310", "Size x, y, z (voxels)",
			"40, 30, 2", "Mip (0 is the finest)", "", "Roots", "all", "Save as", save
				.toString()), true)));
	}

	private static Map<String, String> ordered(final String... labelsAndValues) {
		final Map<String, String> answers = new LinkedHashMap<>();
		for (int i = 0; i < labelsAndValues.length; i += 2)
			answers.put(labelsAndValues[i], labelsAndValues[i + 1]);
		return answers;
	}
}
