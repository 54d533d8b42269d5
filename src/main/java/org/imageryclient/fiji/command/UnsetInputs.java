// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.command;

import static org.scijava.ItemVisibility.NORMAL;
import static org.scijava.ItemVisibility.TRANSIENT;

import java.awt.GraphicsEnvironment;

import org.scijava.Priority;
import org.scijava.command.CommandInfo;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Plugin;
import org.scijava.widget.Button;

/**
 * In a macro, where there is no screen, and where nothing needs to be asked,
 * what a call of one of our commands leaves out has its documented default.
 * Without this a macro would open the dialog for it and wait, and a script
 * would get what the last dialog held.
 * <p>
 * Runs after the inputs of macros and defaults were filled in, and before
 * SciJava looks up what the last dialog held.
 * </p>
 */
@Plugin(type = PreprocessorPlugin.class, priority = Priority.LOW)
public class UnsetInputs extends AbstractPreprocessorPlugin {

	private static final String OURS = UnsetInputs.class.getPackageName() + ".";

	@Override
	public void process(final Module module) {
		if (!isOurs(module)) return;
		if (!RunningMacro.isThere() && !GraphicsEnvironment.isHeadless() &&
			!isAnswered(module) && isAskedFor(module)) return;
		for (final ModuleItem<?> input : module.getInfo().inputs())
			module.resolveInput(input.getName());
	}

	private static boolean isAnswered(final Module module) {
		return module.getDelegateObject() instanceof AnsweredInputs command &&
			command.areInputsAnswered();
	}

	/** Whether any input is open that a person would fill in. */
	static boolean isAskedFor(final Module module) {
		for (final ModuleItem<?> input : module.getInfo().inputs())
			if (!module.isInputResolved(input.getName()) && input
				.getType() != Button.class && (input.getVisibility() == NORMAL || input
					.getVisibility() == TRANSIENT)) return true;
		return false;
	}

	static boolean isOurs(final Module module) {
		return module.getInfo() instanceof CommandInfo command && command
			.getDelegateClassName().startsWith(OURS);
	}
}
