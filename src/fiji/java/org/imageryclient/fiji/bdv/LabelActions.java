// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.bdv;

import bdv.KeyConfigContexts;
import bdv.KeyConfigScopes;
import bdv.util.BdvHandle;

import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.util.Random;
import java.util.function.Consumer;

import javax.swing.SwingUtilities;

import net.imglib2.RealPoint;

import org.scijava.plugin.Plugin;
import org.scijava.ui.behaviour.ClickBehaviour;
import org.scijava.ui.behaviour.io.InputTriggerConfig;
import org.scijava.ui.behaviour.io.gui.CommandDescriptionProvider;
import org.scijava.ui.behaviour.io.gui.CommandDescriptions;
import org.scijava.ui.behaviour.util.Actions;
import org.scijava.ui.behaviour.util.Behaviours;

/**
 * What keys and the mouse do with labels; the keys are those of MoBIE. Users
 * change them in BigDataViewer's preferences.
 */
final class LabelActions {

	private static final String SELECT = "imageryclient select root";
	private static final String RESHUFFLE = "imageryclient new colours";
	private static final String UNDO = "imageryclient undo colours";
	private static final String CLEAR = "imageryclient clear selection";

	private static final String[] SELECT_KEYS = { "ctrl button1" };
	private static final String[] RESHUFFLE_KEYS = { "ctrl L" };
	private static final String[] UNDO_KEYS = { "ctrl shift L" };
	private static final String[] CLEAR_KEYS = { "ctrl shift N" };

	private LabelActions() {}

	/**
	 * @param onSelected told the root that was clicked at, in the event thread
	 */
	static void install(final BrowseWindow window,
		final Consumer<Long> onSelected)
	{
		final BdvHandle bdv = window.handle();
		final InputTriggerConfig keys = bdv.getKeymapManager()
			.getForwardSelectedKeymap().getConfig();
		final Actions actions = new Actions(keys, KeyConfigContexts.BIGDATAVIEWER);
		final LabelStyle style = window.style();
		actions.runnableAction(() -> style.reshuffle(new Random()), RESHUFFLE,
			RESHUFFLE_KEYS);
		actions.runnableAction(style::undoReshuffle, UNDO, UNDO_KEYS);
		actions.runnableAction(style::clearSelection, CLEAR, CLEAR_KEYS);
		actions.install(bdv.getKeybindings(), "imageryclient");
		final Behaviours behaviours = new Behaviours(keys,
			KeyConfigContexts.BIGDATAVIEWER);
		behaviours.behaviour((ClickBehaviour) (x, y) -> select(window, x, y,
			onSelected), SELECT, SELECT_KEYS);
		behaviours.install(bdv.getTriggerbindings(), "imageryclient");
		bdv.getKeymapManager().getForwardSelectedKeymap().updateListeners().add(
			() -> {
				actions.updateKeyConfig(keys);
				behaviours.updateKeyConfig(keys);
			});
	}

	/** The chunk may have to be fetched, so another thread looks. */
	private static void select(final BrowseWindow window, final int x,
		final int y, final Consumer<Long> onSelected)
	{
		final RealPoint place = new RealPoint(3);
		window.handle().getViewerPanel().displayToGlobalCoordinates(x, y, place);
		final double[] nm = place.positionAsDoubleArray();
		window.later("click", () -> {
			final long root = Segmentation.topmost(window.segmentations(),
				layer -> layer.rootAt(nm, window.levelOnScreen(layer)));
			SwingUtilities.invokeLater(() -> {
				window.style().toggle(root);
				onSelected.accept(root);
			});
		});
	}

	/** Puts an id on the clipboard, in decimal. */
	static void copy(final long root) {
		Toolkit.getDefaultToolkit().getSystemClipboard().setContents(
			new StringSelection(text(root)), null);
	}

	/** An id in decimal, unsigned. */
	static String text(final long root) {
		return Long.toUnsignedString(root);
	}

	/** Lists the keys in BigDataViewer's preferences. */
	@Plugin(type = CommandDescriptionProvider.class)
	public static class Descriptions extends CommandDescriptionProvider {

		public Descriptions() {
			super(KeyConfigScopes.BIGDATAVIEWER, KeyConfigContexts.BIGDATAVIEWER);
		}

		@Override
		public void getCommandDescriptions(final CommandDescriptions all) {
			all.add(SELECT, SELECT_KEYS,
				"Select the root under the mouse, or no longer select it.");
			all.add(RESHUFFLE, RESHUFFLE_KEYS, "Give all roots other colours.");
			all.add(UNDO, UNDO_KEYS, "Go back to the colours before.");
			all.add(CLEAR, CLEAR_KEYS, "Select nothing.");
		}
	}
}
