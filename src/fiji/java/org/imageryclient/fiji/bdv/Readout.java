// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.bdv;

import bdv.ui.UIUtils;
import bdv.ui.UIUtils.TextPosition;
import bdv.viewer.OverlayRenderer;

import java.awt.Graphics;
import java.util.List;

import net.imglib2.RealPoint;

/**
 * What is under the mouse, below BigDataViewer's own position in nm: the voxel,
 * as people note it, and the root. Never waits: a root that is not known yet is
 * not shown.
 */
final class Readout implements OverlayRenderer {

	/** Below the time point and the position. */
	private static final int FIRST_LINE = 2;

	private final BrowseWindow window;

	Readout(final BrowseWindow window) {
		this.window = window;
	}

	@Override
	public void drawOverlays(final Graphics g) {
		final List<String> lines = lines();
		for (int i = 0; i < lines.size(); i++)
			UIUtils.drawString(g, TextPosition.TOP_RIGHT, FIRST_LINE + i, lines.get(
				i));
	}

	/** In the event thread. */
	List<String> lines() {
		final RealPoint place = new RealPoint(3);
		window.handle().getViewerPanel().getGlobalMouseCoordinates(place);
		final double[] nm = place.positionAsDoubleArray();
		final String voxel = "voxel " + PositionText.voxels(nm, window.voxels());
		final long root = Segmentation.topmost(window.segmentations(),
			layer -> layer.rootOnScreen(nm, window.levelOnScreen(layer)));
		return root == 0 ? List.of(voxel) : List.of(voxel, "root " + Long
			.toUnsignedString(root));
	}
}
