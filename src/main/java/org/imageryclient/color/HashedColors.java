// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.color;

/**
 * The colours that Neuroglancer gives to segments nobody has coloured: a hash
 * of the id picks hue and saturation at full brightness.
 * <p>
 * The rule is that of Neuroglancer's {@code src/segment_color.ts} and
 * {@code src/gpu_hash/hash_function.ts}: the rounds of 32-bit MurmurHash3
 * without its finish, over the low and then the high half of the id.
 * </p>
 */
final class HashedColors implements RootColors {

	private static final int OPAQUE = 0xff000000;

	private final int seed;

	HashedColors(final int seed) {
		this.seed = seed;
	}

	int seed() {
		return seed;
	}

	@Override
	public int argb(final long root) {
		final int hash = combine(combine(seed, (int) root), (int) (root >>> 32));
		final double hue = (hash & 0xff) / 255.0;
		final double saturation = 0.5 + 0.5 * ((hash >>> 8 & 0xff) / 255.0);
		return OPAQUE | rgb(hue, saturation);
	}

	private static int combine(final int state, final int value) {
		final int mixed = Integer.rotateLeft(value * 0xcc9e2d51, 15) * 0x1b873593;
		return Integer.rotateLeft(state ^ mixed, 13) * 5 + 0xe6546b64;
	}

	/** HSV at full value to RGB; hue and saturation between 0 and 1. */
	private static int rgb(final double hue, final double saturation) {
		final int sector = (int) (hue * 6);
		final double rest = hue * 6 - sector;
		final int low = channel(1 - saturation);
		final int falling = channel(1 - saturation * rest);
		final int rising = channel(1 - saturation * (1 - rest));
		return switch (sector % 6) {
			case 0 -> pack(255, rising, low);
			case 1 -> pack(falling, 255, low);
			case 2 -> pack(low, 255, rising);
			case 3 -> pack(low, falling, 255);
			case 4 -> pack(rising, low, 255);
			default -> pack(255, low, falling);
		};
	}

	/**
	 * Neuroglancer keeps the share as a 32-bit float before it scales it to 255,
	 * which decides where it lies close to a half.
	 */
	private static int channel(final double share) {
		return (int) Math.round((float) share * 255.0);
	}

	private static int pack(final int red, final int green, final int blue) {
		return red << 16 | green << 8 | blue;
	}
}
