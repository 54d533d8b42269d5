// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient;

/**
 * Files could not be saved: the folder is missing or may not be written, or the
 * disk is full. Remedy: the folder that the message names, or another one.
 * Nothing half-written is left behind.
 */
public final class CannotWrite extends CutoutException {

	private static final long serialVersionUID = 1L;

	public CannotWrite(final String message) {
		this(message, null);
	}

	public CannotWrite(final String message, final Throwable cause) {
		super(message, cause);
	}
}
