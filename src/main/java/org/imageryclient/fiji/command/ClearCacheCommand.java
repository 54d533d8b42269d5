// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.command;

import java.util.Locale;

import org.imageryclient.fiji.service.CutoutService;
import org.scijava.app.StatusService;
import org.scijava.command.Command;
import org.scijava.command.ContextCommand;
import org.scijava.log.LogService;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/**
 * Forgets the chunks and roots that are kept in memory, so that they are
 * fetched anew: for memory, and for data that has changed on its server.
 *
 * <pre>
 * run("Clear Cache");
 * </pre>
 */
@Plugin(type = Command.class, headless = true,
	menuPath = "Plugins>Imagery Client>Clear Cache")
public class ClearCacheCommand extends ContextCommand {

	@Parameter
	private CutoutService cutouts;

	@Parameter
	private StatusService statusBar;

	@Parameter
	private LogService log;

	@Override
	public void run() {
		final String done = String.format(Locale.ROOT,
			"Forgot %.1f MB of chunks, and all looked-up roots.", cutouts.session()
				.clearCache() / 1e6);
		log.info(done);
		statusBar.showStatus(done);
	}
}
