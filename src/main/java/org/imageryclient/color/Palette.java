// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.color;

/**
 * Colours that are told apart easily, one after the other.
 *
 * <pre>
 * Palette.of("tab10").colors(12); // the first two come twice
 * Palette.husl(0.01, 1, 0.65).colors(5); // as many hues as needed
 * </pre>
 *
 * Source: {@code discrete_colors} of ImageryClient ({@code composite.py}),
 * which takes the palettes of seaborn 0.13.
 */
public interface Palette {

	/**
	 * The first colours: red, green and blue from 0 to 1 each.
	 *
	 * @param count how many; palettes of a fixed number begin again after it
	 * @return {@code count} new arrays of 3
	 */
	double[][] colors(int count);

	/**
	 * Its name as {@link #of} knows it, with numbers after it where they differ
	 * from the name's.
	 */
	@Override
	String toString();

	/**
	 * Hues at equal distances on the circle, which seem equally bright: HSLuv as
	 * of the year 2013, known as HUSL.
	 *
	 * @param hue of the first colour, as a share of the circle: 1 more is the
	 *          same
	 * @param saturation 0 to 1
	 * @param lightness 0 to 1
	 * @throws IllegalArgumentException if one is outside
	 */
	static Palette husl(final double hue, final double saturation,
		final double lightness)
	{
		return new HueCircle(HueSpace.HUSL, hue, saturation, lightness);
	}

	/** The same in HLS, where equal lightness does not seem equally bright. */
	static Palette hls(final double hue, final double saturation,
		final double lightness)
	{
		return new HueCircle(HueSpace.HLS, hue, saturation, lightness);
	}

	/**
	 * @param name {@code husl}, {@code hls}, or one of the qualitative palettes
	 *          of seaborn and matplotlib, such as {@code tab10} or {@code Set1};
	 *          upper or lower case
	 * @throws IllegalArgumentException for any other name; lists the known ones
	 */
	static Palette of(final String name) {
		return HueSpace.of(name).map(HueCircle::usual).orElseGet(() -> NamedPalette
			.of(name));
	}

	/**
	 * The same, where the hues of {@code husl} and {@code hls} are to be others;
	 * palettes of fixed colours do not heed the numbers.
	 *
	 * @param hue as in {@link #husl}
	 */
	static Palette of(final String name, final double hue,
		final double saturation, final double lightness)
	{
		return HueSpace.of(name).<Palette> map(space -> new HueCircle(space, hue,
			saturation, lightness)).orElseGet(() -> NamedPalette.of(name));
	}

	/**
	 * A colour in whole numbers, {@code 0xRRGGBB}. They are truncated, as the
	 * reference does: 0.5 becomes 127.
	 *
	 * @param color red, green, blue, 0 to 1
	 * @throws IllegalArgumentException unless there are three such numbers
	 */
	static int rgb(final double... color) {
		if (color.length != 3) throw new IllegalArgumentException(
			"Expected a colour of 3 numbers (red, green, blue) but got " +
				color.length + ".");
		int rgb = 0;
		for (final double share : color) {
			if (!(share >= 0 && share <= 1)) throw new IllegalArgumentException(
				"Expected shares of red, green and blue from 0 to 1 but got " + share +
					"; try dividing numbers up to 255 by 255.");
			rgb = rgb << 8 | (int) (255 * share);
		}
		return rgb;
	}
}
