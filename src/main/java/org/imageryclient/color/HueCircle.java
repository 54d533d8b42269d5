// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.color;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Hues at equal distances on the circle.
 *
 * @param hue of the first
 */
record HueCircle(HueCircle.Space space,double hue,double saturation,double lightness)implements Palette{

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
	static Palette usual(final Space space) {
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

	/** How hue, saturation and lightness make a colour. */
	enum Space {
			HUSL {

				/** The reference scales hues to 359 and the others to 99. */
				@Override
				double[] toRgb(final double hue, final double saturation,
					final double lightness)
				{
					return Husl.toRgb(hue * 359, saturation * 99, lightness * 99);
				}
			},
			HLS {

				@Override
				double[] toRgb(final double hue, final double saturation,
					final double lightness)
				{
					final double high = lightness <= 0.5 ? lightness * (1 + saturation)
						: lightness + saturation - lightness * saturation;
					final double low = 2 * lightness - high;
					return new double[] { between(low, high, hue + 1.0 / 3), between(low,
						high, hue), between(low, high, hue - 1.0 / 3) };
				}

				private double between(final double low, final double high,
					final double angle)
				{
					final double hue = angle - Math.floor(angle);
					if (hue < 1.0 / 6) return low + (high - low) * hue * 6;
					if (hue < 0.5) return high;
					return hue < 2.0 / 3 ? low + (high - low) * (2.0 / 3 - hue) * 6 : low;
				}
			};

		abstract double[] toRgb(double hue, double saturation, double lightness);

		static Optional<Space> of(final String name) {
			return Arrays.stream(values()).filter(s -> s.name().equalsIgnoreCase(
				name)).findFirst();
		}
	}}
