// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient;

/**
 * Why imagery or segmentation could not be had or saved. Subclasses are cut by
 * what the user can do about it; the message says what was expected, what was
 * found, where (volume, key, byte offset), and what to try. Messages never hold
 * a token.
 *
 * @see AccessDenied log in, or accept the terms of service
 * @see SourceNotFound correct the address
 * @see Unavailable wait, or check the connection
 * @see CorruptData report the data to its publisher
 * @see Unsupported use another copy of the data
 * @see TooLarge ask for less
 * @see CannotWrite choose another folder
 * @see Canceled nothing: the user said so
 */
public abstract class CutoutException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	CutoutException(final String message, final Throwable cause) {
		super(message, cause);
	}
}
