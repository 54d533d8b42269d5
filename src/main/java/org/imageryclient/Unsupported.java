// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient;

/**
 * The data is well formed and this version can't read it, or the request asks
 * for what can't be done. The message names the encoding or the feature.
 */
public final class Unsupported extends CutoutException {

	private static final long serialVersionUID = 1L;

	public Unsupported(final String message) {
		this(message, null);
	}

	public Unsupported(final String message, final Throwable cause) {
		super(message, cause);
	}
}
