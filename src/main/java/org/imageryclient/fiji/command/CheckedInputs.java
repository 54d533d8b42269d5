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

	/**
	 * The same of what someone answered in the dialog, who can be asked again:
	 * also whether what it names is there. At most a few GETs.
	 *
	 * @throws IllegalArgumentException if an input can't be read; names it
	 * @throws org.imageryclient.CutoutException if it is not; says why
	 */
	default void checkAnswers() {
		checkInputs();
	}

	/** Whether the user wants to see the inputs that are marked advanced. */
	boolean isMoreAskedFor();
}
