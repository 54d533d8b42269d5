// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.picture;

/**
 * A picture to be written: one of the kinds that slices of cutouts and figures are.
 * Samples are in rows from top to bottom, {@code width * height} of them. The
 * arrays are not copied and not changed.
 */
public sealed
interface Picture {

	/** Pixels in a row. */
	int width();

	/** Number of rows. */
	int height();

	/** Grey, 8 bits, unsigned. */
	record Gray8(int width, int height, byte[] samples) implements Picture {

		public Gray8 {
			checkLength(width, height, samples.length);
		}
	}

	/** Grey, 16 bits, unsigned. */
	record Gray16(int width, int height, short[] samples) implements Picture {

		public Gray16 {
			checkLength(width, height, samples.length);
		}
	}

	/** Colour, {@code 0x00RRGGBB}; the upper 8 bits are ignored. */
	record Rgb(int width, int height, int[] samples) implements Picture {

		public Rgb {
			checkLength(width, height, samples.length);
		}
	}

	/**
	 * A shape in one colour, {@code 0xAARRGGBB}, where a sample is not 0; all
	 * else is transparent black.
	 */
	record Mask(int width, int height, byte[] samples, int argb) implements
		Picture
	{

		public Mask {
			checkLength(width, height, samples.length);
		}
	}

	/**
	 * Colour that may be see-through, {@code 0xAARRGGBB}, the colours not
	 * multiplied by alpha.
	 */
	record Rgba(int width, int height, int[] samples) implements Picture {

		public Rgba {
			checkLength(width, height, samples.length);
		}

	/** The colours as they are, as if nothing were see-through. */
		public Rgb toRgb() {
			return new Rgb(width, height, samples);
		}}

	private static void checkLength(final int width, final int height,
		final int length)
	{
		if (length != Math.multiplyExact(width, height))
			throw new IllegalArgumentException("Expected " + width + " x " + height +
				" samples but got " + length + ".");
	}
}
