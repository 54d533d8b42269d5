// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.testing;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One request and its reply, as they went over the wire between a client and a
 * real server.
 *
 * @param name of the exchange, or the call of the Python client that caused it
 * @param pathAndQuery as it was sent
 * @param requestHeaders by name, in any case
 * @param responseHeaders by name, in any case
 */
public record RecordedExchange(String name, String method, String pathAndQuery,
	Map<String, String> requestHeaders, byte[] requestBody, int status,
	Map<String, String> responseHeaders, byte[] responseBody)
{

	/** The exchanges of one group, such as {@code auth}. */
	public static List<RecordedExchange> group(final Path transcripts,
		final String group)
	{
		try (Reader in = Files.newBufferedReader(transcripts.resolve(group +
			".json")))
		{
			final JsonObject file = new Gson().fromJson(in, JsonObject.class);
			final List<RecordedExchange> all = new ArrayList<>();
			for (final JsonElement exchange : file.getAsJsonArray("exchanges"))
				all.add(of(exchange.getAsJsonObject()));
			return all;
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	public String token() {
		return requestHeaders.getOrDefault("Authorization", "");
	}

	public boolean isProgrammatic() {
		return requestHeaders.containsKey("Authorization") || requestHeaders
			.containsKey("X-Requested-With") || requestHeaders.containsKey("Origin");
	}

	private static RecordedExchange of(final JsonObject exchange) {
		final JsonObject request = exchange.getAsJsonObject("request");
		final JsonObject response = exchange.getAsJsonObject("response");
		final JsonElement name = exchange.has("name") ? exchange.get("name")
			: exchange.get("client_call");
		return new RecordedExchange(name.getAsString(), request.get("method")
			.getAsString(), request.get("path").getAsString(), headers(request.get(
				"headers")), body(request), response.get("status").getAsInt(), headers(
					response.get("headers")), body(response));
	}

	private static Map<String, String> headers(final JsonElement headers) {
		final Map<String, String> all = new TreeMap<>(
			String.CASE_INSENSITIVE_ORDER);
		if (headers.isJsonObject()) headers.getAsJsonObject().entrySet().forEach(
			e -> all.put(e.getKey(), e.getValue().getAsString()));
		else for (final JsonElement pair : headers.getAsJsonArray()) {
			final JsonArray both = pair.getAsJsonArray();
			all.put(both.get(0).getAsString(), both.get(1).getAsString());
		}
		return all;
	}

	private static byte[] body(final JsonObject message) {
		if (has(message, "body_base64")) return Base64.getDecoder().decode(message
			.get("body_base64").getAsString());
		return has(message, "body_text") ? message.get("body_text").getAsString()
			.getBytes(StandardCharsets.UTF_8) : new byte[0];
	}

	private static boolean has(final JsonObject message, final String member) {
		return message.has(member) && !message.get(member).isJsonNull();
	}
}
