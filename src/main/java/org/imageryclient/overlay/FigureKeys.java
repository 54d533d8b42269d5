// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.overlay;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A figure in the words of macros. */
record FigureKeys(Figure figure) {

	private static final String AXES = "xyz";

	/** Those that don't have their defaults. */
	Map<String, String> all() {
		final Map<String, String> keys = new LinkedHashMap<>();
		final Settings settings = figure.overlay().settings();
		if (settings.alpha() != Figure.USUAL_ALPHA) keys.put("alpha", Double
			.toString(settings.alpha()));
		settings.outline().ifPresent(outline -> put(outline, keys));
		if (!settings.overlap()) keys.put("overlap", "false");
		if (settings.axis() != 2) keys.put("axis", AXES.substring(settings.axis(),
			settings.axis() + 1));
		settings.range().ifPresent(range -> keys.put("range", range.min() + "," +
			range.max()));
		final Optional<ScaleBar> usual = Optional.of(ScaleBar.fitting(figure
			.nmPerPixel(), figure.overlay().width()));
		if (!figure.scaleBar().equals(usual)) keys.put("scalebar", figure.scaleBar()
			.map(ScaleBar::text).orElse("none"));
		if (figure.legendPlace() != LegendPlace.FILE) keys.put("legend", figure
			.legendPlace().name().toLowerCase(Locale.ROOT));
		return keys;
	}

	private static void put(final Outline outline,
		final Map<String, String> keys)
	{
		keys.put("outline", outline.side() == Outline.Side.IN ? "inside"
			: "outside");
		if (outline.width() != Figure.USUAL_WIDTH) keys.put("width", Integer
			.toString(outline.width()));
		if (!outline.merged()) keys.put("merge", "false");
	}
}
