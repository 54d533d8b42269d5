// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.http;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import java.net.URI;

import org.imageryclient.auth.Token;
import org.imageryclient.auth.TokenSource;

/** Transports for tests: the real one, in a hurry. */
public final class Transports {

	public static final String SECRET = "5f0e1d2c3b4a59687786958493a2b1c0";

	/** As many tries as users have, with hardly a wait between them. */
	public static final RetryPolicy IMPATIENT = new RetryPolicy(6, Duration
		.ofMillis(1), Duration.ofMillis(2), Duration.ofMinutes(1));

	private Transports() {}

	/** Retries at once, and knows no token. */
	public static HttpTransport impatient() {
		return withTokens(TokenSource.NONE);
	}

	/** Retries at once. */
	public static HttpTransport withTokens(final TokenSource tokens) {
		return new HttpTransport(HttpLimits.DEFAULT, IMPATIENT, tokens);
	}

	/** Retries at once, and ends a silence after the given time. */
	public static HttpTransport withIdleTimeout(final Duration silence) {
		return new HttpTransport(new HttpLimits(32, Duration.ofSeconds(10),
			silence), IMPATIENT, TokenSource.NONE);
	}

	/** Has {@link #SECRET} for every host, and says where from. */
	public static TokenSource secretForAll() {
		return new TokenSource() {

			@Override
			public Optional<Token> tokenFor(final URI address) {
				return Optional.of(Token.of(SECRET));
			}

			@Override
			public List<String> placesFor(final URI address) {
				return List.of("~/.secrets/" + address.getHost() + ".json");
			}
		};
	}
}
