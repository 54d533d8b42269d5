// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.ij;

import ij.IJ;
import ij.measure.ResultsTable;
import ij.plugin.filter.Analyzer;

import java.awt.GraphicsEnvironment;

import org.imageryclient.Progress;
import org.imageryclient.color.ColorScheme;
import org.imageryclient.fiji.service.CutoutDisplay;
import org.scijava.Priority;
import org.scijava.plugin.AbstractHandlerPlugin;
import org.scijava.plugin.Plugin;

/**
 * Shows what is known of each segment of a cutout, in a table window of its
 * own, {@code Segments}. Where there is no screen, and so no window, the table
 * becomes the Results table of the macro that runs.
 */
@Plugin(type = CutoutDisplay.class, priority = Priority.EXTREMELY_LOW)
public final class SegmentTableDisplay extends AbstractHandlerPlugin<Object>
	implements CutoutDisplay
{

	static final String TITLE = "Segments";

	@Override
	public String name() {
		return "table";
	}

	@Override
	public boolean supports(final Object cutout) {
		return SegmentResults.areOf(cutout);
	}

	/**
	 * @param colors are not shown
	 * @return a {@link ResultsTable}
	 */
	@Override
	public Object show(final Object cutout, final ColorScheme colors) {
		final ResultsTable results = SegmentResults.of(SegmentResults.measure(
			cutout, Progress.NONE));
		if (!GraphicsEnvironment.isHeadless()) results.show(TITLE);
		else if (IJ.isMacro()) Analyzer.setResultsTable(results);
		return results;
	}
}
