// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.precomputed.shard;

/**
 * MurmurHash3_x86_128 with seed 0 (Austin Appleby, public domain), for inputs
 * of exactly the 8 little-endian bytes of one number.
 */
final class Murmur3 {

	private static final int C1 = 0x239b961b;

	private static final int C2 = 0xab0e9789;

	private static final int C3 = 0x38b34ae5;

	private static final int BYTES = 8;

	private Murmur3() {}

	/** The first 8 of the 16 bytes of the hash, little-endian. */
	static long low64(final long input) {
		final int k2 = Integer.rotateLeft((int) (input >>> 32) * C2, 16) * C3;
		final int k1 = Integer.rotateLeft((int) input * C1, 15) * C2;
		int h1 = k1 ^ BYTES;
		int h2 = k2 ^ BYTES;
		int h3 = BYTES;
		int h4 = BYTES;
		h1 += h2 + h3 + h4;
		h2 += h1;
		h3 += h1;
		h4 += h1;
		h1 = mix(h1);
		h2 = mix(h2);
		h3 = mix(h3);
		h4 = mix(h4);
		h1 += h2 + h3 + h4;
		h2 += h1;
		return Integer.toUnsignedLong(h1) | (long) h2 << 32;
	}

	private static int mix(final int h) {
		int x = (h ^ h >>> 16) * 0x85ebca6b;
		x = (x ^ x >>> 13) * 0xc2b2ae35;
		return x ^ x >>> 16;
	}
}
