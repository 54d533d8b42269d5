// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.ij;

import ij.measure.ResultsTable;

import java.util.List;

import org.imageryclient.Progress;
import org.imageryclient.cutout.PairedCutout;
import org.imageryclient.cutout.SegmentationCutout;
import org.imageryclient.table.Segment;
import org.imageryclient.table.SegmentTable;

/**
 * A segment table as one of ImageJ's. Root ids are strings there, in all their
 * digits: ImageJ's numbers would round them.
 */
public final class SegmentResults {

	private static final int DECIMALS_OF_VOLUME = 9;
	private static final int DECIMALS = 3;

	private SegmentResults() {}

	/** The columns of {@link SegmentTable#columns()}, a row for each segment. */
	public static ResultsTable of(final SegmentTable table) {
		final ResultsTable results = new ResultsTable();
		final List<String> columns = table.columns();
		for (final Segment segment : table.segments()) {
			results.incrementCounter();
			final List<Object> cells = table.cells(segment);
			for (int c = 0; c < columns.size(); c++)
				if (cells.get(c) instanceof Number number) results.addValue(columns.get(
					c), number.doubleValue());
				else results.addValue(columns.get(c), cells.get(c).toString());
		}
		for (final String column : columns)
			if (results.columnExists(column)) results.setDecimalPlaces(results
				.getColumnIndex(column), decimals(column));
		return results;
	}

	private static int decimals(final String column) {
		if (column.startsWith("volume")) return DECIMALS_OF_VOLUME;
		final boolean isCount = column.equals("root_id") || column.equals(
			"voxels") || column.equals("touches_edge") || column.matches(
				"m(in|ax)_._voxel");
		return isCount ? 0 : DECIMALS;
	}

	/** Whether a thing has segments to measure. */
	static boolean areOf(final Object cutout) {
		return cutout instanceof PairedCutout ||
			cutout instanceof SegmentationCutout;
	}

	/**
	 * The segments of a pair, with intensities where both sides are on one grid;
	 * or of a segmentation.
	 */
	static SegmentTable measure(final Object cutout, final Progress progress) {
		if (!(cutout instanceof PairedCutout pair)) return SegmentTable.of(
			(SegmentationCutout) cutout, progress);
		return pair.isOnOneGrid() ? SegmentTable.of(pair, progress) : SegmentTable
			.of(pair.segmentation(), progress);
	}
}
