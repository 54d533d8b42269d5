// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.color;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A way to colour whatever ids a cutout turns out to have, which can be written
 * down in a few words.
 *
 * <pre>
 * ColorScheme.parse("hashed 7").forIds(ids);
 * ColorScheme.parse("864691135571546917=#ff0000, tab10").forIds(ids);
 * </pre>
 */
public interface ColorScheme {

	/**
	 * The colours for these ids; other ids are opaque white, unless the scheme is
	 * a function of the id alone.
	 *
	 * @param ids unsigned; palettes give their colours in this order
	 */
	RootColors forIds(long... ids);

	/** The colours given for single ids, {@code 0xAARRGGBB}, in their order. */
	default Map<Long, Integer> givenColors() {
		return Map.of();
	}

	/**
	 * The seed, if ids without a given colour have Neuroglancer's; 32 unsigned
	 * bits.
	 */
	default OptionalInt hashSeed() {
		return OptionalInt.empty();
	}

	/** The colour of all ids without a given one, if it is one. */
	default OptionalInt solidColor() {
		return OptionalInt.empty();
	}

	/** What {@link #parse} reads, where the scheme {@link #isWritable()}. */
	@Override
	String toString();

	/** Whether the scheme can be written down for whatever ids may come. */
	default boolean isWritable() {
		return true;
	}

	/**
	 * A scheme that can be written down and colours these ids the same: this one,
	 * or where it is a function that no words say, a list of their colours.
	 *
	 * @param ids unsigned
	 */
	default ColorScheme written(final long... ids) {
		return this;
	}

	/** The scheme of a function of the id alone. */
	static ColorScheme of(final RootColors colors) {
		return GivenColors.scheme(colors);
	}

	/** Neuroglancer's colours; see {@link RootColors#hashed(int)}. */
	static ColorScheme hashed(final int seed) {
		return new Schemes.Hashed(seed);
	}

	/** White for every id. */
	static ColorScheme white() {
		return solid(0xffffffff);
	}

	/**
	 * One colour for every id.
	 *
	 * @param argb {@code 0xAARRGGBB}
	 */
	static ColorScheme solid(final int argb) {
		return new Schemes.Solid(argb);
	}

	/** The colours of a palette, one id after the other. */
	static ColorScheme of(final Palette palette) {
		return new Schemes.OfPalette(palette);
	}

	/**
	 * Given colours, and a scheme for the ids that have none: these alone take
	 * part in it.
	 *
	 * @param colors from unsigned id to {@code 0xAARRGGBB}
	 */
	static ColorScheme fixed(final Map<Long, Integer> colors,
		final ColorScheme others)
	{
		return colors.isEmpty() ? others : new Schemes.Fixed(new LinkedHashMap<>(
			colors), others);
	}

	/**
	 * The scheme of a text: {@code hashed}, {@code hashed 7} (the seed, 32
	 * unsigned bits), {@code white}, {@code #ff8000}, the name of a palette
	 * ({@code husl}, {@code tab10}, …), {@code husl 0.01 1 0.65} (hue,
	 * saturation, lightness); before it perhaps colours of single ids,
	 * {@code 864691135571546917=#ff8000} or {@code …=#ff800080}, then white is
	 * for the others where nothing follows. Words are separated by spaces, commas
	 * or semicolons.
	 *
	 * @throws IllegalArgumentException for anything else; names it
	 */
	static ColorScheme parse(final String text) {
		return new SchemeParser(text).parse();
	}
}
