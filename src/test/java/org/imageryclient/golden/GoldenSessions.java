// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.golden;

import java.time.Duration;

import org.imageryclient.auth.Credentials;
import org.imageryclient.fiji.service.CutoutService;
import org.imageryclient.fiji.service.DefaultCutoutService;
import org.imageryclient.http.RetryPolicy;
import org.imageryclient.volume.ReadSession;

/** Sessions as cases need them: patient in number of tries, not in time. */
final class GoldenSessions {

	private static final RetryPolicy HASTY = new RetryPolicy(6, Duration.ofMillis(
		1), Duration.ofMillis(5), Duration.ofSeconds(60));

	private static final int THREADS = 4;

	private GoldenSessions() {}

	/** A session of a user without tokens, until a case gives one. */
	static ReadSession open() {
		return ReadSession.builder(Credentials.none(), HASTY).threads(THREADS)
			.build();
	}

	/**
	 * The service of scripts, reading through a session that stays the caller's.
	 */
	static CutoutService service(final ReadSession session) {
		return new DefaultCutoutService() {

			@Override
			public ReadSession session() {
				return session;
			}
		};
	}
}
