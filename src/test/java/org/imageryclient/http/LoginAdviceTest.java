// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.imageryclient.AccessDenied;
import org.imageryclient.auth.Token;
import org.imageryclient.auth.TokenSource;
import org.imageryclient.testing.Answer;
import org.imageryclient.testing.FaultServer;
import org.imageryclient.testing.RecordedCave;
import org.imageryclient.testing.RecordedExchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Refusals as real servers word them, and what the user reads. */
class LoginAdviceTest {

	private static final String EXPIRED = "ffffffffffffffffffffffffffffffff";

	private static final String NO_CONSENT = "e0000000000000000000000000000005";

	private static RecordedCave cave;

	@BeforeAll
	static void start() {
		cave = RecordedCave.start();
	}

	@AfterAll
	static void stop() {
		cave.close();
	}

	@BeforeEach
	void clearLog() {
		cave.server().clearLog();
	}

	@ParameterizedTest
	@CsvSource({ //
		"'info: no token, X-Requested-With', '', set a token, /auth/settings/tokens", //
		"info: wrong token, TOKEN, not valid or has expired, /auth/settings/tokens", //
		"info: no permission, TOKEN, '\"view\" for the dataset \"realcave\"', /sticky_auth/settings/tokens", //
		"terms of service missing: info, TOKEN, '\"flywire\" are not accepted', /auth/api/v1/tos/1/accept" })
	void refusal_saysWhatToDoAndWhere(final String exchange, final String token,
		final String what, final String page)
	{
		final RecordedExchange recorded = cave.exchange(exchange);
		final String secret = recorded.token().replace("Bearer ", "");
		final Exception e = assertThrows(AccessDenied.class, () -> ask(recorded
			.pathAndQuery(), secret));

		assertTrue(e.getMessage().contains(what), e.getMessage());
		assertTrue(e.getMessage().contains(page), e.getMessage());
		assertTrue(e.getMessage().contains("127.0.0.1"), e.getMessage());
		if (!token.isEmpty()) assertFalse(trace(e).contains(secret), trace(e));
		assertEquals(1, cave.server().requests().size());
	}

	@ParameterizedTest
	@CsvSource({ //
		"400, 'error=\"invalid_request\"', Invalid Request, did not understand how the token was sent", //
		"401, 'error=\"invalid_token\"', Invalid/Expired Token, not valid or has expired", //
		"401, , Unauthorized, Log in: set a token" })
	void refusal_ofAnOlderServer_isReadFromItsHeader(final int status,
		final String error, final String body, final String what)
	{
		final String realm = "Bearer realm=\"" + cave.url(
			"sticky_auth/api/v1/authorize") + "\"";
		cave.server().rule("/older", request -> Answer.of(status, body).with(
			"WWW-Authenticate", error == null ? realm : realm + ", " + error));

		final String message = assertThrows(AccessDenied.class, () -> ask("/older",
			EXPIRED)).getMessage();

		assertTrue(message.contains(what), message);
		assertTrue(message.contains(cave.url("sticky_auth/settings/tokens")),
			message);
		assertEquals(1, cave.server().requests().size());
	}

	@Test
	void badHeader_asRecorded_isDeniedAtOnce() {
		final RecordedExchange basic = cave.exchange("info: Basic scheme");
		cave.server().rule("/basic", request -> Answer.of(basic.status(), basic
			.responseBody()).with("Content-Type", "application/json").with(
				"WWW-Authenticate", basic.responseHeaders().get("WWW-Authenticate")));

		final String message = assertThrows(AccessDenied.class, () -> ask("/basic",
			EXPIRED)).getMessage();

		assertTrue(message.contains("did not understand how the token was sent"),
			message);
		assertTrue(message.contains("/auth/settings/tokens"), message);
		assertEquals(1, cave.server().requests().size());
	}

	@Test
	void badRequest_thatIsNotAboutTheToken_isTheCallersToJudge() {
		cave.server().rule("/bad", request -> Answer.of(400,
			"{\"error\":\"invalid_table_id\"}"));

		assertEquals(400, ask("/bad", EXPIRED).status());
	}

	@ParameterizedTest
	@ValueSource(strings = { "/signin?continue=x", "/o/oauth2/auth",
		"/login.html", "/sticky_auth/api/v1/authorize" })
	void loginPage_ofAnotherServer_isNotAskedFor(final String page) {
		try (FaultServer other = FaultServer.over(Map.of())) {
			cave.server().redirect("/away", 302, other.url() + page);

			final String message = assertThrows(AccessDenied.class, () -> ask("/away",
				EXPIRED)).getMessage();

			assertTrue(message.contains("Log in") && message.contains(
				"/settings/tokens"), message);
			assertFalse(message.contains("continue=x"), message);
			assertEquals(List.of(), other.requests());
		}
	}

	@Test
	void webPage_ofAnotherServer_isTakenForALoginPage() {
		try (FaultServer other = FaultServer.over(Map.of())) {
			other.rule("/welcome", request -> Answer.of(200, "<html>").with(
				"Content-Type", "text/html; charset=utf-8"));
			cave.server().redirect("/away", 302, other.url("welcome"));

			final String message = assertThrows(AccessDenied.class, () -> ask("/away",
				EXPIRED)).getMessage();

			assertTrue(message.contains("Log in") && message.contains(other.url(
				"welcome")), message);
			assertEquals(Optional.empty(), other.requests().get(0).header(
				"Authorization"));
		}
	}

	@Test
	void loginPage_isNotFollowed() {
		final RecordedExchange login = cave.exchange(
			"info: no token, no programmatic header");
		cave.server().rule("/elsewhere", request -> Answer.redirect(login.status(),
			login.responseHeaders().get("Location")));

		final Exception e = assertThrows(AccessDenied.class, () -> ask("/elsewhere",
			""));

		assertTrue(e.getMessage().contains("Log in"), e.getMessage());
		assertTrue(e.getMessage().contains("/auth/settings/tokens"), e
			.getMessage());
		assertEquals(1, cave.server().requests().size());
	}

	@Test
	void plainText_isQuoted() {
		cave.server().rule("/plain", request -> Answer.of(403,
			"Missing permission: view for dataset golden"));

		final Exception e = assertThrows(AccessDenied.class, () -> ask("/plain",
			EXPIRED));

		assertTrue(e.getMessage().contains(
			"Missing permission: view for dataset golden"), e.getMessage());
		assertTrue(e.getMessage().contains(cave.url("sticky_auth/settings/tokens")),
			e.getMessage());
	}

	@Test
	void token_thatTheServerEchoesIsNotRepeated() {
		cave.server().rule("/echo", request -> Answer.of(403, "no: " + request
			.header("Authorization").orElse("")));

		final Exception e = assertThrows(AccessDenied.class, () -> ask("/echo",
			NO_CONSENT));

		assertFalse(trace(e).contains(NO_CONSENT), trace(e));
	}

	private static HttpReply ask(final String path, final String token) {
		final TokenSource tokens = token.isEmpty() ? TokenSource.NONE
			: address -> Optional.of(Token.of(token));
		return new HttpTransport(HttpLimits.DEFAULT, new RetryPolicy(3,
			Duration.ZERO, Duration.ZERO, Duration.ofSeconds(10)), tokens).send(
				HttpCall.get(URI.create(cave.address() + path)).withToken(true));
	}

	private static String trace(final Throwable e) {
		final StringWriter text = new StringWriter();
		e.printStackTrace(new PrintWriter(text));
		return text.toString();
	}
}
