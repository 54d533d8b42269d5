// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import org.imageryclient.Canceled;
import org.imageryclient.auth.TokenSource;
import org.imageryclient.testing.Answer;
import org.imageryclient.testing.Answer.Ending;
import org.imageryclient.testing.FaultServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Interrupting a call ends it, wherever it waits. */
class CancelTest {

	private final FaultServer server = FaultServer.over(Map.of("a",
		new byte[5000]));
	private final URI address = URI.create(server.url("a"));

	@AfterEach
	void stop() {
		server.close();
	}

	@Test
	void interruption_before_the_answer_ends_the_call() throws Exception {
		server.rule("/a", r -> Answer.silence());

		assertCanceled(Transports.impatient(), () -> server.requests().size() == 1);
		assertEquals(1, server.requests().size());
	}

	@Test
	void interruption_within_the_body_ends_the_call() throws Exception {
		server.rule("/a", r -> server.content(r).cutAt(100, Ending.HANG));

		assertCanceled(Transports.impatient(), () -> server.requests().size() == 1);
	}

	@Test
	void interruption_between_two_tries_ends_the_call() throws Exception {
		final RetryPolicy patient = new RetryPolicy(6, Duration.ZERO, Duration.ZERO,
			Duration.ofHours(2));
		server.rule("/a", r -> Answer.of(503, "no").with("Retry-After", "3600"));

		assertCanceled(new HttpTransport(HttpLimits.DEFAULT, patient,
			TokenSource.NONE), () -> server.requests().size() == 1);
		assertEquals(1, server.requests().size());
	}

	@Test
	void interruption_while_others_use_all_permits_ends_the_call()
		throws Exception
	{
		server.rule("/a", r -> Answer.silence());
		final HttpTransport single = new HttpTransport(new HttpLimits(1, Duration
			.ofSeconds(10), Duration.ofMinutes(5)), Transports.IMPATIENT,
			TokenSource.NONE);
		final Thread first = new Thread(() -> assertThrows(Canceled.class,
			() -> single.get(address)));
		first.start();
		await(() -> server.requests().size() == 1);

		assertCanceled(single, () -> true);
		assertEquals(1, server.requests().size());
		first.interrupt();
		first.join();
	}

	@Test
	void call_on_an_interrupted_thread_sends_nothing() {
		Thread.currentThread().interrupt();

		assertThrows(Canceled.class, () -> Transports.impatient().get(address));
		assertTrue(Thread.interrupted(), "the thread must stay interrupted");
		assertEquals(0, server.requests().size());
	}

	private void assertCanceled(final HttpTransport transport,
		final BooleanSupplier reached) throws Exception
	{
		final CompletableFuture<Object> outcome = new CompletableFuture<>();
		final Thread caller = new Thread(() -> {
			try {
				outcome.complete(transport.get(address));
			}
			catch (final RuntimeException e) {
				outcome.complete(e);
			}
		});
		caller.start();
		await(() -> reached.getAsBoolean() && (caller
			.getState() == Thread.State.WAITING || caller
				.getState() == Thread.State.TIMED_WAITING));
		caller.interrupt();

		assertInstanceOf(Canceled.class, outcome.get(2, TimeUnit.SECONDS));
	}

	private static void await(final BooleanSupplier reached) {
		while (!reached.getAsBoolean())
			Thread.onSpinWait();
	}
}
