// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient;

/**
 * The server knows the data and refuses it: no token, a token that is not
 * valid, a missing permission, or terms of service not yet accepted. Remedy:
 * the page that the message names. Never retried.
 */
public final class AccessDenied extends CutoutException {

	private static final long serialVersionUID = 1L;

	public AccessDenied(final String message) {
		this(message, null);
	}

	public AccessDenied(final String message, final Throwable cause) {
		super(message, cause);
	}
}
