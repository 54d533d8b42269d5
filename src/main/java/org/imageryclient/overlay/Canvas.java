// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.overlay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.imageryclient.picture.Picture;

/** One picture while masks are laid over each other. */
final class Canvas {

	private final int width;
	private final Settings settings;
	private final List<Drawn> drawn = new ArrayList<>();
	/** All masks together, for an outline around all. */
	private final Shape union;
	private final boolean[] isCovered;

	Canvas(final int width, final int height, final Settings settings) {
		this.width = width;
		this.settings = settings;
		union = new Shape(new Rectangle(0, 0, width, height));
		isCovered = new boolean[union.length()];
	}

	/** How much larger than a mask the frame of its shape must be. */
	static int margin(final Settings settings) {
		return settings.outline().map(o -> Math.max(1, o.width())).orElse(0);
	}

	/**
	 * @param shape of the mask, in a frame with a {@link #margin}
	 * @param color {@code 0xAARRGGBB}
	 */
	void draw(final long id, final Shape shape, final int color) {
		final Shape line = settings.outline().map(o -> o.of(shape)).orElse(shape);
		final int argb = withAlpha(color);
		for (int i = 0; i < shape.length(); i++) {
			final int pixel = shape.frame().indexInPicture(i, width);
			if (shape.isAt(i)) union.add(pixel);
			if (!line.isAt(i)) continue;
			if (isCovered[pixel] && !settings.overlap()) line.remove(i);
			else isCovered[pixel] |= argb >>> 24 != 0;
		}
		drawn.add(new Drawn(id, line, argb));
	}

	/** Truncated, as in the reference: 0.3 is 76 of 255. */
	private int withAlpha(final int color) {
		final int alpha = (int) (settings.alpha() * 255);
		return alpha * (color >>> 24) / 255 << 24 | color & 0xffffff;
	}

	/**
	 * All that was drawn, {@code 0xAARRGGBB}. Where an outline around all masks
	 * leaves a line out, its colour stays with alpha 0, as in the reference.
	 */
	int[] pixels() {
		final int[] argb = new int[isCovered.length];
		for (final Drawn mask : drawn)
			for (int i = 0; i < mask.shape.length(); i++) {
				final int pixel = mask.shape.frame().indexInPicture(i, width);
				if (mask.shape.isAt(i)) argb[pixel] = Blend.over(argb[pixel],
					mask.argb);
			}
		lineAroundAll().ifPresent(line -> {
			for (int i = 0; i < argb.length; i++)
				if (!line.isAt(i)) argb[i] &= 0xffffff;
		});
		return argb;
	}

	/** What is seen of each mask; this canvas must not be drawn on any more. */
	List<Layer> layers() {
		lineAroundAll().ifPresent(line -> drawn.forEach(mask -> mask.keep(line,
			width)));
		return drawn.stream().filter(mask -> !mask.shape.isEmpty()).map(
			Drawn::layer).toList();
	}

	private Optional<Shape> lineAroundAll() {
		return settings.outline().filter(Outline::merged).map(outline -> outline.of(
			union));
	}

	/** What was drawn of one mask. */
	private record Drawn(long id, Shape shape, int argb) {

	/** Takes away what is not also in a shape as large as the picture. */
	void keep(final Shape other, final int pictureWidth) {
		for (int i = 0; i < shape.length(); i++)
			if (!other.isAt(shape.frame().indexInPicture(i, pictureWidth))) shape
				.remove(i);
	}

	Layer layer() {
		final Rectangle frame = shape.frame();
		return new Layer(id, frame.left(), frame.top(), new Picture.Mask(frame
			.width(), frame.height(), shape.toSamples(), argb));
	}}
}
