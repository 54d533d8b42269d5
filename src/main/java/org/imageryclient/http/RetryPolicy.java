// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.http;

import java.time.Duration;

/**
 * How often and how patiently a request is repeated that may heal: connection
 * refused or reset, silence, a short body, 408, 429 and 5xx. The waits grow
 * from {@code baseDelay} by factors of 2, each one random between 0 and that
 * ("full jitter", so that many readers do not come back at once). A server's
 * {@code Retry-After} is honoured within the deadline.
 *
 * @param maxTries how often a request is sent at most
 * @param baseDelay the longest wait before the second try
 * @param maxDelay the longest wait between later ones
 * @param deadline for all tries of one request together; no try starts after it
 */
public record RetryPolicy(int maxTries, Duration baseDelay, Duration maxDelay,
	Duration deadline)
{

	/** 6 tries, waits of up to 0.5 s, 1 s, 2 s, …, at most 20 s, 3 minutes. */
	public static final RetryPolicy DEFAULT = new RetryPolicy(6, Duration.ofMillis(
		500), Duration.ofSeconds(20), Duration.ofMinutes(3));

	public RetryPolicy {
		if (maxTries < 1) throw new IllegalArgumentException(
			"Expected at least 1 try but got " + maxTries + ".");
		if (baseDelay.isNegative() || maxDelay.compareTo(baseDelay) < 0 || deadline
			.isNegative() || deadline.isZero()) throw new IllegalArgumentException(
				"Expected 0 <= base delay <= longest delay and a deadline above 0 but got " +
					baseDelay + ", " + maxDelay + ", " + deadline + ".");
	}

	/**
	 * The longest wait after the given number of failed tries.
	 *
	 * @param failedTries at least 1
	 */
	Duration longestDelayAfter(final int failedTries) {
		final double doublings = Math.min(failedTries - 1, 40);
		final double nanos = baseDelay.toNanos() * Math.pow(2, doublings);
		return Duration.ofNanos((long) Math.min(nanos, maxDelay.toNanos()));
	}
}
