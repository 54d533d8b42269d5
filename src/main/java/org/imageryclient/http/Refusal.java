// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;

import org.imageryclient.AccessDenied;
import org.imageryclient.auth.Token;
import org.imageryclient.auth.TokenSource;

/** What statuses mean that say no. */
final class Refusal {

	private static final int LONGEST_QUOTE = 300;

	private Refusal() {}

	/**
	 * @throws AccessDenied on 401, and on 403 where a token was sent
	 * @throws TransientFailure on 408, 429 and 5xx
	 */
	static void check(final HttpCall call, final HttpReply reply,
		final TokenSource tokens)
	{
		final int status = reply.status();
		if (status == 401 || status == 403 && reply.tokenSent()) throw denied(call,
			reply, tokens);
		if (status == 408 || status == 429 || status / 100 == 5)
			throw new TransientFailure("the server answered " + status + quote(reply,
				tokens), retryAfter(reply), null);
	}

	private static AccessDenied denied(final HttpCall call, final HttpReply reply,
		final TokenSource tokens)
	{
		final URI at = reply.address();
		final List<String> places = tokens.placesFor(at);
		final String sent = reply.tokenSent() ? "A token was sent. " : !call
			.authenticated()
				? "No token was sent, because the address asks for none: write middleauth+ before https:// if this server knows your token. "
				: "No token was found for this server. ";
		return new AccessDenied("Expected permission to read from " + at.getHost() +
			" but it answered " + reply.status() + quote(reply, tokens) + " to " +
			HttpCall.shown(at) + ". " + LoginAdvice.of(reply).map(a -> a + " ")
				.orElse("") + sent + (places.isEmpty()
					? "Tokens are looked for nowhere in this session: set one."
					: "Tokens for it are looked for in " + String.join(", ", places) +
						"."));
	}

	/** The server's own words, if they are words: ": no_token …". */
	private static String quote(final HttpReply reply, final TokenSource tokens) {
		final String type = reply.header("Content-Type").orElse("").toLowerCase(
			Locale.ROOT);
		final boolean words = type.contains("json") || type.startsWith(
			"text/plain");
		if (!words || reply.body().length == 0 || reply.header("Content-Encoding")
			.isPresent()) return "";
		String text = new String(reply.body(), StandardCharsets.UTF_8).replaceAll(
			"[\\s\\p{Cntrl}]+", " ").strip();
		// A server may echo what it got.
		final String secret = tokens.tokenFor(reply.address()).map(Token::reveal)
			.orElse("");
		if (!secret.isEmpty()) text = text.replace(secret, "…");
		return ": " + (text.length() > LONGEST_QUOTE ? text.substring(0,
			LONGEST_QUOTE) + "…" : text);
	}

	/** RFC 9110 §10.2.3: seconds, or a date. */
	private static Duration retryAfter(final HttpReply reply) {
		final String header = reply.header("Retry-After").orElse("").strip();
		if (header.matches("\\d{1,9}")) return Duration.ofSeconds(Long.parseLong(
			header));
		try {
			final Instant then = ZonedDateTime.parse(header,
				DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
			final Duration wait = Duration.between(Instant.now(), then);
			return wait.isNegative() ? Duration.ZERO : wait;
		}
		catch (final DateTimeParseException e) {
			return Duration.ZERO;
		}
	}
}
