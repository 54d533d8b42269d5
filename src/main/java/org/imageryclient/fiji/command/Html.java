// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.command;

/** Text for the messages of dialogs, which are HTML. */
final class Html {

	private Html() {}

	/** The same lines, whatever characters they hold. */
	static String lines(final String text) {
		return text.strip().replace("&", "&amp;").replace("<", "&lt;").replace(">",
			"&gt;").replace("\n", "<br>");
	}
}
