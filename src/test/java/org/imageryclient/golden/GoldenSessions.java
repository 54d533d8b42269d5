// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.golden;

import java.time.Duration;

import org.imageryclient.auth.TokenSource;
import org.imageryclient.http.HttpLimits;
import org.imageryclient.http.HttpTransport;
import org.imageryclient.http.RetryPolicy;
import org.imageryclient.store.Stores;
import org.imageryclient.volume.ReadSession;

/** Sessions as cases need them: patient in number of tries, not in time. */
final class GoldenSessions {

	private static final RetryPolicy HASTY = new RetryPolicy(6, Duration.ofMillis(
		1), Duration.ofMillis(5), Duration.ofSeconds(60));

	private static final int THREADS = 4;

	private static final HttpTransport ANONYMOUS = new HttpTransport(
		HttpLimits.DEFAULT, HASTY, TokenSource.NONE);

	private GoldenSessions() {}

	/** A session; those without tokens share one transport. */
	static ReadSession of(final TokenSource tokens) {
		return open(tokens == TokenSource.NONE ? ANONYMOUS : new HttpTransport(
			HttpLimits.DEFAULT, HASTY, tokens));
	}

	private static ReadSession open(final HttpTransport transport) {
		return ReadSession.builder(new Stores(transport)).threads(THREADS).build();
	}
}
