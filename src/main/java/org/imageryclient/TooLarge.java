// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient;

/**
 * The result would need more memory than there is. Thrown before the first byte
 * is fetched. Remedy: a smaller box or a coarser mip, as the message says.
 */
public final class TooLarge extends CutoutException {

	private static final long serialVersionUID = 1L;

	public TooLarge(final String message) {
		this(message, null);
	}

	public TooLarge(final String message, final Throwable cause) {
		super(message, cause);
	}
}
