// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.testing;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The edits of a recorded graph: which roots replaced which, and when. */
final class RecordedEdits {

	/** When the graph was ingested, and its first roots came to be. */
	private static final double INGEST = 1704873600;

	private final Map<Long, Double> made = new HashMap<>();
	private final Map<Long, Double> replaced = new HashMap<>();
	private final List<Map<String, Long>> links = new ArrayList<>();

	/**
	 * @param roots all that there ever were
	 */
	RecordedEdits(final Path file, final Collection<Long> roots) {
		roots.forEach(root -> made.put(root, INGEST));
		try (Reader in = Files.newBufferedReader(file)) {
			for (final JsonObject edit : new Gson().fromJson(in, JsonObject[].class))
				add(edit);
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/**
	 * As real servers see it: an edit of that very moment is left out, and a root
	 * that there isn't is not the latest.
	 */
	boolean isLatest(final long root, final double seconds) {
		return made.getOrDefault(root, Double.MAX_VALUE) < seconds && replaced
			.getOrDefault(root, Double.MAX_VALUE) >= seconds;
	}

	/** Whether there was such a root at any time. */
	boolean isKnown(final long root) {
		return made.containsKey(root);
	}

	/**
	 * The ancestors and descendants of roots in the form of the server: nodes,
	 * and links from old to new.
	 *
	 * @return nothing if one of the roots is none: the server fails then
	 */
	Optional<Map<String, Object>> lineage(final Collection<Long> roots) {
		if (!made.keySet().containsAll(roots)) return Optional.empty();
		final Set<Long> family = new LinkedHashSet<>(roots);
		roots.forEach(root -> follow(root, "source", "target", family));
		roots.forEach(root -> follow(root, "target", "source", family));
		return Optional.of(Map.of("directed", true, "multigraph", false, "nodes",
			family.stream().map(id -> Map.of("id", id, "timestamp", made.get(id)))
				.toList(), "links", links.stream().filter(link -> family.containsAll(
					link.values())).toList()));
	}

	private void follow(final long root, final String from, final String to,
		final Set<Long> family)
	{
		final Deque<Long> open = new ArrayDeque<>(List.of(root));
		while (!open.isEmpty()) {
			final long id = open.pop();
			for (final Map<String, Long> link : links)
				if (link.get(from) == id && family.add(link.get(to))) open.push(link
					.get(to));
		}
	}

	private void add(final JsonObject edit) {
		final double time = edit.get("timestamp").getAsDouble();
		for (final JsonElement to : edit.getAsJsonArray("new_root_ids")) {
			made.put(to.getAsLong(), time);
			for (final JsonElement from : edit.getAsJsonArray("old_root_ids")) {
				replaced.put(from.getAsLong(), time);
				links.add(Map.of("source", from.getAsLong(), "target", to.getAsLong()));
			}
		}
	}
}
