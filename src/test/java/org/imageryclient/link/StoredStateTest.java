// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

import org.imageryclient.AccessDenied;
import org.imageryclient.CorruptData;
import org.imageryclient.SourceNotFound;
import org.imageryclient.auth.Credentials;
import org.imageryclient.auth.Token;
import org.imageryclient.http.HttpLimits;
import org.imageryclient.http.HttpTransport;
import org.imageryclient.http.RetryPolicy;
import org.imageryclient.store.Stores;
import org.imageryclient.testing.Answer;
import org.imageryclient.testing.FaultServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** States that a link only points to. */
class StoredStateTest {

	private static final String TOKEN = "c0ffee00c0ffee00c0ffee00c0ffee00";

	private static final String STATE = "nglstate/api/v1/5063091380576256";

	private final FaultServer server = FaultServer.over(Map.of(STATE, Links.file(
		"state-current.json").getBytes(StandardCharsets.UTF_8), "nglstate/api/v1/8",
		"[]".getBytes(StandardCharsets.UTF_8)));

	private final Stores stores = stores();

	private Stores stores() {
		final Credentials credentials = Credentials.none();
		credentials.give(URI.create(server.url()), Token.of(TOKEN));
		return new Stores(new HttpTransport(HttpLimits.DEFAULT, RetryPolicy.DEFAULT,
			credentials));
	}

	@AfterEach
	void close() {
		server.close();
	}

	@Test
	void middleauth_isOneGetWithTheTokenOfItsHost() {
		server.requireToken("/nglstate", TOKEN);

		final NeuroglancerState state = NeuroglancerState.read(
			"https://spelunker.cave-explorer.org/#!middleauth+" + server.url(STATE),
			stores);

		assertEquals(NeuroglancerState.parse(Links.file("state-current.json")),
			state);
		assertEquals(1, server.requests().size());
	}

	@Test
	void plainAddress_isAskedWithoutAToken() {
		NeuroglancerState.read("https://ngl.org/?json_url=" + server.url(STATE),
			stores);

		assertEquals(Optional.empty(), server.requests().get(0).header(
			"Authorization"));
	}

	@Test
	void inlineState_isReadWithoutARequest() {
		NeuroglancerState.read(Links.file("link-current.txt"), stores);

		assertEquals(0, server.requests().size());
	}

	@Test
	void missing_isSaidWithTheAddress() {
		final String message = assertThrows(SourceNotFound.class,
			() -> NeuroglancerState.read("#!middleauth+" + server.url(
				"nglstate/api/v1/1"), stores)).getMessage();

		assertTrue(message.contains("/nglstate/api/v1/1"), message);
	}

	@Test
	void broken_isSaidWithTheAddressAndThePlace() {
		final String message = assertThrows(CorruptData.class,
			() -> NeuroglancerState.read("#!" + server.url("nglstate/api/v1/8"),
				stores)).getMessage();

		assertTrue(message.contains("at $ of") && message.contains(server.url(
			"nglstate/api/v1/8")), message);
	}

	@Test
	void refused_isSaidWithoutTheToken() {
		server.rule("/nglstate", request -> Answer.of(401, "{}"));

		final String message = assertThrows(AccessDenied.class,
			() -> NeuroglancerState.read("#!middleauth+" + server.url(STATE), stores))
			.getMessage();

		assertFalse(message.contains(TOKEN), message);
	}
}
