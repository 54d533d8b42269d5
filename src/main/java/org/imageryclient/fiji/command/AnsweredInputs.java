// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.command;

/** A command that sometimes knows all it needs, so that nobody is asked. */
interface AnsweredInputs {

	/** Whether that is so now. Quick; no I/O. */
	boolean areInputsAnswered();
}
