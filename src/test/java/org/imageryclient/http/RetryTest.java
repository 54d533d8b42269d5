// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Random;

import org.imageryclient.Unavailable;
import org.imageryclient.auth.TokenSource;
import org.imageryclient.testing.Answer;
import org.imageryclient.testing.Answer.Ending;
import org.imageryclient.testing.Fault;
import org.imageryclient.testing.FaultServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked again, what is not, and how long it takes to give up. */
class RetryTest {

	private static final byte[] CONTENT = new byte[5000];

	static {
		new Random(1).nextBytes(CONTENT);
	}

	private final FaultServer server = FaultServer.over(Map.of("a", CONTENT));
	private final URI address = URI.create(server.url("a"));

	@AfterEach
	void stop() {
		server.close();
	}

	@ParameterizedTest
	@EnumSource(Fault.class)
	void get_heals_when_a_fault_comes_three_times(final Fault fault) {
		// At a rate of 1 the server spoils three answers and then must be good.
		server.faults(1, 7, fault);

		assertArrayEquals(CONTENT, Transports.impatient().get(address).body());
	}

	@ParameterizedTest
	@ValueSource(ints = { 408, 429, 500, 502, 503, 504, 599 })
	void get_is_tried_six_times_on_a_status_that_may_heal(final int status) {
		server.rule("/a", r -> Answer.of(status, "no"));

		assertThrows(Unavailable.class, () -> Transports.impatient().get(address));
		assertEquals(6, server.requests().size());
	}

	@ParameterizedTest
	@ValueSource(ints = { 400, 403, 404, 405, 409, 410, 413, 416, 418 })
	void get_is_tried_once_on_a_status_that_does_not_heal(final int status) {
		server.rule("/a", r -> Answer.of(status, "no"));

		assertEquals(status, Transports.impatient().get(address).status());
		assertEquals(1, server.requests().size());
	}

	@Test
	void unavailable_names_the_address_and_the_last_answer() {
		server.rule("/a", r -> Answer.of(503, "maintenance until noon"));

		final String message = assertThrows(Unavailable.class, () -> Transports
			.impatient().get(address)).getMessage();

		assertTrue(message.contains(address.toString()) && message.contains(
			"503: maintenance until noon"), message);
	}

	@Test
	void get_waits_as_long_as_the_server_asks() {
		server.rule("/a", r -> server.requests().size() > 1 ? server.content(r)
			: Answer.of(429, "slow").with("Retry-After", "1"));

		Transports.impatient().get(address);

		final long waited = server.requests().get(1).arrivedNanos() - server
			.requests().get(0).arrivedNanos();
		assertTrue(waited >= 1_000_000_000L, waited + " ns");
	}

	@Test
	void get_gives_up_at_once_when_the_server_asks_to_wait_past_the_deadline() {
		server.rule("/a", r -> Answer.of(503, "later").with("Retry-After", "3600"));

		final String message = assertThrows(Unavailable.class, () -> Transports
			.impatient().get(address)).getMessage();

		assertTrue(message.contains("wait 3600 s"), message);
		assertEquals(1, server.requests().size());
	}

	@Test
	void get_is_not_tried_again_after_the_deadline() {
		final RetryPolicy slow = new RetryPolicy(1000, Duration.ofMillis(20),
			Duration.ofMillis(20), Duration.ofMillis(200));
		server.rule("/a", r -> Answer.of(503, "no"));

		assertThrows(Unavailable.class, () -> new HttpTransport(HttpLimits.DEFAULT,
			slow, TokenSource.NONE).get(address));
		assertTrue(server.requests().size() < 1000);
	}

	@Test
	void get_of_a_server_that_never_answers_ends_by_time_out() {
		server.rule("/a", r -> Answer.silence());

		final String message = assertThrows(Unavailable.class, () -> Transports
			.withIdleTimeout(Duration.ofMillis(50)).get(address)).getMessage();

		assertTrue(message.contains("said nothing for 50 ms"), message);
	}

	@Test
	void get_of_a_server_that_always_hangs_up_is_unavailable() {
		server.rule("/a", r -> Answer.reset());

		final String message = assertThrows(Unavailable.class, () -> Transports
			.impatient().get(address)).getMessage();

		assertTrue(message.contains("the connection broke"), message);
		// The JDK sends a GET once more by itself: a kept connection may be stale.
		assertTrue(server.requests().size() <= 12, server.requests().size() +
			" requests");
	}

	@Test
	void get_of_a_body_that_stops_arriving_ends_by_time_out() {
		server.rule("/a", r -> server.content(r).cutAt(100, Ending.HANG));

		final String message = assertThrows(Unavailable.class, () -> Transports
			.withIdleTimeout(Duration.ofMillis(50)).get(address)).getMessage();

		assertTrue(message.contains("said nothing for 50 ms"), message);
	}

	@Test
	void get_of_a_port_where_nobody_listens_is_unavailable() throws Exception {
		final int port;
		try (ServerSocket free = new ServerSocket(0)) {
			port = free.getLocalPort();
		}

		final String message = assertThrows(Unavailable.class, () -> Transports
			.impatient().get(URI.create("http://127.0.0.1:" + port + "/a")))
			.getMessage();

		assertTrue(message.contains("no connection"), message);
	}

	@Test
	void get_of_a_host_that_does_not_exist_says_so_at_once() {
		final String message = assertThrows(Unavailable.class, () -> Transports
			.impatient().get(URI.create("http://no-such-host.invalid/a")))
			.getMessage();

		assertTrue(message.contains("no host of that name"), message);
	}

	@Test
	void post_is_repeated_with_its_body() {
		server.rule("/a", r -> server.requests().size() > 1 ? Answer.of(200, r
			.body()) : Answer.of(503, "no"));

		assertArrayEquals(CONTENT, Transports.impatient().send(HttpCall.post(
			address, CONTENT)).body());
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 7, 60 })
	void longest_delay_doubles_up_to_the_limit(final int failedTries) {
		final RetryPolicy policy = RetryPolicy.DEFAULT;

		assertEquals(Math.min(20_000, 500L << Math.min(20, failedTries - 1)), policy
			.longestDelayAfter(failedTries).toMillis());
	}
}
