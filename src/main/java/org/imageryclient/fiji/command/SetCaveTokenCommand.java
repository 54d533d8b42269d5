// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.command;

import java.io.IOException;
import java.net.URI;
import java.net.URL;

import org.imageryclient.CutoutException;
import org.imageryclient.auth.Token;
import org.imageryclient.fiji.service.CutoutService;
import org.scijava.command.Command;
import org.scijava.platform.PlatformService;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.ui.UIService;
import org.scijava.widget.Button;
import org.scijava.widget.TextWidget;

/**
 * Asks for the user's CAVE token, checks it, and keeps it where the Python
 * clients keep theirs. The token is neither remembered as a parameter nor
 * recorded: {@code no-record} keeps the macro recorder away.
 */
@Plugin(type = Command.class,
	menuPath = "Plugins>Imagery Client>Set CAVE Token...", attrs = @Attr(
		name = "no-record"))
public class SetCaveTokenCommand extends HelpedCommand {

	private static final String TOKEN_PAGE = "/sticky_auth/settings/tokens";

	@Parameter
	private CutoutService cutouts;

	@Parameter
	private PlatformService platform;

	@Parameter(required = false)
	private UIService screen;

	@Parameter(label = "Server", columns = 30, required = false,
		description = "The CAVE server that gave you the token")
	private String server = "https://global.daf-apis.com";

	@Parameter(label = "Show my tokens in the browser", required = false,
		callback = "openTokenPage",
		description = "Opens the page of the server that lists your tokens")
	private Button page;

	@Parameter(label = "Token", columns = 30, persist = false, required = false,
		style = TextWidget.PASSWORD_STYLE,
		description = "Copied from that page; checked with the server before it is kept")
	private String token = "";

	@Override
	String section() {
		return "Set CAVE Token";
	}

	@Override
	public void run() {
		try {
			final URI address = address();
			tell("The token for " + address + " is kept. " + cutouts.setToken(address,
				Token.of(token)));
		}
		catch (final CutoutException | IllegalArgumentException e) {
			log().debug(e);
			cancel(e.getMessage());
		}
		finally {
			// Whatever looks at the inputs of this run later finds nothing.
			token = "";
		}
	}

	/** The log alone is easily missed. */
	private void tell(final String message) {
		log().info(message);
		if (screen != null && screen.isVisible()) screen.showDialog(message,
			"Set CAVE Token");
	}

	/** Called by the button of the dialog. */
	void openTokenPage() {
		try {
			platform.open(new URL(address() + TOKEN_PAGE));
		}
		catch (final IOException | IllegalArgumentException e) {
			log().error("The browser could not be opened at " + server + TOKEN_PAGE +
				": " + e.getMessage());
		}
	}

	private URI address() {
		final String bare = text(server).strip().replaceFirst("/+$", "");
		final String full = bare.contains("://") ? bare : "https://" + bare;
		if (!full.matches("https?://[^/\\s@]+")) throw new IllegalArgumentException(
			"Expected the address of a CAVE server, such as https://global.daf-apis.com, but got \"" +
				text(server) + "\".");
		return URI.create(full);
	}
}
