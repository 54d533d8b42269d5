// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Base64;

import org.junit.jupiter.api.Test;

class BrotliTest {

	/** Written by the brotli package of PyPI. */
	private static final String ZEROS_5000 = "G4cT+CcA4rFAIGgBAA==";

	@Test
	void decode_keeps_what_goes_beyond_the_first_guess_of_the_length() {
		final byte[] encoded = Base64.getDecoder().decode(ZEROS_5000);

		final byte[] plain = ContentEncoding.BROTLI.decode(encoded, 1 << 20,
			"here");

		assertArrayEquals(new byte[5000], plain);
	}
}
