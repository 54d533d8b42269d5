// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient;

/**
 * The server, or the way to it, failed until the retries were used up. Remedy:
 * wait and try again, or check the network and the proxy.
 */
public final class Unavailable extends CutoutException {

	private static final long serialVersionUID = 1L;

	public Unavailable(final String message) {
		this(message, null);
	}

	public Unavailable(final String message, final Throwable cause) {
		super(message, cause);
	}
}
