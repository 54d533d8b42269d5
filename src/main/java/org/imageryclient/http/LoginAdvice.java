// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.http;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a user can do about a refusal of a CAVE server, and the page to do it
 * on. Source: middle_auth_client, its JSON replies and
 * {@code WWW-Authenticate}; reference/formats.md §6.7.
 */
final class LoginAdvice {

	private static final Pattern REALM = Pattern.compile(
		"realm=\"(https?://[^\"]+)/api/v1/authorize\"");

	private static final Pattern LOGIN_PAGE = Pattern.compile(
		".*/api/v1/authorize/?");

	private LoginAdvice() {}

	/** One sentence with a page to visit; empty where the server is no CAVE. */
	static Optional<String> of(final HttpReply reply) {
		final Optional<JsonObject> said = json(reply);
		final String error = said.flatMap(s -> text(s, "error")).orElse("");
		return switch (error) {
			case "no_token" -> Optional.of("Log in: set a token, which you find at " +
				tokenPage(reply) + ".");
			case "invalid_token" -> Optional.of(
				"The token is not valid or has expired: set another one, which you find at " +
					tokenPage(reply) + ".");
			case "missing_permission" -> Optional.of(
				"The token is valid, but its user lacks the permission \"" + data(said,
					"required_permission") + "\" for the dataset \"" + data(said,
						"auth_dataset") + "\": ask those who run it.");
			case "missing_tos" -> Optional.of("The terms of service of \"" + data(
				said, "tos_name") + "\" are not accepted yet: accept them at " + data(
					said, "tos_form_url") + ".");
			default -> reply.header("WWW-Authenticate").filter(h -> REALM.matcher(h)
				.find()).map(h -> "Log in: set a token, which you find at " + tokenPage(
					reply) + ".");
		};
	}

	/** Whether an address is the page on which CAVE users log in. */
	static boolean isLoginPage(final URI address) {
		return address.getPath() != null && LOGIN_PAGE.matcher(address.getPath())
			.matches();
	}

	/** The page that lists a user's tokens on the server of an address. */
	static String tokenPage(final URI server) {
		return server.getScheme() + "://" + server.getRawAuthority() +
			"/sticky_auth/settings/tokens";
	}

	private static String tokenPage(final HttpReply reply) {
		final Matcher realm = REALM.matcher(reply.header("WWW-Authenticate").orElse(
			""));
		return realm.find() ? realm.group(1) + "/settings/tokens" : tokenPage(reply
			.address());
	}

	private static Optional<JsonObject> json(final HttpReply reply) {
		try {
			return Optional.of(JsonParser.parseString(new String(reply.body(),
				StandardCharsets.UTF_8))).filter(JsonElement::isJsonObject).map(
					JsonElement::getAsJsonObject);
		}
		catch (final JsonParseException e) {
			return Optional.empty();
		}
	}

	private static String data(final Optional<JsonObject> said,
		final String member)
	{
		return said.map(s -> s.get("data")).filter(JsonElement::isJsonObject)
			.flatMap(d -> text(d.getAsJsonObject(), member)).orElse("?");
	}

	private static Optional<String> text(final JsonObject object,
		final String member)
	{
		return Optional.ofNullable(object.get(member)).filter(
			JsonElement::isJsonPrimitive).map(JsonElement::getAsString);
	}
}
