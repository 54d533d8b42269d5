// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.color;

import java.util.Locale;

/**
 * Hues at equal distances on the circle.
 *
 * @param hue of the first, as a share of the circle
 * @param saturation of all, 0 to 1
 * @param lightness of all, 0 to 1
 * @throws IllegalArgumentException if one is outside of that
 */
record HueCircle(HueSpace space, double hue, double saturation,
	double lightness) implements Palette
{

	private static final double USUAL_HUE = 0.01;
	private static final double USUAL_SATURATION = 1;
	private static final double USUAL_LIGHTNESS = 0.65;

	HueCircle {
		if (!Double.isFinite(hue)) throw new IllegalArgumentException(
			"Expected a hue as a share of the circle but got " + hue + ".");
		checkShare("saturation", saturation);
		checkShare("lightness", lightness);
	}

	/** With the numbers of the reference. */
	static Palette usual(final HueSpace space) {
		return new HueCircle(space, USUAL_HUE, USUAL_SATURATION, USUAL_LIGHTNESS);
	}

	private static void checkShare(final String what, final double share) {
		if (!(share >= 0 && share <= 1)) throw new IllegalArgumentException(
			"Expected a " + what + " from 0 to 1 but got " + share + ".");
	}

	@Override
	public double[][] colors(final int count) {
		final double step = 1.0 / count;
		final double[][] colors = new double[count][];
		for (int i = 0; i < count; i++) {
			final double turns = i * step + hue;
			colors[i] = space.toRgb(turns - Math.floor(turns), saturation, lightness);
		}
		return colors;
	}

	@Override
	public String toString() {
		final String name = space.name().toLowerCase(Locale.ROOT);
		return equals(usual(space)) ? name : name + " " + hue + " " + saturation +
			" " + lightness;
	}
}
