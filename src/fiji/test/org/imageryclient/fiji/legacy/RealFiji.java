// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.legacy;

import java.util.HashMap;
import java.util.List;

import org.imageryclient.testing.JythonLanguage;
import org.scijava.Context;
import org.scijava.plugin.DefaultPluginFinder;
import org.scijava.plugin.PluginFinder;
import org.scijava.plugin.PluginIndex;
import org.scijava.plugin.PluginInfo;

/**
 * A context as Fiji has it: with the real imagej-legacy and the real
 * scripting-jython, and without what stands in for them elsewhere in the tests.
 */
final class RealFiji {

	private RealFiji() {}

	static Context context() {
		return new Context(new PluginIndex(new RealPlugins()));
	}

	private static final class RealPlugins implements PluginFinder {

		@Override
		public HashMap<String, Throwable> findPlugins(
			final List<PluginInfo<?>> plugins)
		{
			final HashMap<String, Throwable> failed = new DefaultPluginFinder()
				.findPlugins(plugins);
			plugins.removeIf(plugin -> plugin.getClassName().equals(
				JythonLanguage.class.getName()));
			return failed;
		}
	}
}
