// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.legacy;

import java.awt.Component;
import java.awt.EventQueue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import javax.swing.JMenu;
import javax.swing.JMenuItem;

import net.imagej.patcher.LegacyInjector;

import org.scijava.ui.swing.script.TextEditor;

/**
 * A program: the real script editor in a window. Clicks on each of our
 * templates. Writes its label and the language that the editor chose, a line
 * each, and the text that it then showed in a file of the label's name.
 */
final class TemplatesOnScreen {

	private TemplatesOnScreen() {}

	/**
	 * @param args the file to write, and the folder for the texts
	 */
	public static void main(final String[] args) {
		LegacyInjector.preinit();
		try {
			Files.write(Path.of(args[0]), clicked(Path.of(args[1])));
			Runtime.getRuntime().halt(0);
		}
		catch (final Throwable e) {
			e.printStackTrace();
			Runtime.getRuntime().halt(1);
		}
	}

	private static List<String> clicked(final Path texts) throws Exception {
		final List<String> seen = new ArrayList<>();
		final TextEditor editor = new TextEditor(RealFiji.context());
		EventQueue.invokeAndWait(() -> editor.setVisible(true));
		final JMenu templates = (JMenu) named(Stream.of(editor.getJMenuBar()
			.getComponents()), "Templates");
		final JMenu ours = (JMenu) named(items(templates), "Imagery Client");
		for (final Component item : items(ours).toList()) {
			final JMenuItem template = (JMenuItem) item;
			EventQueue.invokeAndWait(template::doClick);
			seen.add(template.getText() + ": " + editor.getCurrentLanguage()
				.getLanguageName());
			Files.writeString(texts.resolve(template.getText()), editor.getTextArea()
				.getText());
		}
		return seen;
	}

	private static Stream<Component> items(final JMenu menu) {
		return Stream.of(menu.getMenuComponents());
	}

	private static Component named(final Stream<Component> items,
		final String label)
	{
		return items.filter(item -> item instanceof JMenuItem i && label.equals(i
			.getText())).findFirst().orElseThrow(() -> new AssertionError("no menu " +
				label));
	}
}
