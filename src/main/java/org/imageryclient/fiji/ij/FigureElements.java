// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.ij;

import ij.gui.Overlay;
import ij.gui.Roi;
import ij.gui.TextRoi;

import java.awt.Color;
import java.awt.Font;
import java.awt.Rectangle;
import java.util.List;

import org.imageryclient.overlay.Figure;
import org.imageryclient.overlay.Layer;
import org.imageryclient.overlay.Legend;
import org.imageryclient.overlay.ScaleBar;
import org.imageryclient.picture.Picture;

/**
 * The parts of a figure as elements of ImageJ's overlays, which people can
 * select, change, hide and delete: what is drawn of each root as a ROI of the
 * name of its id, the scale bar and its text, the legend.
 */
final class FigureElements {

	/**
	 * As ImageJ's own command calls them: Analyze ▸ Tools ▸ Scale Bar… replaces
	 * elements of this name.
	 */
	static final String SCALE_BAR = "|SB|";

	static final String LEGEND = "legend ";

	private static final Color PLATE = new Color(0, 0, 0, 110);
	private static final Color INK = new Color(40, 40, 40);

	private final Figure figure;
	private final FigureLayout layout;

	FigureElements(final Figure figure, final FigureLayout layout) {
		this.figure = figure;
		this.layout = layout;
	}

	/** All of all slices, with their positions in a stack. */
	Overlay all() {
		final Overlay all = new Overlay();
		for (int slice = 0; slice < figure.count(); slice++)
			for (final Layer layer : figure.overlay().layers(slice)) {
				final Roi segment = segment(layer);
				LabelOverlay.place(segment, slice, figure.count(), figure.overlay()
					.isGray() ? 1 : 3);
				all.add(segment);
			}
		figure.scaleBar().ifPresent(bar -> {
			addPlateAndText(bar, all);
			all.add(bar(bar));
		});
		addLegend(all);
		return all;
	}

	/** Those that flat pictures are drawn with: all but segments and bar. */
	Overlay annotations() {
		final Overlay annotations = new Overlay();
		figure.scaleBar().ifPresent(bar -> addPlateAndText(bar, annotations));
		addLegend(annotations);
		return annotations;
	}

	private Roi segment(final Layer layer) {
		final Picture.Mask shape = layer.shape();
		final Roi roi = MaskRoi.of(shape.samples(), new Rectangle(layer.left(),
			layer.top(), shape.width(), shape.height()));
		roi.setFillColor(new Color(shape.argb(), true));
		roi.setName(Long.toUnsignedString(layer.id()));
		return roi;
	}

	/** As long as its text says, to a fraction of a pixel. */
	private Roi bar(final ScaleBar bar) {
		final Rectangle place = layout.bar(bar);
		final Roi roi = new Roi(place.x, place.y, bar.pixels(), place.height);
		roi.setFillColor(Color.WHITE);
		roi.setName(SCALE_BAR);
		return roi;
	}

	private void addPlateAndText(final ScaleBar bar, final Overlay overlay) {
		final Roi plate = new Roi(layout.plate(bar));
		plate.setCornerDiameter(layout.font().getSize() / 2);
		plate.setFillColor(PLATE);
		plate.setName(SCALE_BAR);
		overlay.add(plate);
		overlay.add(text(bar.text(), layout.barText(bar), layout.font(),
			Color.WHITE, SCALE_BAR));
	}

	private void addLegend(final Overlay overlay) {
		if (layout.panelWidth() == 0) return;
		final List<Legend.Entry> entries = figure.legend().entries();
		for (int i = 0; i < entries.size(); i++) {
			final Legend.Entry entry = entries.get(i);
			final Roi box = new Roi(layout.legendBox(i));
			box.setFillColor(new Color(entry.argb(), true));
			box.setName(LEGEND + entry.text());
			overlay.add(box);
			overlay.add(text(entry.text(), layout.legendText(i), layout.legendFont(),
				INK, LEGEND + entry.text()));
		}
	}

	private static Roi text(final String text, final Rectangle place,
		final Font font, final Color color, final String name)
	{
		final TextRoi roi = new TextRoi((double) place.x, (double) place.y, text,
			font);
		roi.setAntialiased(true);
		roi.setStrokeColor(color);
		roi.setName(name);
		return roi;
	}
}
