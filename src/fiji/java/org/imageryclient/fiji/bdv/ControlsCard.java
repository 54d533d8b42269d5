// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.bdv;

import java.awt.Dimension;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.time.Clock;
import java.util.Optional;
import java.util.Random;

import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSlider;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;

import org.imageryclient.Timestamp;

/**
 * The card beside the picture: opacity, colours, position, time, cutting out.
 * As narrow as BigDataViewer's own: what is wider than those is cut off.
 */
final class ControlsCard {

	private static final int SLIDER_WIDTH = 110;

	private final BrowseWindow window;
	private final JPanel panel = new JPanel(new GridBagLayout());
	private int row;

	/**
	 * @param cutOut what the button does, where there is something to cut out of
	 */
	ControlsCard(final BrowseWindow window, final Optional<Runnable> cutOut) {
		this.window = window;
		addAcross(window.messages().component());
		addSliders();
		addRow(button("Other colours", () -> window.style().reshuffle(
			new Random())), button("Colours before", window.style()::undoReshuffle));
		addField("Go to (voxels of " + window.voxels() + ", or nm)", text -> window
			.lookAt(PositionText.nm(text, window.voxels())));
		if (window.time().isPresent()) addTime();
		final JButton nothing = button("Select nothing", window
			.style()::clearSelection);
		cutOut.ifPresentOrElse(action -> addRow(nothing, button(
			"Cut out this box...", action)), () -> addAcross(nothing));
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
		addRow(new JLabel("Opacity of labels"), all);
		addRow(new JLabel("of the selected ones"), chosen);
		addRow(new JLabel("part that the others keep"), others);
	}

	private static JSlider slider(final double opacity) {
		final JSlider slider = new JSlider(0, 100, (int) Math.round(100 * opacity));
		slider.setPreferredSize(new Dimension(SLIDER_WIDTH, slider
			.getPreferredSize().height));
		return slider;
	}

	private JButton button(final String text, final Runnable action) {
		final JButton button = new JButton(text);
		button.addActionListener(e -> {
			action.run();
			returnKeys();
		});
		return button;
	}

	/** So that keys work on the picture again. */
	private void returnKeys() {
		window.handle().getViewerPanel().requestFocusInWindow();
	}

	private void addTime() {
		final JLabel label = addField(timeShown(), text -> window.at(Timestamp
			.parse(text, Clock.systemUTC())));
		window.onTime(() -> SwingUtilities.invokeLater(() -> label.setText(
			timeShown())));
	}

	private String timeShown() {
		return "Roots as of (UTC), now " + window.time().orElseThrow();
	}

	/** Text that is taken with the enter key; what is wrong with it is said. */
	private JLabel addField(final String text, final TextAction action) {
		final JLabel label = new JLabel(text);
		final JTextField field = new JTextField(18);
		field.setToolTipText("Press enter");
		field.addActionListener(e -> {
			try {
				action.accept(field.getText());
				window.messages().settle(field);
				returnKeys();
			}
			catch (final IllegalArgumentException wrong) {
				window.messages().say(field, wrong.getMessage());
			}
		});
		addAcross(label);
		addAcross(field);
		return label;
	}

	private void addRow(final JComponent left, final JComponent right) {
		final GridBagConstraints place = place();
		panel.add(left, place);
		place.gridx = 1;
		place.weightx = 1;
		panel.add(right, place);
	}

	private void addAcross(final JComponent component) {
		final GridBagConstraints place = place();
		place.gridwidth = 2;
		panel.add(component, place);
	}

	/** The left of the next row. */
	private GridBagConstraints place() {
		final GridBagConstraints place = new GridBagConstraints();
		place.gridx = 0;
		place.gridy = row++;
		place.anchor = GridBagConstraints.LINE_START;
		place.fill = GridBagConstraints.HORIZONTAL;
		place.insets = new Insets(2, 4, 2, 4);
		return place;
	}

	/** Takes what was typed. */
	private interface TextAction {

		/** @throws IllegalArgumentException if it can't be read */
		void accept(String text);
	}
}
