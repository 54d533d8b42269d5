// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.bdv;

import java.awt.GraphicsEnvironment;

import org.imageryclient.color.ColorScheme;
import org.imageryclient.cutout.ImageCutout;
import org.imageryclient.cutout.PairedCutout;
import org.imageryclient.cutout.SegmentationCutout;
import org.imageryclient.fiji.service.CutoutDisplay;
import org.imageryclient.geom.Long3;
import org.imageryclient.geom.Point;
import org.imageryclient.geom.Resolution;
import org.scijava.Priority;
import org.scijava.plugin.AbstractHandlerPlugin;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/**
 * Shows cutouts in the window in which volumes are browsed, where they lie.
 * Asked for by its name: an ImageJ image, which macros and scripts go on with,
 * comes first.
 */
@Plugin(type = CutoutDisplay.class, priority = Priority.LOW - 1)
public class BigDataViewerDisplay extends AbstractHandlerPlugin<Object>
	implements CutoutDisplay
{

	@Parameter
	private BrowseWindowService windows;

	@Override
	public String name() {
		return "bdv";
	}

	@Override
	public boolean supports(final Object cutout) {
		return !GraphicsEnvironment.isHeadless() &&
			(cutout instanceof PairedCutout ||
				cutout instanceof ImageCutout<?> image && !image.isEmpty() ||
				cutout instanceof SegmentationCutout labels && !labels.isEmpty());
	}

	/** @return the {@link BrowseWindow} */
	@Override
	public Object show(final Object cutout, final ColorScheme colors) {
		if (cutout instanceof PairedCutout pair) return show(cutout, colors, pair
			.image().resolution(), pair.image().origin(), pair.image().size());
		if (cutout instanceof ImageCutout<?> image) return show(cutout, colors,
			image.resolution(), image.origin(), image.size());
		final SegmentationCutout labels = (SegmentationCutout) cutout;
		return show(cutout, colors, labels.resolution(), labels.origin(), labels
			.size());
	}

	private BrowseWindow show(final Object cutout, final ColorScheme colors,
		final Resolution nm, final Long3 min, final Long3 size)
	{
		final BrowseWindow window = windows.current(nm);
		window.addCutout(cutout, colors);
		window.lookAt(new Point((min.x() + size.x() / 2.0) * nm.x(), (min.y() + size
			.y() / 2.0) * nm.y(), (min.z() + size.z() / 2 + 0.5) * nm.z()), size.x() *
				nm.x(), size.y() * nm.y());
		return window;
	}
}
