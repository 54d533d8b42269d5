// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.command;

import ij.ImagePlus;
import ij.WindowManager;
import ij.macro.Interpreter;

import java.util.Optional;

/** The image that ImageJ's commands work on. */
final class CurrentImage {

	private CurrentImage() {}

	/** In a macro without windows too; nothing where no image is open. */
	static Optional<ImagePlus> get() {
		return Optional.ofNullable(WindowManager.getCurrentImage()).or(
			() -> Optional.ofNullable(Interpreter.getLastBatchModeImage()));
	}
}
