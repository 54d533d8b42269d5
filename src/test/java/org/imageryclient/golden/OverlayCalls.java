// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.golden;

import com.google.gson.JsonElement;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.imageryclient.color.ColorScheme;
import org.imageryclient.color.Palette;
import org.imageryclient.cutout.PairedCutout;
import org.imageryclient.overlay.ImageRow;
import org.imageryclient.overlay.Outline;
import org.imageryclient.overlay.Overlay;

/** Overlays and their colours: Python's arguments in, pictures out. */
final class OverlayCalls {

	private OverlayCalls() {}

	/** A row of red, green and blue for each colour. */
	static CallResult colors(final GoldenClient client,
		final PythonArguments args, final Path folder)
	{
		final int n = args.integer("n").orElseThrow(() -> new CaseProblem(
			"Expected the argument n."));
		final double[][] colors = palette(args).colors(n);
		final double[] byChannel = new double[3 * n];
		for (int i = 0; i < byChannel.length; i++)
			byChannel[i] = colors[i % n][i / n];
		return CallResult.array(NumberArray.real(new int[] { n, 3 }, byChannel));
	}

	/** One picture of a cutout of one slice, else one a slice, or a row. */
	static CallResult composite(final GoldenClient client,
		final PythonArguments args, final Path folder)
	{
		final PythonArguments cutout = args.nested("image_and_segmentation_cutout",
			args.object("cutout").orElseThrow(() -> new CaseProblem(
				"Expected the argument cutout.")));
		cutout.ignore("split_segmentations");
		final PairedCutout pair = CutoutCalls.pair(client, cutout);
		final Overlay plain = drawn(masks(pair, args), args);
		final Overlay overlay = args.flag("no_imagery", false) ? plain : plain.over(
			pair.image());
		if (args.has("stack")) return CallResult.array(numbers(ImageRow.of(overlay
			.pictures(), args.text("stack").orElseThrow(), args.integer("spacing")
				.orElse(10))));
		if (pair.image().size().get(2) == 1) return CallResult.array(numbers(overlay
			.picture(0)));
		final Map<String, NumberArray> frames = new LinkedHashMap<>();
		for (int i = 0; i < overlay.count(); i++)
			frames.put(String.format("frame_%03d", i), numbers(overlay.picture(i)));
		return new CallResult.Arrays(frames);
	}

	private static Overlay masks(final PairedCutout pair,
		final PythonArguments args)
	{
		final String form = args.text("segs_as").orElse("dict");
		return switch (form) {
			case "dict" -> Overlay.of(pair.masks());
			case "list" -> Overlay.of(pair.masks().stream().toList());
			case "labels" -> Overlay.of(pair.segmentation());
			default -> throw new CaseProblem("The runner knows no segs_as " + form +
				".");
		};
	}

	private static Overlay drawn(final Overlay masks,
		final PythonArguments args)
	{
		final Overlay colored = args.value("colors").map(OverlayCalls::colors).map(
			masks::colorShares).orElseGet(() -> masks.colors(ColorScheme.of(palette(
				args))));
		final Overlay settled = colored.alpha(number(args, "alpha", 0.2)).overlap(
			args.flag("overlap", true)).acrossAxis(args.integer("dim").orElse(2));
		final Outline outline = new Outline(args.text("side").orElse("out").equals(
			"in") ? Outline.Side.IN : Outline.Side.OUT, args.integer("width").orElse(
				10), args.flag("merge_outline", true));
		return args.flag("outline", false) ? settled.outline(outline) : settled;
	}

	private static Palette palette(final PythonArguments args) {
		return Palette.of(args.text("palette").orElse("husl"), number(args, "h",
			0.01), number(args, "s", 1), number(args, "l", 0.65));
	}

	private static List<double[]> colors(final JsonElement list) {
		final List<double[]> colors = new ArrayList<>();
		list.getAsJsonArray().forEach(color -> colors.add(PythonArguments.numbers(
			color)));
		return colors;
	}

	private static double number(final PythonArguments args, final String name,
		final double otherwise)
	{
		return args.value(name).map(JsonElement::getAsDouble).orElse(otherwise);
	}

	/** A picture in colour, with or without alpha. */
	static NumberArray numbers(final org.imageryclient.picture.Picture picture) {
		if (picture instanceof org.imageryclient.picture.Picture.Rgba rgba)
			return numbers(rgba.width(), rgba.height(), rgba.samples(), 16, 8, 0, 24);
		final org.imageryclient.picture.Picture.Rgb rgb =
			(org.imageryclient.picture.Picture.Rgb) picture;
		return numbers(rgb.width(), rgb.height(), rgb.samples(), 16, 8, 0);
	}

	/**
	 * As arrays of row, column and channel.
	 *
	 * @param shifts where in a sample the channels are
	 */
	private static NumberArray numbers(final int width, final int height,
		final int[] samples, final int... shifts)
	{
		final long[] values = new long[samples.length * shifts.length];
		int i = 0;
		for (final int shift : shifts)
			for (int x = 0; x < width; x++)
				for (int y = 0; y < height; y++)
					values[i++] = samples[y * width + x] >>> shift & 0xff;
		return NumberArray.signed(new int[] { height, width, shifts.length },
			values);
	}
}
