// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.command;

import ij.IJ;
import ij.ImageJ;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.imageryclient.fiji.service.CutoutService;
import org.imageryclient.fiji.service.SourceFormat;
import org.imageryclient.testing.PersonAtDialog;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.app.StatusService;
import org.scijava.command.Command;
import org.scijava.command.CommandService;
import org.scijava.convert.ConvertService;
import org.scijava.module.Module;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.PluginInfo;
import org.scijava.plugin.PluginService;
import org.scijava.prefs.PrefService;
import org.scijava.task.TaskService;
import org.scijava.ui.UIService;
import org.scijava.ui.headless.HeadlessUI;
import org.scijava.widget.InputHarvester;

/**
 * A program: real ImageJ with a window, and someone who chooses a sample, saves
 * it, closes it, and would save once more. Writes a line for each: what was
 * asked, and the title of the current image, how many bytes were saved, why
 * nothing was.
 */
public final class MenuOnScreen {

	private static final List<String> ASKED = new ArrayList<>();

	private static File target = new File("");

	private MenuOnScreen() {}

	/**
	 * @param args the file to write, and one for a TIFF
	 */
	public static void main(final String[] args) {
		try {
			choose(Path.of(args[0]), new File(args[1]));
			Runtime.getRuntime().halt(0);
		}
		catch (final Exception e) {
			e.printStackTrace();
			Runtime.getRuntime().halt(1);
		}
	}

	private static void choose(final Path file, final File tiff)
		throws Exception
	{
		new ImageJ();
		target = tiff;
		// Not all services: imagej-legacy's wants another ImageJ.
		final Context context = new Context(CommandService.class,
			CutoutService.class, UIService.class, PrefService.class,
			TaskService.class, StatusService.class, ConvertService.class);
		final PluginService plugins = context.service(PluginService.class);
		plugins.addPlugin(new PluginInfo<>(PublicSamplesTest.OnThisDisk.class,
			SourceFormat.class));
		final PluginInfo<PreprocessorPlugin> user = new PluginInfo<>(User.class,
			PreprocessorPlugin.class);
		user.setPriority(InputHarvester.PRIORITY);
		plugins.addPlugin(user);
		context.service(UIService.class).setDefaultUI(new Screen());

		chosen(context, PublicSamples.Fib25.class);
		final String opened = ASKED + " " + IJ.getImage().getTitle();
		ASKED.clear();
		chosen(context, SaveCutoutCommand.class);
		final String saved = ASKED + " " + tiff.length();
		ASKED.clear();
		IJ.getImage().close();
		final String refused = ASKED + " " + ((Cancelable) chosen(context,
			SaveCutoutCommand.class)).getCancelReason();
		Files.write(file, List.of(opened, saved, refused));
	}

	private static Module chosen(final Context context,
		final Class<? extends Command> command) throws Exception
	{
		return context.service(CommandService.class).run(command, true).get();
	}

	/** Someone before the dialog, who types a name. */
	public static final class User extends PersonAtDialog {

		@Override
		public void process(final Module module) {
			final String asked = Stream.of("center", "size", "mip", "save", "colors",
				"axis").filter(name -> module.getInfo().getInput(name) != null &&
					!module.isInputResolved(name)).collect(Collectors.joining(" "));
			if (!asked.isEmpty()) ASKED.add(asked);
			if (asked.contains("save")) module.setInput("save", target);
		}
	}

	/** A user interface that is there. */
	private static final class Screen extends HeadlessUI {

		@Override
		public boolean isVisible() {
			return true;
		}
	}
}
