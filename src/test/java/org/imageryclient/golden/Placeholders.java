// SPDX-License-Identifier: BSD-2-Clause
package org.imageryclient.golden;

import java.util.Map;
import java.util.function.Supplier;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

/**
 * What stands for <code>{DATA}</code> and <code>{BASE}</code> in a case's
 * texts.
 *
 * @param data address of the data folder, {@code file://…} or {@code http://…},
 *          without a slash at the end
 * @param emulator address of the emulator; asked for only by cases that name
 *          it, since asking starts it
 */
record Placeholders(String data, Supplier<String> emulator) {

	static final String DATA = "{DATA}";
	static final String BASE = "{BASE}";

	/** A copy of an object with all texts in it filled in. */
	JsonObject fill(final JsonObject object) {
		final JsonObject filled = new JsonObject();
		for (final Map.Entry<String, JsonElement> e : object.entrySet())
			filled.add(e.getKey(), fill(e.getValue()));
		return filled;
	}

	/** A copy of a value with all texts in it filled in. */
	JsonElement fill(final JsonElement element) {
		if (element.isJsonObject()) return fill(element.getAsJsonObject());
		if (element.isJsonArray()) {
			final JsonArray filled = new JsonArray();
			element.getAsJsonArray().forEach(e -> filled.add(fill(e)));
			return filled;
		}
		final boolean isText = element.isJsonPrimitive() && element
			.getAsJsonPrimitive().isString();
		return isText ? new JsonPrimitive(fill(element.getAsString())) : element;
	}

	private String fill(final String text) {
		final String filled = text.replace(DATA, data);
		return filled.contains(BASE) ? filled.replace(BASE, emulator.get())
			: filled;
	}
}
