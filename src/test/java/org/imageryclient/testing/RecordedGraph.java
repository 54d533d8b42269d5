// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;

/**
 * The recorded answers of a real chunked graph: the root of every supervoxel at
 * certain moments.
 */
public final class RecordedGraph {

	private static final double LATEST = 4e9;

	private static final long[] OFFSET = { 1000, 2000, 300 };
	private static final long[] CHUNK = { 64, 64, 16 };

	private final List<String> columns = new ArrayList<>();
	private final TreeMap<Double, Integer> columnByTime = new TreeMap<>();
	private final Map<Long, long[]> roots = new HashMap<>();

	/** Reads the table {@code supervoxel_roots_….csv.gz}. */
	public RecordedGraph(final Path table) {
		try (BufferedReader lines = new BufferedReader(new InputStreamReader(
			new GZIPInputStream(Files.newInputStream(table)),
			StandardCharsets.UTF_8)))
		{
			final String[] header = lines.readLine().split(",");
			for (int i = 1; i < header.length; i++) {
				final String time = header[i].substring(header[i].indexOf('@') + 1);
				columns.add(header[i]);
				columnByTime.put(time.equals("now") ? LATEST : Double.parseDouble(time),
					i - 1);
			}
			for (String line = lines.readLine(); line != null; line = lines
				.readLine())
				addRow(line.split(","));
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** The names of the moments, such as {@code t2_after_merge1@1711929600}. */
	public List<String> moments() {
		return List.copyOf(columns);
	}

	/** The seconds in the name of a moment, or {@code now}. */
	public static String seconds(final String moment) {
		return moment.substring(moment.indexOf('@') + 1);
	}

	/** All supervoxels of the table. */
	public long[] supervoxels() {
		return roots.keySet().stream().mapToLong(Long::longValue).toArray();
	}

	/** The recorded root of a supervoxel, or 0 if there is no such one. */
	public long root(final long supervoxel, final String moment) {
		final long[] row = roots.get(supervoxel);
		return row == null ? 0 : row[columns.indexOf(moment)];
	}

	/** Every root that the graph had at one of the moments. */
	Set<Long> allRoots() {
		final int ingested = columns.indexOf("t_1ms_before_ingest@1704873599.999");
		final Set<Long> all = new HashSet<>();
		for (final long[] row : roots.values())
			for (int i = 0; i < row.length; i++)
				if (i != ingested) all.add(row[i]);
		return all;
	}

	/**
	 * What the server says to {@code roots_binary}.
	 *
	 * @param seconds one of the moments, or later than all
	 */
	long[] answer(final long[] ids, final double seconds) {
		final Map.Entry<Double, Integer> column = seconds > 1.77e9 ? columnByTime
			.lastEntry() : columnByTime.floorEntry(seconds);
		if (column == null || column.getKey() != LATEST && column
			.getKey() != seconds) throw new IllegalArgumentException(
				"No recorded moment is " + seconds + "; there are " + columns);
		final long[] answer = new long[ids.length];
		boolean anyKnown = false;
		for (int i = 0; i < ids.length; i++) {
			final long[] row = roots.get(ids[i]);
			answer[i] = row == null ? 0 : row[column.getValue()];
			anyKnown |= row != null;
		}
		return anyKnown ? answer : ids.clone();
	}

	/** Leaves of a root in all graph chunks that bounds touch, or all. */
	long[] leaves(final long root, final String bounds) {
		final TreeSet<Long> leaves = new TreeSet<>();
		roots.forEach((supervoxel, row) -> {
			for (final long r : row)
				if (r == root && isIn(supervoxel, bounds)) leaves.add(supervoxel);
		});
		return leaves.stream().mapToLong(Long::longValue).toArray();
	}

	private static boolean isIn(final long supervoxel, final String bounds) {
		if (bounds.isEmpty()) return true;
		final String[] axes = bounds.split("_");
		for (int d = 0; d < 3; d++) {
			final String[] ends = axes[d].split("-");
			final long chunk = supervoxel >>> 46 - 10 * d & 1023;
			final long from = Math.floorDiv(Long.parseLong(ends[0]) - OFFSET[d],
				CHUNK[d]);
			final long to = -Math.floorDiv(OFFSET[d] - Long.parseLong(ends[1]),
				CHUNK[d]);
			if (chunk < from || chunk >= to) return false;
		}
		return true;
	}

	private void addRow(final String[] cells) {
		final long[] row = new long[cells.length - 1];
		for (int i = 0; i < row.length; i++)
			row[i] = Long.parseUnsignedLong(cells[i + 1]);
		roots.put(Long.parseUnsignedLong(cells[0]), row);
	}
}
