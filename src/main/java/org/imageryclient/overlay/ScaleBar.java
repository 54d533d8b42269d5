// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.overlay;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * A bar that is as long in a picture as its text says.
 *
 * <pre>
 * ScaleBar bar = ScaleBar.fitting(4.6, 400); // text() "500 nm", pixels() 108.7
 * </pre>
 *
 * The length in pixels may be a fraction: whoever draws it blends its last
 * pixel by the share that it covers.
 *
 * @param nm the length
 * @param nmPerPixel along the bar
 */
public record ScaleBar(double nm, double nmPerPixel) {

	/** Of the picture's width, at most this is the bar. */
	private static final double MOST_SHARE = 0.3;

	private static final double[] ROUND = { 1, 2, 5 };

	/**
	 * @throws IllegalArgumentException unless both are finite and above zero
	 */
	public ScaleBar {
		checkLength("a scale bar", nm);
		checkLength("a pixel", nmPerPixel);
	}

	/**
	 * A bar of 1, 2 or 5 times a power of ten, the longest that takes at most
	 * three tenths of the width.
	 *
	 * @param nmPerPixel along the width
	 * @param width of the picture in pixels
	 * @throws IllegalArgumentException unless both are above zero
	 */
	public static ScaleBar fitting(final double nmPerPixel, final int width) {
		checkLength("a pixel", nmPerPixel);
		final double most = nmPerPixel * width * MOST_SHARE;
		checkLength("a picture", most);
		final int power = (int) Math.floor(Math.log10(most));
		return new ScaleBar(IntStream.rangeClosed(power - 1, power).boxed()
			.flatMapToDouble(p -> DoubleStream.of(ROUND).map(r -> round(r, p))).filter(
				length -> length <= most).max().orElseThrow(), nmPerPixel);
	}

	/** Through decimal text, since 10 to a negative power is no exact double. */
	private static double round(final double factor, final int power) {
		return new BigDecimal(factor).scaleByPowerOfTen(power).doubleValue();
	}

	private static void checkLength(final String what, final double nm) {
		if (!(nm > 0) || Double.isInfinite(nm)) throw new IllegalArgumentException(
			"Expected a length of " + what + " above 0 nm but got " + nm + " nm.");
	}

	/** The length in pixels, perhaps a fraction. */
	public double pixels() {
		return nm / nmPerPixel;
	}

	/**
	 * How much of a column the bar covers: 1, less in the last one, 0 beyond.
	 *
	 * @param column of the picture, counted from the bar's left end
	 */
	public double coverage(final int column) {
		return column < 0 ? 0 : Math.max(0, Math.min(1, pixels() - column));
	}

	/** The length with its unit: {@code "500 nm"}, {@code "2 µm"}, {@code "1 mm"}. */
	public String text() {
		if (nm < 1e3) return number(nm) + " nm";
		return nm < 1e6 ? number(nm / 1e3) + " µm" : number(nm / 1e6) + " mm";
	}

	private static String number(final double value) {
		return new BigDecimal(value).round(new MathContext(9,
			RoundingMode.HALF_EVEN)).stripTrailingZeros().toPlainString();
	}
}
