// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.http;

import java.time.Duration;

/**
 * One try failed in a way that another may heal. Stays inside this package.
 */
final class TransientFailure extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final Duration retryAfter;

	/**
	 * @param what happened, without a full stop: "the server answered 503"
	 * @param retryAfter what the server asks to wait, or zero
	 */
	TransientFailure(final String what, final Duration retryAfter,
		final Throwable cause)
	{
		super(what, cause);
		this.retryAfter = retryAfter;
	}

	TransientFailure(final String what) {
		this(what, Duration.ZERO, null);
	}

	Duration retryAfter() {
		return retryAfter;
	}
}
