// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.testing;

import java.util.List;

import org.scijava.plugin.Plugin;
import org.scijava.script.AdaptedScriptLanguage;
import org.scijava.script.ScriptLanguage;

/**
 * Brings the real Jython to SciJava's {@code ScriptService}, as
 * scripting-jython does in Fiji.
 */
@Plugin(type = ScriptLanguage.class, name = "Python (Jython)")
public class JythonLanguage extends AdaptedScriptLanguage {

	public JythonLanguage() {
		super("jython");
	}

	@Override
	public List<String> getExtensions() {
		return List.of("py");
	}
}
