// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.command;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.imageryclient.cutout.Cutout;
import org.imageryclient.cutout.ImageCutout;
import org.imageryclient.cutout.PairedCutout;
import org.imageryclient.cutout.SegmentationCutout;
import org.imageryclient.export.SaveOptions;
import org.imageryclient.overlay.Figure;
import org.imageryclient.overlay.LegendPlace;
import org.imageryclient.overlay.Outline;
import org.imageryclient.overlay.Overlay;

/**
 * How a figure is drawn, as the fields of a dialog or the keys of a macro say
 * it. Making one checks them all.
 *
 * @param alpha opacity of segments, 0 to 1
 * @param outline {@code none}, {@code inside} or {@code outside}; blank for none
 * @param width of outlines in pixels
 * @param merge whether touching segments have one outline
 * @param overlap whether segments are drawn over each other
 * @param scalebar {@code auto}, {@code none} or a length, {@code 500 nm}; blank
 *          for auto
 * @param legend {@code none}, {@code picture}, {@code file} or {@code both};
 *          blank for file
 * @throws IllegalArgumentException if a field can't be read; names it
 */
record FigureFields(double alpha, String outline, int width, boolean merge,
	boolean overlap, String scalebar, String legend)
{

	private static final Pattern LENGTH = Pattern.compile(
		"(\\d+(?:\\.\\d+)?)\\s*(nm|um|µm|μm|mm)?");

	FigureFields {
		if (!(alpha >= 0 && alpha <= 1)) throw WrongField.of("alpha",
			"an opacity from 0 to 1", Double.toString(alpha));
		if (width < 0) throw WrongField.of("width", "0 pixels or more", Integer
			.toString(width));
		outline(outline, width, merge);
		barNm(scalebar);
		place(legend);
	}

	/**
	 * The figure of a cutout.
	 *
	 * @param options with its colours, its axis and the range of its imagery
	 */
	Figure figure(final Cutout cutout, final SaveOptions options) {
		final Overlay plain = overlay(cutout, options).colors(options.colors())
			.alpha(alpha).overlap(overlap).acrossAxis(options.sliceAxis());
		final Figure figure = Figure.of(outline(outline, width, merge).map(
			plain::outline).orElse(plain), cutout).withLegend(place(legend));
		if (isNone(scalebar)) return figure.withoutScaleBar();
		final OptionalDouble nm = barNm(scalebar);
		return nm.isPresent() ? figure.withScaleBar(nm.getAsDouble()) : figure;
	}

	private static Overlay overlay(final Cutout cutout,
		final SaveOptions options)
	{
		if (cutout instanceof SegmentationCutout labels) return Overlay.of(labels);
		final ImageCutout<?> image = cutout instanceof PairedCutout pair ? pair
			.image() : (ImageCutout<?>) cutout;
		final Overlay overlay = cutout instanceof PairedCutout pair ? Overlay.of(
			pair) : Overlay.of(image);
		return options.range().map(range -> overlay.over(image, range)).orElse(
			overlay);
	}

	private static Optional<Outline> outline(final String text, final int width,
		final boolean merge)
	{
		return switch (word(text)) {
			case "", "none" -> Optional.empty();
			case "inside" -> Optional.of(Outline.inside(width).merged(merge));
			case "outside" -> Optional.of(Outline.outside(width).merged(merge));
			default -> throw WrongField.of("outline", "none, inside or outside", text);
		};
	}

	private static boolean isNone(final String text) {
		return word(text).equals("none");
	}

	/** Nothing for {@code auto} and {@code none}. */
	private static OptionalDouble barNm(final String text) {
		final String word = word(text);
		if (word.isEmpty() || word.equals("auto") || isNone(text))
			return OptionalDouble.empty();
		final Matcher length = LENGTH.matcher(word);
		if (!length.matches() || Double.parseDouble(length.group(1)) == 0)
			throw WrongField.of("scalebar",
				"auto, none or a length such as \"500 nm\" or \"1 um\"", text);
		final double nm = switch (Optional.ofNullable(length.group(2)).orElse(
			"nm")) {
			case "nm" -> 1;
			case "mm" -> 1e6;
			default -> 1e3;
		};
		return OptionalDouble.of(Double.parseDouble(length.group(1)) * nm);
	}

	private static LegendPlace place(final String text) {
		if (text.isBlank()) return LegendPlace.FILE;
		return Arrays.stream(LegendPlace.values()).filter(place -> place.name()
			.equalsIgnoreCase(text.trim())).findFirst().orElseThrow(
				() -> WrongField.of("legend", "none, picture, file or both", text));
	}

	private static String word(final String text) {
		return text.trim().toLowerCase(Locale.ROOT);
	}
}
