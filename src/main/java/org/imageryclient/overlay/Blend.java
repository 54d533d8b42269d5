// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.overlay;

/**
 * Lays one see-through colour over another, in the whole numbers of Pillow's
 * {@code alpha_composite} ({@code AlphaComposite.c}), so that figures are those
 * of the reference to the last bit.
 */
final class Blend {

	private static final int FRACTION_BITS = 7;
	private static final int HALF = 0x80;

	private Blend() {}

	/**
	 * @param below {@code 0xAARRGGBB}
	 * @param above the same; covers {@code below} by the share of its alpha
	 */
	static int over(final int below, final int above) {
		final int alpha = above >>> 24;
		if (alpha == 0) return below;
		final int rest = (below >>> 24) * (255 - alpha);
		final int sum = alpha * 255 + rest;
		final int weight = alpha * 255 * 255 * (1 << FRACTION_BITS) / sum;
		int argb = by255(sum + HALF) << 24;
		for (int shift = 0; shift <= 16; shift += 8) {
			final int mixed = (above >> shift & 0xff) * weight + (below >> shift &
				0xff) * ((255 << FRACTION_BITS) - weight);
			argb |= by255(mixed + (HALF << FRACTION_BITS)) >> FRACTION_BITS << shift;
		}
		return argb;
	}

	/** The same for all pixels of two pictures. */
	static int[] over(final int[] below, final int[] above) {
		final int[] argb = new int[below.length];
		for (int i = 0; i < argb.length; i++)
			argb[i] = over(below[i], above[i]);
		return argb;
	}

	/** A 255th. */
	private static int by255(final int value) {
		return (value >> 8) + value >> 8;
	}
}
