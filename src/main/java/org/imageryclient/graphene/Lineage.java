// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.graphene;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.imageryclient.Timestamp;
import org.imageryclient.json.JsonCursor;

/**
 * Which root was made from which: an edit links each old root to the new ones.
 */
public final class Lineage {

	private final Map<Long, List<Long>> successors;
	private final Map<Long, Timestamp> made;

	private Lineage(final Map<Long, List<Long>> successors,
		final Map<Long, Timestamp> made)
	{
		this.successors = successors;
		this.made = made;
	}

	/** Reads the node-link form in which servers give it. */
	static Lineage parse(final JsonCursor graph) {
		final Map<Long, List<Long>> successors = new HashMap<>();
		for (final JsonCursor link : graph.get("links").elements())
			successors.computeIfAbsent(link.get("source").asUnsignedLong(),
				id -> new ArrayList<>()).add(link.get("target").asUnsignedLong());
		final Map<Long, Timestamp> made = new HashMap<>();
		for (final JsonCursor node : graph.find("nodes").map(JsonCursor::elements)
			.orElse(List.of()))
			node.find("timestamp").ifPresent(time -> made.put(node.get("id")
				.asUnsignedLong(), Timestamp.ofSeconds(time.asDouble())));
		return new Lineage(successors, made);
	}

	/** When a root came to be, where the server tells. */
	public Optional<Timestamp> made(final long root) {
		return Optional.ofNullable(made.get(root));
	}

	/**
	 * The newest roots that a root's voxels went to, in ascending unsigned order:
	 * the root itself if it was never edited.
	 */
	public long[] latest(final long root) {
		final Set<Long> seen = new HashSet<>(Set.of(root));
		final Deque<Long> open = new ArrayDeque<>(seen);
		final List<Long> latest = new ArrayList<>();
		while (!open.isEmpty()) {
			final long id = open.pop();
			final List<Long> next = successors.getOrDefault(id, List.of());
			if (next.isEmpty()) latest.add(id);
			for (final long successor : next)
				if (seen.add(successor)) open.push(successor);
		}
		return latest.stream().sorted(Long::compareUnsigned).mapToLong(
			Long::longValue).toArray();
	}
}
