// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.bdv;

import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.time.Clock;
import java.util.Random;

import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSlider;
import javax.swing.JTextField;

import org.imageryclient.Timestamp;

/**
 * The card beside the picture: opacity, colours, position, time, cutting out.
 */
final class ControlsCard {

	private final BrowseWindow window;
	private final JPanel panel = new JPanel(new GridBagLayout());
	private int row;

	/**
	 * @param cutOut what the button does
	 */
	ControlsCard(final BrowseWindow window, final Runnable cutOut) {
		this.window = window;
		addSliders();
		addButton("Other colours", () -> window.style().reshuffle(new Random()));
		addButton("Colours before", window.style()::undoReshuffle);
		addButton("Select nothing", window.style()::clearSelection);
		addField("Go to (voxels of " + window.voxels() + ", or nm)", text -> window
			.lookAt(PositionText.nm(text, window.voxels())));
		if (window.time().isPresent()) addField("Roots as of (UTC), now " + window
			.time().get(), text -> window.at(Timestamp.parse(text, Clock
				.systemUTC())));
		addButton("Cut out this box...", cutOut);
	}

	JComponent component() {
		return panel;
	}

	private void addSliders() {
		final double[] now = window.style().opacities();
		final JSlider all = slider(now[0]);
		final JSlider chosen = slider(now[1]);
		final JSlider others = slider(now[2]);
		for (final JSlider slider : new JSlider[] { all, chosen, others })
			slider.addChangeListener(e -> window.style().opacities(all.getValue() /
				100.0, chosen.getValue() / 100.0, others.getValue() / 100.0));
		add("Opacity of labels", all);
		add("of the selected ones", chosen);
		add("part that the others keep", others);
	}

	private static JSlider slider(final double opacity) {
		return new JSlider(0, 100, (int) Math.round(100 * opacity));
	}

	private void addButton(final String text, final Runnable action) {
		final JButton button = new JButton(text);
		button.addActionListener(e -> action.run());
		add("", button);
	}

	/** Text that is taken with the enter key; what is wrong with it is said. */
	private void addField(final String label, final TextAction action) {
		final JTextField field = new JTextField(18);
		field.setToolTipText(label);
		field.addActionListener(e -> {
			try {
				action.accept(field.getText());
			}
			catch (final IllegalArgumentException wrong) {
				window.handle().getViewerPanel().showMessage(wrong.getMessage());
			}
		});
		add(label, field);
	}

	private void add(final String label, final JComponent component) {
		final GridBagConstraints place = new GridBagConstraints();
		place.gridy = row++;
		place.anchor = GridBagConstraints.LINE_START;
		place.fill = GridBagConstraints.HORIZONTAL;
		place.insets = new Insets(2, 4, 2, 4);
		panel.add(new JLabel(label), place);
		place.weightx = 1;
		place.gridx = 1;
		panel.add(component, place);
	}

	/** Takes what was typed. */
	private interface TextAction {

		/** @throws IllegalArgumentException if it can't be read */
		void accept(String text);
	}
}
