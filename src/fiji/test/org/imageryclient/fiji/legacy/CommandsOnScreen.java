// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.legacy;

import ij.IJ;
import ij.plugin.frame.Recorder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import javax.swing.JDialog;

import org.imageryclient.auth.Token;
import org.imageryclient.fiji.service.CutoutService;
import org.imageryclient.fiji.service.SourceFormat;
import org.imageryclient.testing.RecordedCave;
import org.imageryclient.testing.SampleVolume;
import org.imageryclient.volume.ChunkSource;
import org.imageryclient.volume.LocalPrecomputed;
import org.scijava.Context;
import org.scijava.plugin.PluginInfo;
import org.scijava.plugin.PluginService;
import org.scijava.ui.UIService;

/**
 * Fiji with its window and its recorder, and a person who chooses each command
 * from the menu, fills in its dialog and presses OK; then what was recorded is
 * run as a macro. Notes of each command what was recorded and what came of
 * either.
 */
final class CommandsOnScreen {

	private final Outcome outcome;
	private final Recorder recorder = new Recorder();

	/** What the recorder wrote, and what came of the dialog and of that line. */
	record Seen(String line, List<String> byDialog, List<String> byMacro) {}

	private CommandsOnScreen(final Context context, final Path files) {
		outcome = new Outcome(context, files);
	}

	/**
	 * Tries all commands.
	 *
	 * @param home an empty folder
	 * @return by the command, in the order of {@link Trial#all}
	 */
	static Map<String, Seen> all(final Path home) throws Exception {
		try (RecordedCave cave = RecordedCave.start()) {
			final Path files = Files.createDirectory(home.resolve("saved"));
			final Context context = RealFiji.context();
			context.service(PluginService.class).addPlugin(new PluginInfo<>(
				PublicVolumes.class, SourceFormat.class));
			context.service(UIService.class).showUI();
			context.service(CutoutService.class).session().credentials().give(cave
				.address(), Token.of(RecordedCave.VIEWER));
			final CommandsOnScreen program = new CommandsOnScreen(context, files);
			final Map<String, Seen> seen = new LinkedHashMap<>();
			for (final Trial trial : Trial.all(files, saved(home), cave))
				seen.put(trial.command(), program.tryOut(trial));
			return seen;
		}
	}

	/** The manifest of a cutout that is saved for commands that take one. */
	private static Path saved(final Path home) {
		IJ.runMacro(Trial.CUTOUT.replace("size=", "save=" + home.resolve(
			"before.tif") + " size="));
		return home.resolve("before.tif.manifest.json");
	}

	private Seen tryOut(final Trial trial) throws Exception {
		begin(trial);
		final String before = recorder.getText();
		IJ.doCommand(trial.command());
		for (final Trial.Dialog dialog : trial.dialogs())
			fillIn(dialog);
		final String line = SwingDialogs.await(() -> "a line of " + trial.command(),
			() -> Optional.of(recorder.getText().substring(before.length())).filter(
				text -> text.endsWith(";\n"))).strip();
		final List<String> byDialog = outcome.lines();
		begin(trial);
		IJ.runMacro(line);
		return new Seen(line, byDialog, outcome.lines());
	}

	private void begin(final Trial trial) throws IOException {
		// First the windows: one that browses goes on filling the cache.
		outcome.forget();
		IJ.runMacro("run('Clear Cache');");
		outcome.forget();
		if (trial.isOfAnImage()) IJ.runMacro(Trial.CUTOUT);
	}

	private void fillIn(final Trial.Dialog wanted) {
		final JDialog dialog = SwingDialogs.await(wanted.title());
		wanted.answers().forEach((label, value) -> SwingDialogs.answer(dialog,
			label, value));
		if (wanted.preview()) {
			SwingDialogs.press(dialog, "Preview the plan");
			SwingDialogs.await(() -> "a plan among " + SwingDialogs.texts(dialog)
				.toList(), () -> SwingDialogs.texts(dialog).filter(text -> text
					.contains("chunks")).findFirst());
		}
		SwingDialogs.press(dialog, "OK");
	}

	/**
	 * The sample in place of what lies on servers: of each data set the imagery
	 * is opened first, then the segmentation.
	 */
	public static final class PublicVolumes implements SourceFormat {

		private final AtomicInteger opened = new AtomicInteger();

		@Override
		public boolean reads(final String address) {
			return address.matches("precomputed://(gs|https)://.*");
		}

		@Override
		public ChunkSource open(final String address) {
			final boolean isImagery = opened.getAndIncrement() % 2 == 0;
			return LocalPrecomputed.open(isImagery ? SampleVolume.em() : SampleVolume
				.seg());
		}
	}
}
