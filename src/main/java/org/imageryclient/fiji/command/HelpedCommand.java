// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.command;

import java.io.IOException;
import java.net.URL;
import java.util.Locale;

import org.imageryclient.Program;
import org.scijava.command.ContextCommand;
import org.scijava.log.LogService;
import org.scijava.platform.PlatformService;
import org.scijava.plugin.Parameter;
import org.scijava.widget.Button;

/**
 * A command whose dialog has a button that opens the page on it. The button is
 * no key of macros; SciJava neither records nor remembers it.
 */
abstract class HelpedCommand extends ContextCommand {

	/** The name of the button among the inputs. */
	static final String BUTTON = "help";

	/** What says of each command what it does and what its inputs mean. */
	static final String PAGE = "doc/macro-keys.md";

	@Parameter
	private LogService log;

	@Parameter(label = "Help", required = false, persist = false,
		callback = "openHelp",
		description = "Opens the page on this command in the browser")
	private Button help;

	/** The heading of the section on this command in {@link #PAGE}. */
	abstract String section();

	/** Called by the button of the dialog. */
	void openHelp() {
		final String page = Program.page(PAGE) + "#" + anchor(section());
		try {
			context().service(PlatformService.class).open(new URL(page));
		}
		catch (final IOException e) {
			log.error("The browser could not be opened at " + page + ": " + e
				.getMessage());
		}
	}

	/** As GitHub makes it of a heading. */
	static String anchor(final String heading) {
		return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}_ -]", "")
			.replace(' ', '-');
	}

	LogService log() {
		return log;
	}

	/** Macros and scripts may give null for what they leave out. */
	static String text(final String value) {
		return value == null ? "" : value;
	}
}
