// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.cutout;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.imageryclient.volume.NotCurrent;

/**
 * How the look-up of roots went (ruling 7 of doc/parity.md). Supervoxels without
 * a root are zeros in the cutout, and are counted in exactly one of the four
 * kinds.
 *
 * @param unknown supervoxels that the server does not know
 * @param unchanged supervoxels that the server gave back as they are, since it
 *          knows none of those asked together
 * @param wrongLayer supervoxels for which the server gave something else than a
 *          root
 * @param beforeGraph supervoxels that have a root now, but had none at a time
 *          before the graph began
 * @param notCurrent roots that were asked for and were not current at the time.
 *          They are shown as asked, never replaced
 */
public record RootStatus(long unknown, long unchanged, long wrongLayer,
	long beforeGraph, Map<Long, NotCurrent> notCurrent)
{

	/** Nothing was looked up. */
	public static final RootStatus NOTHING = new RootStatus(0, 0, 0, 0, Map.of());

	public RootStatus {
		final Map<Long, NotCurrent> copy = new TreeMap<>(Long::compareUnsigned);
		copy.putAll(notCurrent);
		notCurrent = Collections.unmodifiableMap(copy);
	}

	/** The number of supervoxels that should have a root and have none. */
	public long failed() {
		return unknown + unchanged + wrongLayer + beforeGraph;
	}

	/** The same without what has become of roots since: that changes. */
	public RootStatus withoutSuccessors() {
		final Map<Long, NotCurrent> lasting = new TreeMap<>();
		notCurrent.forEach((root, why) -> lasting.put(root, new NotCurrent(why
			.isKnown(), why.cameLater(), List.of())));
		return new RootStatus(unknown, unchanged, wrongLayer, beforeGraph, lasting);
	}

	public RootStatus plus(final RootStatus other) {
		final Map<Long, NotCurrent> both = new TreeMap<>(notCurrent);
		both.putAll(other.notCurrent);
		return new RootStatus(unknown + other.unknown, unchanged + other.unchanged,
			wrongLayer + other.wrongLayer, beforeGraph + other.beforeGraph, both);
	}

	/** What went wrong, for people; empty where nothing did. */
	@Override
	public String toString() {
		final List<String> parts = new ArrayList<>();
		if (unknown > 0) parts.add(unknown +
			" supervoxels that the server does not know");
		if (unchanged > 0) parts.add(unchanged +
			" supervoxels that the server gave back without a root: it knows none of them");
		if (wrongLayer > 0) parts.add(wrongLayer +
			" supervoxels for which the server gave no root but another node");
		if (beforeGraph > 0) parts.add(beforeGraph +
			" supervoxels without a root, since the graph began later");
		notCurrent.forEach((root, why) -> parts.add("root " + Long.toUnsignedString(
			root) + " " + why));
		return String.join("; ", parts);
	}
}
