// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.imageryclient.Unavailable;
import org.imageryclient.testing.FaultServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a redirect leads, and what goes along. */
class RedirectTest {

	private static final byte[] CONTENT = { 1, 2, 3 };

	private final FaultServer here = FaultServer.over(Map.of("b", CONTENT));
	private final FaultServer elsewhere = FaultServer.over(Map.of("b", CONTENT));
	private final HttpTransport transport = Transports.withTokens(Transports
		.secretForAll());
	private final HttpCall call = HttpCall.get(URI.create(here.url("a")))
		.withToken(true);

	@AfterEach
	void stop() {
		here.close();
		elsewhere.close();
	}

	@ParameterizedTest
	@ValueSource(ints = { 301, 302, 303, 307, 308 })
	void redirect_within_the_origin_keeps_the_token(final int status) {
		here.redirect("/a", status, "/b");

		assertArrayEquals(CONTENT, transport.send(call).body());
		assertEquals(Optional.of("Bearer " + Transports.SECRET), here.requests("/b")
			.get(0).header("Authorization"));
	}

	@ParameterizedTest
	@ValueSource(ints = { 301, 302, 303, 307, 308 })
	void redirect_to_another_port_drops_the_token(final int status) {
		here.redirect("/a", status, elsewhere.url("b"));

		assertArrayEquals(CONTENT, transport.send(call).body());
		assertEquals(Optional.empty(), elsewhere.requests("/b").get(0).header(
			"Authorization"));
	}

	@Test
	void redirect_there_and_back_does_not_bring_the_token_back() {
		here.redirect("/a", 302, elsewhere.url("c"));
		elsewhere.redirect("/c", 302, here.url("b"));

		transport.send(call);

		assertEquals(Optional.empty(), here.requests("/b").get(0).header(
			"Authorization"));
	}

	@Test
	void redirect_loop_ends_after_five_and_is_not_tried_again() {
		here.redirect("/a", 302, "/a");

		final String message = assertThrows(Unavailable.class, () -> transport.send(
			call)).getMessage();

		assertTrue(message.contains("more than 5 times"), message);
		assertEquals(6, here.requests().size());
	}

	@ParameterizedTest
	@ValueSource(strings = { "file:///etc/passwd", "ftp://127.0.0.1/b",
		"http://user@127.0.0.1/b", "data:text/plain,b", "http:///b", "::" })
	void redirect_to_anything_but_a_web_address_is_refused(
		final String location)
	{
		here.redirect("/a", 302, location);

		assertThrows(Unavailable.class, () -> transport.send(call));
		assertEquals(1, here.requests().size());
	}

	@Test
	void redirect_from_https_to_http_is_refused() {
		final HttpCall secure = HttpCall.get(URI.create("https://h/a"));
		final HttpReply reply = new HttpReply(302, secure.address(), Map.of(
			"location", List.of("http://h/b")), new byte[0], false);

		final String message = assertThrows(Unavailable.class, () -> Redirect.of(
			secure, reply)).getMessage();

		assertTrue(message.contains("from https to plain http"), message);
	}

	@Test
	void redirect_keeps_the_range() {
		here.redirect("/a", 302, elsewhere.url("b"));

		assertArrayEquals(new byte[] { 2 }, transport.get(call.address(),
			new ByteRange(1, 1)).body());
	}

	@Test
	void redirect_keeps_the_body_of_a_post_on_307() {
		here.redirect("/a", 307, "/b");

		transport.send(HttpCall.post(call.address(), CONTENT));

		assertArrayEquals(CONTENT, here.requests("/b").get(0).body());
	}
}
