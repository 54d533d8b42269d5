// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.ij;

import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;

import org.imageryclient.overlay.Figure;
import org.imageryclient.overlay.Legend;
import org.imageryclient.overlay.ScaleBar;

/**
 * Where scale bar and legend of a figure are, in pixels. Sizes follow the width
 * of the picture, so that they look alike when figures of different sizes are
 * printed equally wide.
 */
final class FigureLayout {

	private static final int LEAST_FONT = 11;
	private static final int MOST_FONT = 64;
	/** Widths of letters that make up the width of a picture. */
	private static final int FONTS_IN_WIDTH = 32;

	private final Figure figure;
	private final Font font;
	private final FontMetrics barText;
	private final FontMetrics legendText;

	FigureLayout(final Figure figure) {
		this.figure = figure;
		final int size = Math.max(LEAST_FONT, Math.min(MOST_FONT, Math.round(
			(float) figure.overlay().width() / FONTS_IN_WIDTH)));
		font = new Font(Font.SANS_SERIF, Font.PLAIN, size);
		final Graphics2D canvas = new BufferedImage(1, 1,
			BufferedImage.TYPE_INT_RGB).createGraphics();
		barText = canvas.getFontMetrics(font);
		legendText = canvas.getFontMetrics(legendFont());
		canvas.dispose();
	}

	Font font() {
		return font;
	}

	Font legendFont() {
		return font.deriveFont(font.getSize() * 0.75f);
	}

	/** A unit that distances are multiples of. */
	private int gap() {
		return Math.max(3, font.getSize() / 3);
	}

	/** The dark plate below bar and text, at the lower right of the picture. */
	Rectangle plate(final ScaleBar bar) {
		final int width = Math.max((int) Math.ceil(bar.pixels()), barText
			.stringWidth(bar.text())) + 4 * gap();
		final int height = barText.getHeight() + barHeight() + 2 * gap();
		return new Rectangle(Math.max(0, figure.overlay().width() - width - gap()),
			Math.max(0, figure.overlay().height() - height - gap()), width, height);
	}

	/** The bar, whose width is cut to whole pixels. Its left is on a pixel. */
	Rectangle bar(final ScaleBar bar) {
		final Rectangle plate = plate(bar);
		final int length = (int) Math.ceil(bar.pixels());
		return new Rectangle(plate.x + (plate.width - length) / 2, plate.y +
			plate.height - barHeight() - gap(), (int) bar.pixels(), barHeight());
	}

	private int barHeight() {
		return Math.max(3, font.getSize() / 4);
	}

	/** The upper left of the text, which is centred over the bar. */
	Rectangle barText(final ScaleBar bar) {
		final Rectangle plate = plate(bar);
		final int width = barText.stringWidth(bar.text());
		return new Rectangle(plate.x + (plate.width - width) / 2, plate.y + gap() /
			2, width, barText.getHeight());
	}

	/** Columns that the panel with the legend adds at the right. */
	int panelWidth() {
		if (!figure.legendPlace().isInPicture() || entries() == 0) return 0;
		final int columns = (entries() + rows() - 1) / rows();
		return 2 * gap() + columns * columnWidth();
	}

	/** The box of the colour of an entry. */
	Rectangle legendBox(final int entry) {
		final int side = legendText.getAscent();
		return new Rectangle(figure.overlay().width() + 2 * gap() + entry / rows() *
			columnWidth(), gap() + entry % rows() * rowHeight() + (rowHeight() -
				side) / 2, side, side);
	}

	/** The upper left of the id of an entry. */
	Rectangle legendText(final int entry) {
		final Rectangle box = legendBox(entry);
		return new Rectangle(box.x + box.width + gap(), gap() + entry % rows() *
			rowHeight() + (rowHeight() - legendText.getHeight()) / 2, longestId(),
			legendText.getHeight());
	}

	private int entries() {
		return figure.legend().entries().size();
	}

	private int rows() {
		return Math.max(1, (figure.overlay().height() - 2 * gap()) / rowHeight());
	}

	private int rowHeight() {
		return legendText.getHeight() + gap() / 2;
	}

	private int columnWidth() {
		return legendText.getAscent() + longestId() + 3 * gap();
	}

	private int longestId() {
		return figure.legend().entries().stream().map(Legend.Entry::text).mapToInt(
			legendText::stringWidth).max().orElse(0);
	}
}
