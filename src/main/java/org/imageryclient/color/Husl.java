// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.color;

import java.util.Arrays;

/**
 * The colour space HUSL 2.1, now called HSLuv: CIE LCh(uv) with chroma as a
 * share of the most that the screen can show. Constants and rounding are those
 * of that version, since later ones give other colours. Source: husl.py 2.1.0
 * in seaborn 0.13; hsluv.org.
 */
final class Husl {

	/** CIE XYZ to linear sRGB, a row each for red, green, blue. */
	private static final double[][] TO_LINEAR = { { 3.2406, -1.5372, -0.4986 }, {
		-0.9689, 1.8758, 0.0415 }, { 0.0557, -0.2040, 1.0570 } };

	/** u' and v' of the white of daylight, D65. */
	private static final double WHITE_U = 0.19784;
	private static final double WHITE_V = 0.46834;

	private static final double EPSILON = 0.008856;
	private static final double KAPPA = 903.3;

	private Husl() {}

	/**
	 * @param hue 0 to 360
	 * @param saturation 0 to 100
	 * @param lightness 0 to 100
	 * @return red, green, blue, 0 to 1
	 */
	static double[] toRgb(final double hue, final double saturation,
		final double lightness)
	{
		if (lightness < 1e-8) return new double[3];
		final double angle = Math.toRadians(hue);
		final double chroma = mostChroma(lightness, angle) / 100 * saturation;
		final double[] xyz = xyz(lightness, Math.cos(angle) * chroma, Math.sin(
			angle) * chroma);
		return Arrays.stream(TO_LINEAR).mapToDouble(row -> gamma(row[0] * xyz[0] +
			row[1] * xyz[1] + row[2] * xyz[2])).toArray();
	}

	/**
	 * Where a ray from grey leaves the colours of the screen: at the nearest of
	 * the six faces on which red, green or blue is 0 or 1.
	 */
	private static double mostChroma(final double lightness, final double angle) {
		final double cube = Math.pow(lightness + 16, 3) / 1560896;
		final double y = cube > EPSILON ? cube : lightness / KAPPA;
		final double sin = Math.sin(angle);
		final double cos = Math.cos(angle);
		double least = Double.POSITIVE_INFINITY;
		for (final double[] row : TO_LINEAR) {
			final double top = (0.99915 * row[0] + 1.05122 * row[1] + 1.14460 *
				row[2]) * y;
			final double bottom = ((0.86330 * row[2] - 0.17266 * row[1]) * sin +
				(0.12949 * row[2] - 0.38848 * row[0]) * cos) * y;
			for (int face = 0; face < 2; face++) {
				final double chroma = lightness * (top - 1.05122 * face) / (bottom +
					0.17266 * sin * face);
				if (chroma > 0 && chroma < least) least = chroma;
			}
		}
		return least;
	}

	private static double[] xyz(final double lightness, final double u,
		final double v)
	{
		final double root = (lightness + 16) / 116;
		final double cube = Math.pow(root, 3);
		final double y = cube > EPSILON ? cube : (116 * root - 16) / KAPPA;
		final double uPrime = u / (13 * lightness) + WHITE_U;
		final double vPrime = v / (13 * lightness) + WHITE_V;
		final double x = 0 - 9 * y * uPrime / ((uPrime - 4) * vPrime - uPrime *
			vPrime);
		final double z = (9 * y - 15 * vPrime * y - vPrime * x) / (3 * vPrime);
		return new double[] { x, y, z };
	}

	/** Linear light to a share of sRGB. */
	private static double gamma(final double linear) {
		final double share = linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math
			.pow(linear, 1 / 2.4) - 0.055;
		return Math.max(0, Math.min(1, share));
	}
}
