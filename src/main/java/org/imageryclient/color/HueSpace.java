// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.color;

import java.util.Arrays;
import java.util.Optional;

/** How hue, saturation and lightness make a colour. */
enum HueSpace {

		HUSL {

			/** The reference scales hues to 359 and the others to 99. */
			@Override
			double[] toRgb(final double hue, final double saturation,
				final double lightness)
		{
				return Husl.toRgb(hue * 359, saturation * 99, lightness * 99);
			}
		},
		HLS
		{

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

	static Optional<HueSpace> of(final String name) {
		return Arrays.stream(values()).filter(s -> s.name().equalsIgnoreCase(name))
			.findFirst();
	}
}
