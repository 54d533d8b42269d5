// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.legacy;

import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.Window;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

import javax.swing.AbstractButton;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.text.JTextComponent;

/**
 * A person at the dialogs that SciJava opens in Fiji: reads labels, types,
 * ticks and presses buttons. Waits for what it needs, at most half a minute.
 */
final class SwingDialogs {

	private static final long PATIENCE_NANOS = 30_000_000_000L;

	private SwingDialogs() {}

	/** The dialog of this title, once it is there. */
	static JDialog await(final String title) {
		return await(() -> "a dialog \"" + title + "\"", () -> Arrays.stream(Window
			.getWindows()).filter(w -> w.isShowing() && w instanceof JDialog d && d
				.getTitle().equals(title)).map(JDialog.class::cast).findFirst());
	}

	/** Types into the field of a label, or chooses, or ticks. */
	static void answer(final JDialog dialog, final String label,
		final String value)
	{
		final Component widget = all(dialog).filter(JLabel.class::isInstance)
			.filter(c -> label.equals(((JLabel) c).getText())).map(
				SwingDialogs::besides).findFirst().orElseThrow(() -> new AssertionError(
					"Expected a field \"" + label + "\" in " + labels(dialog)));
		onEventThread(() -> all(widget).forEach(field -> {
			if (field instanceof JTextComponent text) text.setText(value);
			else if (field instanceof JCheckBox box) box.setSelected(Boolean
				.parseBoolean(value));
			else if (field instanceof JComboBox<?> choice) choice.setSelectedItem(
				value);
		}));
	}

	/** What is labelled in the dialog, from top to bottom. */
	static List<String> labels(final JDialog dialog) {
		return all(dialog).filter(JLabel.class::isInstance).map(c -> ((JLabel) c)
			.getText()).toList();
	}

	/** What fields and messages of the dialog hold. */
	static Stream<String> texts(final JDialog dialog) {
		return all(dialog).filter(JTextComponent.class::isInstance).map(
			c -> ((JTextComponent) c).getText());
	}

	/** Presses the button of this text. */
	static void press(final JDialog dialog, final String text) {
		final AbstractButton button = all(dialog).filter(
			AbstractButton.class::isInstance).map(AbstractButton.class::cast).filter(
				b -> text.equals(b.getText())).findFirst().orElseThrow(
					() -> new AssertionError("Expected a button \"" + text + "\" in " +
						dialog.getTitle()));
		EventQueue.invokeLater(button::doClick);
	}

	/**
	 * Asks on the event thread, until there is an answer.
	 *
	 * @param what is awaited, and what there is instead
	 */
	static <T> T await(final Supplier<String> what,
		final Supplier<Optional<T>> wanted)
	{
		final long end = System.nanoTime() + PATIENCE_NANOS;
		while (true) {
			final List<T> found = new ArrayList<>();
			onEventThread(() -> wanted.get().ifPresent(found::add));
			if (!found.isEmpty()) return found.get(0);
			if (System.nanoTime() > end) throw new AssertionError("Expected " + what
				.get() + " but it did not come; there are " + Arrays.stream(Window
					.getWindows()).filter(Window::isShowing).toList());
			sleep();
		}
	}

	/** Does something on the event thread, and returns when it is done. */
	static void onEventThread(final Runnable task) {
		try {
			EventQueue.invokeAndWait(task);
		}
		catch (final InterruptedException | InvocationTargetException e) {
			throw new IllegalStateException(e);
		}
	}

	/** The component that SciJava puts at the right of a label. */
	private static Component besides(final Component label) {
		final List<Component> row = List.of(label.getParent().getComponents());
		return row.get(row.indexOf(label) + 1);
	}

	private static Stream<Component> all(final Component component) {
		return component instanceof Container container ? Stream.concat(Stream.of(
			component), Arrays.stream(container.getComponents()).flatMap(
				SwingDialogs::all)) : Stream.of(component);
	}

	private static void sleep() {
		try {
			Thread.sleep(20);
		}
		catch (final InterruptedException e) {
			throw new IllegalStateException(e);
		}
	}
}
