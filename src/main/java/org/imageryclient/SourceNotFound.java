// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient;

/**
 * There is no volume, datastack or file at the address. Remedy: correct the
 * address. Never retried.
 */
public final class SourceNotFound extends CutoutException {

	private static final long serialVersionUID = 1L;

	public SourceNotFound(final String message) {
		this(message, null);
	}

	public SourceNotFound(final String message, final Throwable cause) {
		super(message, cause);
	}
}
