// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.bdv;

import bdv.viewer.ViewerPanel;

import java.awt.AWTException;
import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.MouseInfo;
import java.awt.Point;
import java.awt.Robot;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.datatransfer.DataFlavor;
import java.awt.event.InputEvent;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;

import javax.imageio.ImageIO;
import javax.swing.AbstractButton;
import javax.swing.JLabel;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;

import org.imageryclient.testing.FaultServer;

/** Someone before a browse window: looks, clicks, presses keys, and waits. */
final class WindowUser {

	private static final long PATIENCE_NANOS = 60_000_000_000L;

	/** How long no request comes before nothing is under way. */
	private static final int QUIET_MILLIS = 700;

	private final Robot robot;
	private final BrowseWindow window;

	WindowUser(final BrowseWindow window) throws AWTException {
		this.window = window;
		robot = new Robot();
	}

	ViewerPanel viewer() {
		return window.handle().getViewerPanel();
	}

	/** What the window shows at the middle of its picture, without alpha. */
	int middle() {
		final BufferedImage image = painted();
		return image.getRGB(image.getWidth() / 2, image.getHeight() / 2) & 0xffffff;
	}

	/** The picture with its overlays. */
	BufferedImage painted() {
		return inEventThread(() -> {
			final BufferedImage image = new BufferedImage(viewer().getDisplay()
				.getWidth(), viewer().getDisplay().getHeight(),
				BufferedImage.TYPE_INT_RGB);
			viewer().getDisplay().paint(image.getGraphics());
			return image;
		});
	}

	/** Waits for what must come. */
	void await(final String what, final BooleanSupplier isThere) {
		final long end = System.nanoTime() + PATIENCE_NANOS;
		while (!isThere.getAsBoolean()) {
			if (System.nanoTime() > end) throw new AssertionError("Expected " + what +
				" but it did not come");
			robot.delay(20);
		}
	}

	void awaitQuiet(final FaultServer server) {
		int before = -1;
		while (before != server.requests().size()) {
			before = server.requests().size();
			robot.delay(QUIET_MILLIS);
		}
	}

	void pause(final int millis) {
		robot.delay(millis);
	}

	/** Clicks at the middle of the picture. */
	void click(final int... heldKeys) {
		pointAtMiddle();
		Arrays.stream(heldKeys).forEach(robot::keyPress);
		robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
		robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
		Arrays.stream(heldKeys).forEach(robot::keyRelease);
		robot.waitForIdle();
	}

	void pointAtMiddle() {
		pointAt(viewer().getDisplay().getWidth() / 2, viewer().getDisplay()
			.getHeight() / 2);
	}

	/** Moves the mouse to a pixel of the picture. */
	void pointAt(final int x, final int y) {
		final Point corner = viewer().getDisplay().getLocationOnScreen();
		robot.mouseMove(corner.x + x, corner.y + y);
		robot.waitForIdle();
	}

	/** Drags from where the mouse is. */
	void drag(final int dx, final int dy) {
		final Point from = MouseInfo.getPointerInfo().getLocation();
		robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
		for (int i = 1; i <= 4; i++) {
			robot.mouseMove(from.x + dx * i / 4, from.y + dy * i / 4);
			robot.waitForIdle();
		}
		robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
		robot.waitForIdle();
	}

	/** Presses keys together, with the keyboard in the picture. */
	void press(final int... keys) {
		if (!viewer().getDisplay().isFocusOwner()) {
			// A window has the keyboard once it was clicked at.
			click();
			inEventThread(() -> viewer().getDisplay().requestFocusInWindow());
			await("the focus", viewer().getDisplay()::isFocusOwner);
		}
		type(keys);
	}

	/** Presses keys together wherever the keyboard is. */
	void type(final int... keys) {
		Arrays.stream(keys).forEach(robot::keyPress);
		for (int i = keys.length - 1; i >= 0; i--)
			robot.keyRelease(keys[i]);
		robot.waitForIdle();
	}

	/** Types into the field with this label, and presses enter. */
	void enter(final String label, final String text) {
		final JTextField field = beside(label, JTextField.class);
		inEventThread(() -> {
			field.setText(text);
			field.postActionEvent();
			return text;
		});
		robot.waitForIdle();
	}

	void press(final String button) {
		press(frame(), button);
	}

	void press(final Window in, final String button) {
		final AbstractButton found = only(in, AbstractButton.class, b -> button
			.equals(b.getText()));
		EventQueue.invokeLater(found::doClick);
		robot.waitForIdle();
	}

	/** The component of the card that stands right of a label. */
	<C extends Component> C beside(final String label, final Class<C> type) {
		final JLabel found = label(label);
		final Component[] all = found.getParent().getComponents();
		return type.cast(all[Arrays.asList(all).indexOf(found) + 1]);
	}

	/** The label that begins so. */
	JLabel label(final String begin) {
		return only(frame(), JLabel.class, l -> l.getText() != null && l.getText()
			.startsWith(begin));
	}

	/** What the card tells the user. */
	String messages() {
		return window.messages().component().isShowing() ? ((JTextArea) window
			.messages().component()).getText() : "";
	}

	Window frame() {
		return SwingUtilities.getWindowAncestor(viewer());
	}

	static <C extends Component> C only(final Container in, final Class<C> type,
		final Predicate<C> wanted)
	{
		final List<C> found = all(in, type).stream().filter(wanted).toList();
		if (found.size() != 1) throw new AssertionError("Expected one " + type
			.getSimpleName() + " but found " + found);
		return found.get(0);
	}

	/** From the top to the bottom. */
	static <C extends Component> List<C> all(final Container in,
		final Class<C> type)
	{
		final List<C> found = new ArrayList<>();
		for (final Component c : in.getComponents()) {
			if (type.isInstance(c)) found.add(type.cast(c));
			if (c instanceof Container inner) found.addAll(all(inner, type));
		}
		return found;
	}

	/** The windows of a kind that are open. */
	static <W extends Window> Stream<W> windows(final Class<W> type) {
		return Arrays.stream(Window.getWindows()).filter(type::isInstance).map(
			type::cast).filter(Window::isShowing);
	}

	static String clipboard() {
		try {
			return (String) Toolkit.getDefaultToolkit().getSystemClipboard().getData(
				DataFlavor.stringFlavor);
		}
		catch (final Exception nothingThere) {
			return "";
		}
	}

	static <V> V inEventThread(final Callable<V> task) {
		final FutureTask<V> future = new FutureTask<>(task);
		try {
			EventQueue.invokeAndWait(future);
			return future.get();
		}
		catch (final InterruptedException | InvocationTargetException
				| ExecutionException e)
		{
			throw new IllegalStateException(e);
		}
	}

	/** Puts a picture of the window into a file. */
	void capture(final File png) throws IOException {
		ImageIO.write(robot.createScreenCapture(frame().getBounds()), "png", png);
	}
}
