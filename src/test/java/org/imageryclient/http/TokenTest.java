// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

import org.imageryclient.AccessDenied;
import org.imageryclient.auth.Token;
import org.imageryclient.testing.Answer;
import org.imageryclient.testing.FaultServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets a token, and what those hear who are refused. */
class TokenTest {

	private final FaultServer server = FaultServer.over(Map.of("a",
		new byte[10]));
	private final HttpTransport transport = Transports.withTokens(Transports
		.secretForAll());
	private final HttpCall call = HttpCall.get(URI.create(server.url("a")));

	@AfterEach
	void stop() {
		server.close();
	}

	@Test
	void token_is_sent_as_a_header_where_the_call_wants_it() {
		server.requireToken("/a", Transports.SECRET);

		assertEquals(200, transport.send(call.withToken(true)).status());
		assertFalse(server.requests().get(0).rawPath().contains(Transports.SECRET));
	}

	@Test
	void token_is_not_sent_to_a_plain_address() {
		transport.send(call);

		assertEquals(Optional.empty(), server.requests().get(0).header(
			"Authorization"));
	}

	/** This address is this machine too, but does not look like it. */
	@Test
	void token_is_not_sent_in_clear_and_the_message_says_so() {
		server.requireToken("/a", Transports.SECRET);
		final HttpCall inClear = HttpCall.get(URI.create(server.url("a").replace(
			"127.0.0.1", "[::ffff:127.0.0.1]")));

		final String message = assertThrows(AccessDenied.class, () -> transport
			.send(inClear.withToken(true))).getMessage();

		assertEquals(Optional.empty(), server.requests().get(0).header(
			"Authorization"));
		assertTrue(message.contains("write https://"), message);
	}

	@Test
	void call_401_is_denied_at_once_and_names_host_and_places() {
		server.requireToken("/a", "another");

		final String message = assertThrows(AccessDenied.class, () -> transport
			.send(call.withToken(true))).getMessage();

		assertTrue(message.contains("127.0.0.1") && message.contains("401") &&
			message.contains("~/.secrets/127.0.0.1.json"), message);
		assertEquals(1, server.requests().size());
	}

	@Test
	void call_401_without_token_says_how_to_have_one_sent() {
		server.requireToken("/a", Transports.SECRET);

		final String message = assertThrows(AccessDenied.class, () -> transport
			.send(call)).getMessage();

		assertTrue(message.contains("middleauth+"), message);
	}

	@Test
	void call_403_is_denied_where_a_token_was_sent() {
		server.forbid("/a");

		final String message = assertThrows(AccessDenied.class, () -> transport
			.send(call.withToken(true))).getMessage();

		assertTrue(message.contains("403: Forbidden"), message);
		assertEquals(1, server.requests().size());
	}

	@ParameterizedTest
	@ValueSource(ints = { 401, 403, 503 })
	void message_holds_no_token_even_if_the_server_echoes_it(final int status) {
		server.rule("/a", r -> Answer.of(status, "you said " + r.headers()));

		final String message = assertThrows(RuntimeException.class, () -> transport
			.send(call.withToken(true))).getMessage();

		assertTrue(message.contains("you said"), message);
		assertFalse(message.contains(Transports.SECRET), message);
	}

	@Test
	void token_prints_redacted() {
		assertEquals("Token(…)", Token.of(Transports.SECRET).toString());
	}

	@ParameterizedTest
	@ValueSource(strings = { "1234567890", " abc \n", "a.b-c_d~e+f/g=" })
	void token_is_an_opaque_string(final String text) {
		assertEquals(text.strip(), Token.of(text).reveal());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "  ", "abc\r\nHost: evil", "a b", "tök" })
	void token_that_no_header_can_hold_is_refused_without_being_quoted(
		final String text)
	{
		final String message = assertThrows(IllegalArgumentException.class,
			() -> Token.of(text)).getMessage();

		assertFalse(message.contains("abc") || message.contains("tök"), message);
	}

	@Test
	void header_with_a_secret_is_refused() {
		assertThrows(IllegalArgumentException.class, () -> call.withHeader(
			"authorization", "Bearer x"));
	}
}
