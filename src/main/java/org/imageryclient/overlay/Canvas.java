// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.overlay;

/** One picture while masks are laid over each other. */
final class Canvas {

	private final int width;
	private final int height;
	private final Settings settings;
	private final int[] argb;
	/** All masks together, for an outline around all. */
	private final Shape union;

	Canvas(final int width, final int height, final Settings settings) {
		this.width = width;
		this.height = height;
		this.settings = settings;
		union = new Shape(new Rectangle(0, 0, width, height));
		argb = new int[union.length()];
	}

	/**
	 * @param mask not 0 where it is, the size of the picture
	 * @param bounds beyond which the mask is 0
	 * @param color {@code 0xAARRGGBB}
	 */
	void draw(final byte[] mask, final Rectangle bounds, final int color) {
		final int margin = settings.outline().map(o -> Math.max(1, o.width()))
			.orElse(0);
		final Shape shape = Shape.of(mask, width, bounds.grownWithin(margin, width,
			height));
		final Shape drawn = settings.outline().map(o -> o.of(shape)).orElse(shape);
		final int above = withAlpha(color);
		for (int i = 0; i < shape.length(); i++) {
			final int pixel = shape.frame().indexInPicture(i, width);
			if (shape.isAt(i)) union.add(pixel);
			if (drawn.isAt(i) && (settings.overlap() || argb[pixel] >>> 24 == 0))
				argb[pixel] = Blend.over(argb[pixel], above);
		}
	}

	/** Truncated, as in the reference: 0.3 is 76 of 255. */
	private int withAlpha(final int color) {
		final int alpha = (int) (settings.alpha() * 255);
		return alpha * (color >>> 24) / 255 << 24 | color & 0xffffff;
	}

	/** The pixels; this canvas must not be drawn on any more. */
	int[] finish() {
		settings.outline().filter(Outline::merged).ifPresent(outline -> {
			final Shape line = outline.of(union);
			for (int i = 0; i < argb.length; i++)
				if (!line.isAt(i)) argb[i] &= 0xffffff;
		});
		return argb;
	}
}
