// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.ij;

import ij.IJ;
import ij.measure.ResultsTable;
import ij.plugin.filter.Analyzer;

import java.awt.GraphicsEnvironment;
import java.util.List;

import org.imageryclient.color.ColorScheme;
import org.imageryclient.fiji.service.CutoutDisplay;
import org.imageryclient.table.RootAnswerTable;
import org.scijava.plugin.AbstractHandlerPlugin;
import org.scijava.plugin.Plugin;

/**
 * Shows looked-up roots in a table window, {@code Roots}; where there is no
 * screen the table becomes the Results table of the macro that runs. Ids are
 * strings: ImageJ's numbers would round them.
 */
@Plugin(type = CutoutDisplay.class)
public final class RootAnswersDisplay extends AbstractHandlerPlugin<Object>
	implements CutoutDisplay
{

	@Override
	public String name() {
		return "roots";
	}

	@Override
	public boolean supports(final Object shown) {
		return shown instanceof RootAnswerTable;
	}

	/**
	 * @param colors are not shown
	 * @return a {@link ResultsTable}
	 */
	@Override
	public Object show(final Object shown, final ColorScheme colors) {
		final RootAnswerTable table = (RootAnswerTable) shown;
		final ResultsTable results = new ResultsTable();
		for (final List<String> row : table.rows()) {
			results.incrementCounter();
			for (int c = 0; c < row.size(); c++)
				results.addValue(table.columns().get(c), row.get(c));
		}
		if (!GraphicsEnvironment.isHeadless()) results.show("Roots");
		else if (IJ.isMacro()) Analyzer.setResultsTable(results);
		return results;
	}
}
