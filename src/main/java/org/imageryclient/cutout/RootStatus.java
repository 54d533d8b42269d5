// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.cutout;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How the look-up of roots went (ruling 7 of doc/parity.md). Supervoxels without
 * a root are zeros in the cutout, and are counted in exactly one of the three
 * kinds.
 *
 * @param unknown supervoxels that the server does not know
 * @param unchanged supervoxels that the server gave back as they are: the time
 *          lies before the graph began, or it knows none of those asked together
 * @param wrongLayer supervoxels for which the server gave something else than a
 *          root
 * @param outdated roots that were asked for and were not current at the time,
 *          each with the roots that its voxels belong to now, as far as the
 *          server tells. They are shown as asked, never replaced
 */
public record RootStatus(long unknown, long unchanged, long wrongLayer,
	Map<Long, List<Long>> outdated)
{

	/** Nothing was looked up. */
	public static final RootStatus NOTHING = new RootStatus(0, 0, 0, Map.of());

	public RootStatus {
		final Map<Long, List<Long>> copy = new TreeMap<>(Long::compareUnsigned);
		outdated.forEach((root, next) -> copy.put(root, List.copyOf(next)));
		outdated = Collections.unmodifiableMap(copy);
	}

	/** The number of supervoxels that should have a root and have none. */
	public long failed() {
		return unknown + unchanged + wrongLayer;
	}

	public RootStatus plus(final RootStatus other) {
		final Map<Long, List<Long>> both = new TreeMap<>(outdated);
		both.putAll(other.outdated);
		return new RootStatus(unknown + other.unknown, unchanged + other.unchanged,
			wrongLayer + other.wrongLayer, both);
	}

	/** What went wrong, for people; empty where nothing did. */
	@Override
	public String toString() {
		final List<String> parts = new ArrayList<>();
		if (unknown > 0) parts.add(unknown +
			" supervoxels that the server does not know");
		if (unchanged > 0) parts.add(unchanged +
			" supervoxels without a root at that time (did the graph begin later?)");
		if (wrongLayer > 0) parts.add(wrongLayer +
			" supervoxels for which the server gave no root but another node");
		outdated.forEach((root, next) -> parts.add("root " + Long.toUnsignedString(
			root) + " was not current at that time" + (next.isEmpty() ? ""
				: ", now its voxels belong to " + next.stream().map(
					Long::toUnsignedString).collect(Collectors.joining(" and ")))));
		return String.join("; ", parts);
	}
}
