// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.http;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a user can do about a refusal of a CAVE server: log in, ask for a
 * permission, or accept terms of service. Source: middle_auth_client 3.19;
 * reference/formats.md §6.7.
 */
final class LoginAdvice {

	/** The parts of {@code Bearer realm="…", error="…"}. */
	private static final Pattern REALM = Pattern.compile(
		"realm=\"(https?://[^\"]+)/api/v1/authorize\"");
	private static final Pattern ERROR = Pattern.compile("error=\"(\\w+)\"");

	private static final Pattern LOGIN_PAGE = Pattern.compile(
		"(.*)/api/v1/authorize/?");

	/** Where others send who use another way to log in. */
	private static final Pattern OTHER_LOGIN_PAGE = Pattern.compile(
		"(?i).*/(?:authorize|log_?in|sign_?in|oauth2?)(?:[/.].*)?");

	private static final String TOKENS = "/settings/tokens";

	private LoginAdvice() {}

	/** Whether a server refuses the user, and not what was asked. */
	static boolean isAboutTheUser(final HttpReply reply) {
		return switch (reply.status()) {
			case 400 -> isBadHeader(error(reply, ServerWords.of(reply)));
			case 401 -> !ServerWords.of(reply).isOfAGraph();
			case 403 -> true;
			default -> false;
		};
	}

	/** One sentence with a page to visit; empty where the server is no CAVE. */
	static Optional<String> of(final HttpReply reply) {
		final ServerWords said = ServerWords.of(reply);
		final String error = error(reply, said);
		if (isBadHeader(error)) return Optional.of(
			"The server did not understand how the token was sent, which a proxy between may have changed: check the proxy and the address, and compare the token with the one at " +
				tokenPage(reply) + ".");
		return switch (error) {
			case "no_token" -> Optional.of("Log in: set a token, which you find at " +
				tokenPage(reply) + ".");
			case "invalid_token" -> Optional.of(
				"The token is not valid or has expired: set another one, which you find at " +
					tokenPage(reply) + ".");
			case "missing_permission" -> Optional.of(
				"The token is valid, but its user lacks the permission \"" + data(said,
					"required_permission") + "\" for the dataset \"" + data(said,
						"auth_dataset") +
					"\": ask those who run it, or set the token of another account, which you find at " +
					tokenPage(reply) + ".");
			case "missing_tos" -> Optional.of("The terms of service of \"" + data(
				said, "tos_name") + "\" are not accepted yet: accept them at " + data(
					said, "tos_form_url") + ".");
			default -> reply.status() == 403 && reply.tokenSent() ? Optional.of(
				"The user of the token lacks a permission: ask those who run the server, or set the token of another account, which you find at " +
					tokenPage(reply) + ".") : Optional.empty();
		};
	}

	/** The page on which users log in, if it is there that a redirect leads. */
	static Optional<URI> loginPage(final URI asked, final URI target) {
		final String path = Optional.ofNullable(target.getPath()).orElse("");
		final boolean isLogin = LOGIN_PAGE.matcher(path).matches() || !Redirect
			.isSameOrigin(asked, target) && OTHER_LOGIN_PAGE.matcher(path).matches();
		return isLogin ? Optional.of(target) : Optional.empty();
	}

	/** The page that lists a user's tokens, by the page on which to log in. */
	static String tokenPage(final URI asked, final URI loginPage) {
		final Matcher login = LOGIN_PAGE.matcher(loginPage.getPath());
		return login.matches() ? origin(loginPage) + login.group(1) + TOKENS
			: tokenPage(asked);
	}

	/** The page that lists a user's tokens on the server of an address. */
	static String tokenPage(final URI server) {
		return origin(server) + "/sticky_auth" + TOKENS;
	}

	private static String tokenPage(final HttpReply reply) {
		final Matcher realm = REALM.matcher(challenge(reply));
		return realm.find() ? realm.group(1) + TOKENS : tokenPage(reply.address());
	}

	private static String origin(final URI address) {
		return address.getScheme() + "://" + address.getRawAuthority();
	}

	private static boolean isBadHeader(final String error) {
		return error.equals("bad_auth_header") || error.equals("invalid_request");
	}

	/** Newer servers say it in JSON, older ones in a header alone. */
	private static String error(final HttpReply reply, final ServerWords said) {
		return said.member("error").orElseGet(() -> {
			if (!REALM.matcher(challenge(reply)).find()) return "";
			final Matcher error = ERROR.matcher(challenge(reply));
			return error.find() ? error.group(1) : "no_token";
		});
	}

	private static String challenge(final HttpReply reply) {
		return reply.header("WWW-Authenticate").orElse("");
	}

	private static String data(final ServerWords said, final String member) {
		return said.data(member).orElse("?");
	}
}
