// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.command;

import ij.IJ;
import ij.Macro;
import ij.macro.Interpreter;

import java.util.Optional;

/** The ImageJ macro that called a command, if one did. */
final class RunningMacro {

	private RunningMacro() {}

	static boolean isThere() {
		return IJ.isMacro();
	}

	/**
	 * Stops the macro with its usual message, which names the line. Going on
	 * would run the next lines on another image.
	 *
	 * @return whether there is one
	 */
	static boolean stop(final String reason) {
		final Optional<Interpreter> macro = Optional.ofNullable(Interpreter
			.getInstance());
		try {
			macro.ifPresent(m -> m.abort(reason));
		}
		catch (final RuntimeException e) {
			// This is how the interpreter leaves its own thread.
			if (!Macro.MACRO_CANCELED.equals(e.getMessage())) throw e;
		}
		return macro.isPresent();
	}
}
