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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The edits of a recorded graph: which roots replaced which, and when. */
final class RecordedEdits {

	private final Map<Long, Double> made = new HashMap<>();
	private final Map<Long, Double> replaced = new HashMap<>();
	private final List<Map<String, Long>> links = new ArrayList<>();

	RecordedEdits(final Path file) {
		try (Reader in = Files.newBufferedReader(file)) {
			for (final JsonObject edit : new Gson().fromJson(in, JsonObject[].class))
				add(edit);
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** As real servers see it: an edit of that very moment is left out. */
	boolean isLatest(final long root, final double seconds) {
		return made.getOrDefault(root, 0.0) < seconds && replaced.getOrDefault(root,
			Double.MAX_VALUE) >= seconds;
	}

	/** Old root to new root, in the form of the server. */
	List<Map<String, Long>> links() {
		return List.copyOf(links);
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
