// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.http;

import dev.failsafe.ExecutionContext;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.FailsafeExecutor;

import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;

import org.imageryclient.AccessDenied;
import org.imageryclient.Canceled;
import org.imageryclient.Unavailable;
import org.imageryclient.auth.Token;
import org.imageryclient.auth.TokenSource;

/**
 * The only sockets of the project. Calls block; they are repeated where that
 * may heal ({@link RetryPolicy}) and limited per host ({@link HttpLimits});
 * connections are kept and reused. Interrupting the calling thread ends a call
 * at once, wherever it waits.
 * <p>
 * Redirects are followed here, five at most: the token stays with its origin
 * (scheme, host, port), and https never becomes http. A GET that is hung up on
 * before a byte of the answer is sent once more within its try, by the JDK,
 * since a kept connection may have gone stale.
 * </p>
 */
public final class HttpTransport {

	private static final int MOST_REDIRECTS = 5;

	private final HttpClient secure;
	private final HttpClient plain;
	private final HttpLimits limits;
	private final RetryPolicy retries;
	private final TokenSource tokens;
	private final FailsafeExecutor<HttpReply> retrying;
	private final Map<String, Semaphore> permits = new ConcurrentHashMap<>();

	public HttpTransport(final HttpLimits limits, final RetryPolicy retries,
		final TokenSource tokens)
	{
		this.limits = limits;
		this.retries = retries;
		this.tokens = tokens;
		secure = client().build();
		// Nothing but copying is left to do, so the thread that reads the sockets
		// does it: half the processor time of handing each body to another.
		plain = client().executor(Runnable::run).build();
		retrying = Failsafe.with(failsafePolicy());
	}

	private HttpClient.Builder client() {
		return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
			.followRedirects(HttpClient.Redirect.NEVER).connectTimeout(limits
				.connectTimeout()).proxy(ProxySelector.getDefault());
	}

	/** The usual limits and retries, and no token for anybody. */
	public static HttpTransport anonymous() {
		return new HttpTransport(HttpLimits.DEFAULT, RetryPolicy.DEFAULT,
			TokenSource.NONE);
	}

	/** One anonymous GET; see {@link #send}. */
	public HttpReply get(final URI address) {
		return send(HttpCall.get(address));
	}

	/** One anonymous GET of a stretch of an object; see {@link #send}. */
	public HttpReply get(final URI address, final ByteRange range) {
		return send(HttpCall.get(address).withRange(range));
	}

	/**
	 * Sends a call and waits for its answer, whole and checked against its
	 * Content-Length and Content-Range. Of an object that is sent whole though a
	 * range was asked for, the range is cut out.
	 *
	 * @return what the server said at last; statuses that are neither thrown nor
	 *         repeated are the caller's to judge
	 * @throws AccessDenied on 401, on 403 of a call that wants a token, and where
	 *           the server sends to a page on which to log in: one request
	 * @throws Unavailable when the retries are used up; wait, or check the
	 *           network
	 * @throws org.imageryclient.CorruptData if the body is longer than the call
	 *           allows
	 * @throws Canceled if the thread is interrupted; it stays so
	 */
	public HttpReply send(final HttpCall call) {
		final long start = System.nanoTime();
		try {
			return retrying.get(context -> attempt(call, context));
		}
		catch (final TransientFailure e) {
			throw new Unavailable("Expected an answer from " + call.shownAddress() +
				" but " + e.getMessage() + ", after " + seconds(start) +
				" s of trying; try again later, or check the network and the proxy.",
				e);
		}
		catch (final FailsafeException e) {
			if (e.getCause() instanceof InterruptedException) throw canceled(call);
			throw e;
		}
	}

	private HttpReply attempt(final HttpCall call,
		final ExecutionContext<HttpReply> context)
	{
		try {
			if (Thread.currentThread().isInterrupted())
				throw new InterruptedException();
			return followed(call);
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
			throw canceled(call);
		}
		catch (final TransientFailure e) {
			final Duration left = retries.deadline().minus(context.getElapsedTime());
			if (e.retryAfter().compareTo(left) > 0) throw new Unavailable(
				"Expected an answer from " + call.shownAddress() + " but " + e
					.getMessage() + " and asks to wait " + e.retryAfter().toSeconds() +
					" s; try again then.", e);
			throw e;
		}
	}

	private HttpReply followed(final HttpCall call) throws InterruptedException {
		HttpCall next = call;
		for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
			final HttpReply reply = exchange(next);
			Refusal.check(next, reply, tokens);
			final Optional<HttpCall> target = Redirect.of(next, reply);
			if (target.isEmpty()) {
				Refusal.checkArrival(call, next, reply, tokens);
				return reply;
			}
			Refusal.checkRedirect(next, reply, target.get(), tokens);
			next = target.get();
		}
		throw new Unavailable("Expected an answer from " + call.shownAddress() +
			" but it redirects more than " + MOST_REDIRECTS +
			" times; check the address.");
	}

	private HttpReply exchange(final HttpCall call) throws InterruptedException {
		final Semaphore permit = permits.computeIfAbsent(call.address().getHost()
			.toLowerCase(Locale.ROOT) + ":" + Redirect.port(call.address()),
			host -> new Semaphore(limits.requestsPerHost()));
		final Optional<Token> token = call.authenticated() && call.keepsSecrets()
			? tokens.tokenFor(call.address()) : Optional.empty();
		permit.acquire();
		try {
			return new Exchange(client(call.address()), call, token, limits
				.idleTimeout()).run();
		}
		finally {
			permit.release();
		}
	}

	/** The one that talks to such addresses. */
	HttpClient client(final URI address) {
		return "https".equalsIgnoreCase(address.getScheme()) ? secure : plain;
	}

	HttpLimits limits() {
		return limits;
	}

	/** {@link TokenSource#doubt} of the tokens that are sent. */
	public void doubt(final String address) {
		tokens.doubt(address);
	}

	private dev.failsafe.RetryPolicy<HttpReply> failsafePolicy() {
		return dev.failsafe.RetryPolicy.<HttpReply> builder().handle(
			TransientFailure.class).withMaxAttempts(retries.maxTries())
			.withMaxDuration(retries.deadline()).withDelayFn(context -> delay(context
				.getAttemptCount(), context.getLastException())).build();
	}

	private Duration delay(final int failedTries, final Throwable last) {
		final long longest = retries.longestDelayAfter(failedTries).toNanos();
		final Duration jitter = Duration.ofNanos(ThreadLocalRandom.current()
			.nextLong(longest + 1));
		final Duration asked = last instanceof TransientFailure failure ? failure
			.retryAfter() : Duration.ZERO;
		// Those who were told the same wait should not come back at the same time.
		return asked.isZero() ? jitter : asked.plus(jitter);
	}

	private static Canceled canceled(final HttpCall call) {
		return new Canceled("The request to " + call.shownAddress() +
			" was canceled.");
	}

	private static String seconds(final long startNanos) {
		return String.format(Locale.ROOT, "%.1f", (System.nanoTime() - startNanos) /
			1e9);
	}
}
