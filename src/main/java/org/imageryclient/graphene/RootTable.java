// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.graphene;

/**
 * The roots of a list of ids at one moment, and an account of those that have
 * none. Each id that has no root is in exactly one of the four kinds, and has 0
 * in its place.
 *
 * @param roots one per id asked, in the same order; 0 for 0
 * @param unknown ids for which the server has no root
 * @param unchanged ids that came back as they are: the graph knows none of the
 *          ids that were asked with them
 * @param wrongLayer ids whose answer is no root
 * @param beforeGraph ids that came back as they are because the time lies before
 *          the graph began
 */
public record RootTable(long[] roots, long unknown, long unchanged,
	long wrongLayer, long beforeGraph)
{

	/** The number of ids that should have a root and have none. */
	public long failed() {
		return unknown + unchanged + wrongLayer + beforeGraph;
	}

	/** The same, now that the graph is known to have begun later. */
	public RootTable ofATimeBeforeTheGraph() {
		return new RootTable(roots, unknown, 0, wrongLayer, beforeGraph + unchanged);
	}
}
