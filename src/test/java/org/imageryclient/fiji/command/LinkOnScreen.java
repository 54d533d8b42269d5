// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.command;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;

import java.awt.Toolkit;
import java.awt.datatransfer.DataFlavor;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.imageryclient.fiji.service.CutoutService;
import org.imageryclient.testing.PersonAtDialog;
import org.imageryclient.testing.SampleVolume;
import org.scijava.Context;
import org.scijava.app.StatusService;
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
 * A program: real ImageJ with a window. Writes the link that the command gives
 * for the image in the window, what is then in the clipboard, what the command
 * gives for the image as ImageJ saved and opened it; then what the dialog holds
 * that opens for that link, and the link of the cutout that the dialog gives.
 */
public final class LinkOnScreen {

	private static final List<String> ASKED = new ArrayList<>();

	private LinkOnScreen() {}

	/**
	 * @param args the file to write, and one for a TIFF
	 */
	public static void main(final String[] args) {
		try {
			look(args);
			Runtime.getRuntime().halt(0);
		}
		catch (final Exception e) {
			e.printStackTrace();
			Runtime.getRuntime().halt(1);
		}
	}

	private static void look(final String[] args) throws Exception {
		new ImageJ();
		// Not all services: imagej-legacy's wants another ImageJ.
		final Context context = new Context(CommandService.class,
			CutoutService.class, UIService.class, PrefService.class,
			TaskService.class, StatusService.class, ConvertService.class);
		final Module shown = context.service(CommandService.class).run(
			ImageryCutoutCommand.class, true, "source", SampleVolume.em(),
			"segmentation", SampleVolume.seg(), "center", "20512,12512,310", "size",
			"40,30,2", "mip", "", "roots", "all", "colors", "hashed 7", "bounds", "",
			"resolution", "", "timestamp", "", "fit", "auto", "resample", "aligned",
			"resize", true, "strict", false, "show", "imagej", "part", "all", "axis",
			"z", "range", "", "compression", "", "background", false).get();
		final String link = copied(context);
		final String clipboard = (String) Toolkit.getDefaultToolkit()
			.getSystemClipboard().getData(DataFlavor.stringFlavor);
		IJ.saveAsTiff((ImagePlus) shown.getOutput("image"), args[1]);
		((ImagePlus) shown.getOutput("image")).close();
		IJ.openImage(args[1]).show();
		final List<String> seen = new ArrayList<>(List.of(link, clipboard, copied(
			context)));
		final PluginInfo<PreprocessorPlugin> user = new PluginInfo<>(User.class,
			PreprocessorPlugin.class);
		user.setPriority(InputHarvester.PRIORITY);
		context.service(PluginService.class).addPlugin(user);
		context.service(UIService.class).setDefaultUI(new Screen());
		context.service(CommandService.class).run(OpenNeuroglancerLinkCommand.class,
			true, "link", link, "size", "", "mip", "", "show", "imagej", "save",
			new File("")).get();
		seen.addAll(ASKED);
		seen.add(copied(context));
		Files.write(Path.of(args[0]), seen);
	}

	private static String copied(final Context context) throws Exception {
		return (String) context.service(CommandService.class).run(
			CopyNeuroglancerLinkCommand.class, true).get().getOutput("link");
	}

	/** Someone before the dialog, who looks and changes the depth. */
	public static final class User extends PersonAtDialog {

		@Override
		public void process(final Module module) {
			if (module.isInputResolved("size")) return;
			ASKED.add(Stream.of("source", "segmentation", "center", "size", "roots")
				.filter(name -> !module.isInputResolved(name)).map(name -> name + "=" +
					module.getInput(name)).collect(Collectors.joining(" ")));
			module.setInput("size", "40,30,1");
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
