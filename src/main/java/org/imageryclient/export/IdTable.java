// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.export;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import org.imageryclient.CorruptData;
import org.imageryclient.color.RootColors;
import org.imageryclient.mask.LabelIndex;
import org.imageryclient.mask.MaskSet;
import org.imageryclient.mask.RootId;
import org.imageryclient.table.Csv;

/**
 * The table that goes with an image of labels 1…n: which root id each stands
 * for, its colour and its voxels.
 *
 * <pre>
 * label,root_id,color,voxels
 * 1,864691135571546917,#ff8000,5319
 * </pre>
 *
 * Ids are text of decimal digits. Spreadsheets that take them for numbers round
 * them: import that column as text.
 */
public final class IdTable {

	private static final String LABEL = "label";
	private static final String ROOT_ID = "root_id";

	private IdTable() {}

	/**
	 * The table of the labels that {@link LabelStack} gives the ids of masks.
	 *
	 * @param colors of the ids
	 */
	public static String toCsv(final MaskSet masks, final RootColors colors) {
		final LabelIndex labels = LabelIndex.of(masks.ids());
		final StringBuilder lines = new StringBuilder(Csv.line(List.of(LABEL,
			ROOT_ID, "color", "voxels")));
		for (int label = 1; label <= labels.size(); label++) {
			final long id = labels.idOf(label);
			lines.append(Csv.line(List.of(Integer.toString(label), Long
				.toUnsignedString(id), RootColors.text(colors.argb(id)), Long.toString(
					masks.mask(id).voxelCount()))));
		}
		return lines.toString();
	}

	/**
	 * The id of each label of a table that {@link #toCsv} or another program
	 * wrote. Of its columns only {@code label} and {@code root_id} are read.
	 *
	 * @return label l's id at l; 0 at 0, and for labels that it does not have
	 * @throws CorruptData if a column is missing, or a label or an id is none;
	 *           names the line
	 */
	public static long[] parse(final String csv) {
		final List<List<String>> lines = records(csv);
		final List<String> header = lines.isEmpty() ? List.of() : lines.get(0)
			.stream().map(name -> name.trim().toLowerCase(Locale.ROOT)).toList();
		final int labelColumn = header.indexOf(LABEL);
		final int idColumn = header.indexOf(ROOT_ID);
		if (labelColumn < 0 || idColumn < 0) throw new CorruptData(
			"Expected a table with the columns \"label\" and \"root_id\" but its first line has " +
				header + "; try the table that was saved with the labels.");
		final int[] labels = IntStream.range(1, lines.size()).map(i -> label(lines
			.get(i), labelColumn, i)).toArray();
		final long[] ids = new long[Arrays.stream(labels).max().orElse(0) + 1];
		for (int i = 1; i < lines.size(); i++)
			ids[labels[i - 1]] = id(lines.get(i), idColumn, i);
		return ids;
	}

	private static List<List<String>> records(final String csv) {
		try {
			// Excel begins its files with a byte order mark.
			return Csv.parse(csv.startsWith("\ufeff") ? csv.substring(1) : csv);
		}
		catch (final IllegalArgumentException e) {
			throw new CorruptData("Expected a table of labels and root ids: " + e
				.getMessage(), e);
		}
	}

	private static int label(final List<String> row, final int column,
		final int line)
	{
		final String text = column < row.size() ? row.get(column).trim() : "";
		if (!text.matches("\\d{1,8}") || Integer.parseInt(
			text) > LabelStack.MOST_IN_FLOATS) throw new CorruptData(
				"Expected a label of at most " + LabelStack.MOST_IN_FLOATS +
					" but was \"" + text + "\" in line " + (line + 1) + " of the table.");
		return Integer.parseInt(text);
	}

	private static long id(final List<String> row, final int column,
		final int line)
	{
		final String text = column < row.size() ? row.get(column) : "";
		try {
			return RootId.parse(text);
		}
		catch (final IllegalArgumentException e) {
			throw new CorruptData("Expected a root id in all its digits but was \"" +
				text + "\" in line " + (line + 1) +
				" of the table; try the file as it was saved: spreadsheets round ids unless they import the column as text.",
				e);
		}
	}
}
