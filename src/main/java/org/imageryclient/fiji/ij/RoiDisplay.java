// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.ij;

import ij.IJ;
import ij.gui.Roi;
import ij.plugin.frame.RoiManager;

import java.awt.GraphicsEnvironment;
import java.util.List;
import java.util.Optional;

import org.imageryclient.color.ColorScheme;
import org.imageryclient.fiji.service.CutoutDisplay;
import org.scijava.Priority;
import org.scijava.plugin.AbstractHandlerPlugin;
import org.scijava.plugin.Plugin;

/**
 * Adds the masks of a cutout to ImageJ's ROI Manager, as {@link RootRois}. In a
 * macro's batch mode it is the hidden one of that macro. Without a screen there
 * is none, and the ROIs are only returned.
 */
@Plugin(type = CutoutDisplay.class, priority = Priority.VERY_LOW)
public final class RoiDisplay extends AbstractHandlerPlugin<Object> implements
	CutoutDisplay
{

	@Override
	public String name() {
		return "rois";
	}

	@Override
	public boolean supports(final Object cutout) {
		return RootRois.areOf(cutout);
	}

	/**
	 * @param cutout whose masks are added to what the ROI Manager holds
	 * @return a {@code List} of {@link Roi}
	 */
	@Override
	public Object show(final Object cutout, final ColorScheme colors) {
		final List<Roi> rois = RootRois.of(cutout, colors);
		if (!GraphicsEnvironment.isHeadless()) rois.forEach(manager()::addRoi);
		return rois;
	}

	private static RoiManager manager() {
		return Optional.ofNullable(IJ.isMacro() ? RoiManager.getInstance2() : null)
			.orElseGet(RoiManager::getRoiManager);
	}
}
