// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.service;

import java.util.Optional;

import org.imageryclient.color.ColorScheme;
import org.imageryclient.cutout.Cutout;
import org.imageryclient.link.NeuroglancerState;
import org.imageryclient.overlay.Figure;

/** What a Neuroglancer would have to show to show the same as a display. */
public final class ShownState {

	private ShownState() {}

	/**
	 * The state of a cutout, or of the cutout of a figure, then in the figure's
	 * colours; nothing for anything else.
	 *
	 * @param colors in which it is shown
	 */
	public static Optional<NeuroglancerState> of(final Object shown,
		final ColorScheme colors)
	{
		if (shown instanceof Cutout cutout) return Optional.of(NeuroglancerState.of(
			cutout, colors));
		return shown instanceof Figure figure ? figure.cutout().map(
			cutout -> NeuroglancerState.of(cutout, figure.legend().scheme(colors)))
			: Optional.empty();
	}
}
