// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.color;

import java.util.Map;

/**
 * Which colour a root id has.
 *
 * <pre>
 *
 * RootColors.hashed(); // as in Neuroglancer
 * RootColors.fixed(Map.of(864691135571546917L, new int[] { 255, 0, 0 }));
 * RootColors.fixed(Map.of("864691135571546917", "#ff000080"), RootColors
 * 	.hashed());
 * </pre>
 *
 * A function of the id alone: no I/O, callable from any thread.
 */
@FunctionalInterface
public interface RootColors {

	/** Opaque white for every id, as masks without a colour map have. */
	RootColors WHITE = root -> 0xffffffff;

	/**
	 * The colour as {@code 0xAARRGGBB}, the colours not multiplied by alpha.
	 *
	 * @param root unsigned 64-bit id
	 */
	int argb(long root);

	/** Neuroglancer's colours in a fresh link, which has seed 0. */
	static RootColors hashed() {
		return hashed(0);
	}

	/**
	 * Neuroglancer's colours, exactly (its {@code src/segment_color.ts}).
	 *
	 * @param seed 32 unsigned bits: {@code colorSeed} of a Neuroglancer layer
	 */
	static RootColors hashed(final int seed) {
		return new HashedColors(seed);
	}

	/**
	 * Given colours, white where none is given (the reference's
	 * {@code segmentation_colormap}).
	 *
	 * @param colors from id (a number, unsigned, or its decimal text) to colour:
	 *          3 or 4 whole numbers 0 to 255 (red, green, blue, and alpha, else
	 *          opaque) as array or list, or text such as {@code #ff8000} or
	 *          {@code #ff800080}
	 * @throws IllegalArgumentException if an id or a colour is something else;
	 *           the message names both
	 */
	static RootColors fixed(final Map<?, ?> colors) {
		return fixed(colors, WHITE);
	}

	/**
	 * Given colours, and others for the ids that have none.
	 *
	 * @param colors as in {@link #fixed(Map)}
	 */
	static RootColors fixed(final Map<?, ?> colors, final RootColors others) {
		return FixedColors.of(colors, others);
	}

	/**
	 * A colour as text that {@link #fixed(Map)} takes: {@code #ff8000}, or {@code
	 * #ff800080} where it is see-through.
	 *
	 * @param argb {@code 0xAARRGGBB}
	 */
	static String text(final int argb) {
		return argb >>> 24 == 255 ? String.format("#%06x", argb & 0xffffff) : String
			.format("#%06x%02x", argb & 0xffffff, argb >>> 24);
	}
}
