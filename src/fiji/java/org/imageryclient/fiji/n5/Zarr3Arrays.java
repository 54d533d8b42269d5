// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.n5;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Arrays of Zarr 3 as strict readers want them. The N5 library describes gzip
 * with a member that the specification does not have, and numbers the
 * dimensions, where OME-Zarr 0.5 wants the names of the axes.
 *
 * @see <a href=
 *      "https://zarr-specs.readthedocs.io/en/latest/v3/codecs/gzip/index.html">Zarr
 *      3, gzip</a>
 */
final class Zarr3Arrays {

	private static final List<String> AXES = List.of("c", "z", "y", "x");

	private Zarr3Arrays() {}

	/** Corrects the descriptions of all arrays below a folder. */
	static void makeStrict(final Path folder) throws IOException {
		try (Stream<Path> all = Files.walk(folder)) {
			for (final Path file : all.filter(f -> f.endsWith("zarr.json"))
				.toList())
			{
				final JsonObject node = JsonParser.parseString(Files.readString(file))
					.getAsJsonObject();
				if (!node.get("node_type").getAsString().equals("array")) continue;
				makeStrict(node);
				Files.writeString(file, node.toString());
			}
		}
	}

	private static void makeStrict(final JsonObject array) {
		for (final JsonElement each : array.getAsJsonArray("codecs")) {
			final JsonObject codec = each.getAsJsonObject();
			if (codec.get("name").getAsString().equals("gzip")) codec.getAsJsonObject(
				"configuration").remove("useZlib");
		}
		final int count = array.getAsJsonArray("shape").size();
		final JsonArray names = new JsonArray();
		AXES.subList(AXES.size() - count, AXES.size()).forEach(names::add);
		array.add("dimension_names", names);
	}
}
