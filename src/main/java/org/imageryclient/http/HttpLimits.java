// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.http;

import java.time.Duration;

/**
 * How much is asked of one server at a time, and how long an answer may take.
 *
 * @param requestsPerHost how many requests may be under way to one host and port
 * @param connectTimeout until a connection stands
 * @param idleTimeout without one byte arriving, before or within an answer
 */
public record HttpLimits(int requestsPerHost, Duration connectTimeout,
	Duration idleTimeout)
{

	/** 32 requests a host, 10 s to connect, 60 s of silence. */
	public static final HttpLimits DEFAULT = new HttpLimits(32, Duration.ofSeconds(
		10), Duration.ofSeconds(60));

	public HttpLimits {
		if (requestsPerHost < 1) throw new IllegalArgumentException(
			"Expected at least 1 request per host but got " + requestsPerHost + ".");
		if (!isPositive(connectTimeout) || !isPositive(idleTimeout))
			throw new IllegalArgumentException(
				"Expected time-outs above 0 but got " + connectTimeout +
					" to connect and " + idleTimeout + " of silence.");
	}

	private static boolean isPositive(final Duration time) {
		return !time.isNegative() && !time.isZero();
	}
}
