// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient;

/**
 * The user stopped the job. Nothing of it is left behind.
 */
public final class Canceled extends CutoutException {

	private static final long serialVersionUID = 1L;

	public Canceled(final String message) {
		this(message, null);
	}

	public Canceled(final String message, final Throwable cause) {
		super(message, cause);
	}
}
