// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.http;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;

import org.imageryclient.AccessDenied;
import org.imageryclient.auth.TokenSource;

/** What statuses mean that say no. */
final class Refusal {

	private Refusal() {}

	/**
	 * @throws AccessDenied on 401, on 403 from a server that may get a token, and
	 *           on 400, if it is about the user
	 * @throws TransientFailure on 408, 429 and 5xx
	 */
	static void check(final HttpCall call, final HttpReply reply,
		final TokenSource tokens)
	{
		final int status = reply.status();
		final boolean denied = LoginAdvice.isAboutTheUser(reply) &&
			(status == 401 || call.authenticated());
		if (denied) throw new AccessDenied("Expected permission to read from " +
			reply.address().getHost() + " but it answered " + reply.statusAndWords() +
			" to " + HttpCall.shown(reply.address()) + ". " + LoginAdvice.of(reply)
				.map(a -> a + " ").orElse("") + places(call, reply.address(), reply
					.tokenSent(), tokens));
		if (status == 408 || status == 429 || status / 100 == 5)
			throw new TransientFailure("the server answered " + reply
				.statusAndWords(), retryAfter(reply), null);
	}

	/**
	 * A server sends those away whom it doesn't know; what is there is no answer.
	 *
	 * @throws AccessDenied if a redirect leads to a page on which users log in
	 */
	static void checkRedirect(final HttpCall call, final HttpReply reply,
		final HttpCall next, final TokenSource tokens)
	{
		if (!call.authenticated()) return;
		LoginAdvice.loginPage(call.address(), next.address()).ifPresent(login -> {
			throw sentAway(call, reply, "sends to " + HttpCall.shown(login) +
				", where users log in", LoginAdvice.tokenPage(call.address(), login),
				tokens);
		});
	}

	/**
	 * @throws AccessDenied if a call that should have had a token ended on a web
	 *           page of another server: one on which to log in, most likely
	 */
	static void checkArrival(final HttpCall call, final HttpCall last,
		final HttpReply reply, final TokenSource tokens)
	{
		final boolean isPage = reply.header("Content-Type").orElse("").toLowerCase(
			Locale.ROOT).startsWith("text/html");
		if (call.authenticated() && !last.authenticated() && reply.isSuccess() &&
			isPage) throw sentAway(call, reply, "leads to a web page at " + HttpCall
				.shown(reply.address()), LoginAdvice.tokenPage(call.address()), tokens);
	}

	private static AccessDenied sentAway(final HttpCall call,
		final HttpReply reply, final String where, final String tokenPage,
		final TokenSource tokens)
	{
		return new AccessDenied("Expected an answer from " + call.shownAddress() +
			" but the server " + where + ". Log in: set a token, which you find at " +
			tokenPage + ". " + places(call, call.address(), reply.tokenSent(),
				tokens));
	}

	private static String places(final HttpCall call, final URI at,
		final boolean tokenSent, final TokenSource tokens)
	{
		final List<String> places = tokens.placesFor(at);
		final String sent = tokenSent ? "A token was sent. " : noToken(call) +
			tokens.advice(at);
		return sent + (places.isEmpty()
			? "Tokens are looked for nowhere in this session: set one."
			: "Tokens for it are looked for in " + String.join(", ", places) + ".");
	}

	private static String noToken(final HttpCall call) {
		if (!call.authenticated())
			return "No token was sent, because the address asks for none: write middleauth+ before https:// if this server knows your token. ";
		return call.keepsSecrets() ? "No token was found for this server. "
			: "No token was sent, because http:// would carry it in clear: write https:// if this server can be reached so. ";
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
