// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.command;

import org.scijava.Priority;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPostprocessorPlugin;
import org.scijava.module.process.PostprocessorPlugin;
import org.scijava.plugin.Plugin;

/**
 * Our commands show their results themselves, in the display that was asked
 * for; SciJava must not show them once more.
 */
@Plugin(type = PostprocessorPlugin.class, priority = Priority.LOW)
public class ShownOutputs extends AbstractPostprocessorPlugin {

	@Override
	public void process(final Module module) {
		if (!UnsetInputs.isOurs(module)) return;
		for (final ModuleItem<?> output : module.getInfo().outputs())
			module.resolveOutput(output.getName());
	}
}
