// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.bdv;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

import javax.swing.JComponent;
import javax.swing.JTextArea;
import javax.swing.SwingUtilities;

/**
 * What the user has to know, by its subject: logged, shown over the picture for
 * a moment, and in the card until it no longer holds. A server in trouble says
 * the same a thousand times; here it stands once.
 */
final class Messages {

	private static final System.Logger LOG = System.getLogger(Messages.class
		.getName());

	private static final int COLUMNS = 24;

	private final Map<Object, String> texts = new LinkedHashMap<>();
	private final JTextArea area = new JTextArea(0, COLUMNS);
	private final Consumer<String> flash;

	/**
	 * @param flash shows a text for a moment, in the event thread
	 */
	Messages(final Consumer<String> flash) {
		this.flash = flash;
		area.setName("messages");
		area.setEditable(false);
		area.setLineWrap(true);
		area.setWrapStyleWord(true);
		area.setVisible(false);
	}

	/** Says something in place of what was said of the same subject. */
	void say(final Object subject, final String text) {
		synchronized (texts) {
			if (text.equals(texts.put(subject, text))) return;
		}
		LOG.log(System.Logger.Level.WARNING, text);
		update();
		SwingUtilities.invokeLater(() -> flash.accept(text));
	}

	/** Says something unless something was said of the same subject. */
	void sayFirst(final Object subject, final String text) {
		synchronized (texts) {
			if (texts.containsKey(subject)) return;
		}
		say(subject, text);
	}

	/** What was said no longer holds. */
	void settle(final Object subject) {
		synchronized (texts) {
			if (texts.remove(subject) == null) return;
		}
		update();
	}

	/** Where it stands: no room while there is nothing to say. */
	JComponent component() {
		return area;
	}

	private void update() {
		SwingUtilities.invokeLater(() -> {
			final String all;
			synchronized (texts) {
				all = String.join("\n\n", texts.values());
			}
			area.setText(all);
			area.setVisible(!all.isEmpty());
			area.revalidate();
		});
	}
}
