// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.command;

/** A command whose inputs are checked before its dialog closes for good. */
interface CheckedInputs {

	/**
	 * No I/O.
	 *
	 * @throws IllegalArgumentException if an input can't be read; names it
	 */
	void checkInputs();

	/** Whether the user wants to see the inputs that are marked advanced. */
	boolean isMoreAskedFor();
}
