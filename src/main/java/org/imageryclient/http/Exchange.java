// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.ResponseInfo;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.imageryclient.Unavailable;
import org.imageryclient.auth.Token;

/** One request and its answer on one connection, without redirect or retry. */
final class Exchange {

	/** Enough of a refusal to quote it. */
	private static final int REFUSAL_LIMIT = 64 << 10;

	private final HttpClient client;
	private final HttpCall call;
	private final Optional<Token> token;
	private final Duration idleTimeout;

	Exchange(final HttpClient client, final HttpCall call,
		final Optional<Token> token, final Duration idleTimeout)
	{
		this.client = client;
		this.call = call;
		this.token = token;
		this.idleTimeout = idleTimeout;
	}

	/**
	 * Sends and waits.
	 *
	 * @throws TransientFailure if another try may heal it
	 * @throws Unavailable if none will
	 */
	HttpReply run() throws InterruptedException {
		try {
			final HttpResponse<BodyCollector> response = client.send(request(),
				this::collector);
			final byte[] body = await(response.body());
			return BodyCheck.check(call, new HttpReply(response.statusCode(), call
				.address(), response.headers().map(), response.statusCode() / 100 == 2
					? body : withoutToken(body), token.isPresent()));
		}
		catch (final IOException e) {
			throw failure(e);
		}
	}

	/** Refusals are quoted in messages, and a server may echo what it got. */
	private byte[] withoutToken(final byte[] body) {
		final String text = new String(body, StandardCharsets.ISO_8859_1);
		return token.map(Token::reveal).filter(text::contains).map(secret -> text
			.replace(secret, "...").getBytes(StandardCharsets.ISO_8859_1)).orElse(
				body);
	}

	private HttpRequest request() {
		final HttpRequest.Builder request = HttpRequest.newBuilder(call.address())
			.timeout(idleTimeout).method(call.method(), call.body().length == 0
				? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers
					.ofByteArray(call.body()));
		call.headers().forEach(request::setHeader);
		call.range().ifPresent(r -> request.setHeader("Range", r.header()));
		// Without it a CAVE server answers with a login page for a browser.
		if (call.authenticated()) request.setHeader("X-Requested-With",
			"ImageryClient");
		token.ifPresent(t -> request.setHeader("Authorization", "Bearer " + t
			.reveal()));
		return request.build();
	}

	private BodyCollector collector(final ResponseInfo info) {
		final long announced = info.headers().firstValueAsLong("Content-Length")
			.orElse(-1);
		if (info.statusCode() / 100 != 2) return new BodyCollector(announced,
			REFUSAL_LIMIT);
		// A server without ranges sends all: what follows the range isn't needed.
		final boolean whole = info.statusCode() == 200 && call.range().isPresent();
		final long wanted = whole ? call.range().get().end() : call.atMost() + 1;
		final boolean hopeless = !whole && announced > call.atMost();
		return new BodyCollector(announced, hopeless ? 0 : (int) Math.min(wanted,
			HttpCall.LONGEST_BODY));
	}

	private byte[] await(final BodyCollector body) throws InterruptedException,
		IOException
	{
		try {
			while (true) {
				final long silence = System.nanoTime() - body.lastArrivalNanos();
				final long left = idleTimeout.toNanos() - silence;
				if (left <= 0) throw new HttpTimeoutException("silence");
				try {
					return body.whole().get(left, TimeUnit.NANOSECONDS);
				}
				catch (final TimeoutException e) {
					// Bytes may have come meanwhile: look again.
					continue;
				}
			}
		}
		catch (final ExecutionException e) {
			throw e.getCause() instanceof IOException io ? io : new IOException(e
				.getCause());
		}
		finally {
			if (!body.whole().isDone()) body.cancel();
		}
	}

	private RuntimeException failure(final IOException e) {
		final URI at = call.address();
		if (isCausedBy(e, UnresolvedAddressException.class)) return new Unavailable(
			"Expected to reach " + at.getHost() +
				" but there is no host of that name, or no network; check the address, the network and the proxy.",
			e);
		if (isCausedBy(e, CertificateException.class)) return new Unavailable(
			"Expected " + at.getHost() +
				" to prove who it is but its certificate is not accepted: " + e
					.getMessage() + "; check the address, the clock and the proxy.", e);
		final String what = e instanceof HttpConnectTimeoutException ||
			e instanceof ConnectException ? "no connection to the server: " + text(e)
				: e instanceof HttpTimeoutException ? "the server said nothing for " +
					idleTimeout.toMillis() + " ms" : "the connection broke: " + text(e);
		return new TransientFailure(what, Duration.ZERO, e);
	}

	private static String text(final IOException e) {
		return e.getMessage() == null ? e.getClass().getSimpleName() : e
			.getMessage();
	}

	private static boolean isCausedBy(final Throwable e,
		final Class<? extends Throwable> type)
	{
		for (Throwable t = e; t != null; t = t.getCause())
			if (type.isInstance(t)) return true;
		return false;
	}
}
