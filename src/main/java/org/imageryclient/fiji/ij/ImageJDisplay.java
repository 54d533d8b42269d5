// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.ij;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.macro.Interpreter;

import java.awt.GraphicsEnvironment;

import org.imageryclient.color.ColorScheme;
import org.imageryclient.cutout.Cutout;
import org.imageryclient.cutout.ImageCutout;
import org.imageryclient.cutout.PairedCutout;
import org.imageryclient.cutout.SegmentationCutout;
import org.imageryclient.fiji.service.CutoutDisplay;
import org.imageryclient.fiji.service.ShownCutout;
import org.imageryclient.fiji.service.ShownState;
import org.imageryclient.overlay.Figure;
import org.scijava.Priority;
import org.scijava.plugin.AbstractHandlerPlugin;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.thread.ThreadService;

/**
 * Shows cutouts as ImageJ's images: imagery; labels in colour; imagery with
 * labels over it; or a figure in layers, in its own colours. With labels, the
 * status bar says which root id is under the mouse. Without a screen, and in
 * batch mode, the image becomes the current one of the macro that runs.
 */
@Plugin(type = CutoutDisplay.class, priority = Priority.LOW)
public final class ImageJDisplay extends AbstractHandlerPlugin<Object>
	implements CutoutDisplay
{

	@Parameter
	private ThreadService threads;

	@Override
	public String name() {
		return "imagej";
	}

	@Override
	public boolean supports(final Object cutout) {
		return cutout instanceof ImageCutout ||
			cutout instanceof SegmentationCutout || cutout instanceof PairedCutout ||
			cutout instanceof Figure;
	}

	/**
	 * @return an {@link ImagePlus}
	 * @throws org.imageryclient.Unsupported if ImageJ can't hold the samples
	 *           exactly
	 */
	@Override
	public Object show(final Object cutout, final ColorScheme colors) {
		final ImagePlus image = image(cutout, colors);
		ShownState.of(cutout, colors).ifPresent(state -> image.setProp(
			STATE_PROPERTY, state.toJson()));
		new ShownCutout(cutout, colors).keepWith(image);
		if (cutout instanceof Cutout known) ManifestInfo.attach(image, known,
			colors);
		final boolean isScreenThere = !GraphicsEnvironment.isHeadless();
		if (isScreenThere) attachReadout(image, cutout);
		if (isScreenThere || IJ.isMacro()) image.show();
		if (!isScreenThere || Interpreter.isBatchMode()) makeCurrentInMacro(image);
		return image;
	}

	private static ImagePlus image(final Object cutout,
		final ColorScheme colors)
	{
		if (cutout instanceof PairedCutout pair) return CutoutImages.paired(pair,
			colors.forIds(pair.segmentation().ids()), Figure.USUAL_ALPHA);
		if (cutout instanceof SegmentationCutout labels) return CutoutImages.labels(
			labels, colors.forIds(labels.ids()));
		if (cutout instanceof Figure figure) return FigureImages.layered(figure);
		return CutoutImages.of((ImageCutout<?>) cutout);
	}

	private static void attachReadout(final ImagePlus image,
		final Object cutout)
	{
		if (cutout instanceof PairedCutout pair) RootIdReadout.attach(image, pair);
		if (cutout instanceof SegmentationCutout labels) RootIdReadout.attach(image,
			labels);
	}

	/**
	 * ImageJ keeps the current image without a window per thread. SciJava runs a
	 * command in a thread of its own, so the macro's thread is an ancestor of
	 * this one, and only that may keep the image in memory.
	 */
	private void makeCurrentInMacro(final ImagePlus image) {
		if (!IJ.isMacro()) return;
		final Thread here = Thread.currentThread();
		Thread macro = here;
		for (Thread parent = threads.getParent(here); parent != null &&
			parent != macro; parent = threads.getParent(parent))
		{
			macro = parent;
			WindowManager.setTempCurrentImage(macro, image);
		}
		WindowManager.setTempCurrentImage(macro == here ? image : null);
	}
}
