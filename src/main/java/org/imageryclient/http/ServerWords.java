// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.http;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * What a server says in the body of a refusal. Source: middle_auth_client 3.19
 * ({@code error, message, data}), PyChunkedGraph 2.21 ({@code code, message,
 * traceback}).
 *
 * @param json the body, if it is a JSON object
 * @param text the body, if it is meant for people; else empty
 */
record ServerWords(Optional<JsonObject> json, String text) {

	private static final int LONGEST_QUOTE = 300;

	static ServerWords of(final HttpReply reply) {
		if (reply.header("Content-Encoding").isPresent()) return new ServerWords(
			Optional.empty(), "");
		final String body = new String(reply.body(), StandardCharsets.UTF_8);
		final String type = reply.header("Content-Type").orElse("").toLowerCase(
			Locale.ROOT);
		final boolean isForPeople = type.contains("json") || type.startsWith(
			"text/plain");
		return new ServerWords(parse(body), isForPeople ? body : "");
	}

	/** The text of a member of the object. */
	Optional<String> member(final String name) {
		return json.flatMap(object -> text(object, name));
	}

	/** The text of a member of {@code data}. */
	Optional<String> data(final String name) {
		return json.map(object -> object.get("data")).filter(
			JsonElement::isJsonObject).flatMap(data -> text(data.getAsJsonObject(),
				name));
	}

	/**
	 * Whether it is a graph that speaks, not who keeps the door: a refusal of the
	 * question, whatever the status.
	 */
	boolean isOfAGraph() {
		return member("code").isPresent() && member("error").isEmpty();
	}

	/** One line: the message alone where there is one. */
	String quote() {
		final String words = member("message").orElse(text).replaceAll(
			"[\\s\\p{Cntrl}]+", " ").strip();
		return words.length() > LONGEST_QUOTE ? words.substring(0, LONGEST_QUOTE) +
			"…" : words;
	}

	private static Optional<JsonObject> parse(final String body) {
		try {
			return Optional.of(JsonParser.parseString(body)).filter(
				JsonElement::isJsonObject).map(JsonElement::getAsJsonObject);
		}
		catch (final JsonParseException e) {
			return Optional.empty();
		}
	}

	private static Optional<String> text(final JsonObject object,
		final String member)
	{
		return Optional.ofNullable(object.get(member)).filter(
			JsonElement::isJsonPrimitive).map(JsonElement::getAsString);
	}
}
