// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.command;

/** Text for the messages of dialogs, which are HTML. */
final class Html {

	/** Of a dialog's fields, in points. */
	private static final int WIDTH = 360;

	/** Of most plans. */
	private static final int LINES = 7;

	private Html() {}

	/**
	 * The same lines, whatever characters they hold, or room for some, in a block
	 * that neither widens a dialog nor makes it longer: a dialog does not grow
	 * with a text that comes when it is open, and its buttons would be out of
	 * sight.
	 */
	static String block(final String text) {
		final String lines = text.isBlank() ? "\n".repeat(LINES) : text.strip();
		return "<div style='width: " + WIDTH + "pt'>" + lines.replace("&", "&amp;")
			.replace("<", "&lt;").replace(">", "&gt;").replace("\n", "<br>") +
			"</div>";
	}
}
