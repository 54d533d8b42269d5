// SPDX-License-Identifier: BSD-2-Clause
package org.imageryclient.golden;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/**
 * One recorded call of the reference (golden/README.md).
 *
 * @param client keyword arguments of the client; empty where there is none
 * @param args keyword arguments of the method
 * @param wanted {@code right} where the case has one, else {@code expect}
 * @param folder where its arrays and pictures are
 */
record GoldenCase(String id, String category, boolean needsEmulator,
	JsonObject client, String method, JsonObject args, double tolerance,
	Expectation wanted, Path folder)
{

	private static final String FILE = "case.json";

	/** All cases below a folder, by name. */
	static List<GoldenCase> readAll(final Path cases) {
		try (Stream<Path> folders = Files.list(cases)) {
			return folders.filter(f -> Files.exists(f.resolve(FILE))).sorted().map(
				GoldenCase::read).toList();
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	static GoldenCase read(final Path folder) {
		try {
			return of(JsonParser.parseString(Files.readString(folder.resolve(FILE)))
				.getAsJsonObject(), folder);
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	static GoldenCase of(final JsonObject json, final Path folder) {
		final JsonElement right = json.get("right");
		final boolean ruled = right != null && !right.isJsonNull();
		return new GoldenCase(json.get("id").getAsString(), json.get("category")
			.getAsString(), json.get("needs_emulator").getAsBoolean(), object(json,
				"client"), json.get("method").getAsString(), object(json, "args"), json
					.get("tolerance").getAsDouble(), Expectation.of(ruled ? right
						.getAsJsonObject() : json.getAsJsonObject("expect"), folder),
			folder);
	}

	/** Whether it reads volumes whose transport may be chosen. */
	boolean namesData() {
		return (client.toString() + args).contains(Placeholders.DATA);
	}

	/** This case's call with parts of it replaced, as {@code same_as} says. */
	GoldenCase with(final Expectation.SameAs other) {
		final JsonObject call = other.call();
		return new GoldenCase(id, category, needsEmulator, call.has("client")
			? object(call, "client") : client, call.has("method") ? call.get("method")
				.getAsString() : method, call.has("args") ? object(call, "args") : args,
			tolerance, wanted, folder);
	}

	private static JsonObject object(final JsonObject json, final String key) {
		final JsonElement value = json.get(key);
		return value == null || value.isJsonNull() ? new JsonObject() : value
			.getAsJsonObject();
	}

	@Override
	public String toString() {
		return id;
	}
}
