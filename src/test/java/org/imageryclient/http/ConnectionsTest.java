// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.imageryclient.auth.TokenSource;
import org.imageryclient.testing.FaultServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How many connections and requests one server sees, counted by the server. */
class ConnectionsTest {

	private final FaultServer server = FaultServer.over(Map.of("a",
		new byte[5000]));
	private final URI address = URI.create(server.url("a"));

	@AfterEach
	void stop() {
		server.close();
	}

	@Test
	void calls_one_after_another_share_a_connection() {
		final HttpTransport transport = Transports.impatient();
		for (int i = 0; i < 20; i++)
			transport.get(address);
		// Answers without an object leave the connection usable too.
		transport.get(URI.create(server.url("absent")));
		transport.get(address, new ByteRange(10_000, 1));
		transport.get(address);

		assertEquals(1, server.connections());
	}

	@Test
	void calls_from_many_threads_stay_within_the_limit_of_the_host()
		throws Exception
	{
		server.latency(Duration.ofMillis(5));
		final HttpTransport three = new HttpTransport(new HttpLimits(3, Duration
			.ofSeconds(10), Duration.ofSeconds(10)), Transports.IMPATIENT,
			TokenSource.NONE);
		final ExecutorService pool = Executors.newFixedThreadPool(12);
		try {
			final List<Future<HttpReply>> replies = new ArrayList<>();
			for (int i = 0; i < 60; i++)
				replies.add(pool.submit(() -> three.get(address)));
			for (final Future<HttpReply> reply : replies)
				assertEquals(200, reply.get().status());
		}
		finally {
			pool.shutdownNow();
		}

		assertTrue(server.mostUnderWay() <= 3, "under way: " + server
			.mostUnderWay());
		assertTrue(server.connections() <= 4, "connections: " + server
			.connections());
	}
}
