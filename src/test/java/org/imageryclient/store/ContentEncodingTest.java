// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;

import org.imageryclient.CorruptData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each encoding decodes, within its cap, and fails in our own words. */
class ContentEncodingTest {

	@ParameterizedTest
	@EnumSource
	void decode_gives_the_content(final ContentEncoding encoding) {
		assertArrayEquals(Encoded.TEXT, encoding.decode(Encoded.text(encoding),
			Encoded.TEXT.length, "here"));
	}

	@ParameterizedTest
	@EnumSource
	void decode_stops_at_the_cap(final ContentEncoding encoding) {
		final byte[] bomb = Encoded.zeros(encoding);

		final String message = assertThrows(CorruptData.class, () -> encoding
			.decode(bomb, 100_000, "gs://b/k")).getMessage();

		assertTrue(message.contains("at most 100000 bytes") && message.contains(
			"gs://b/k"), message);
	}

	@ParameterizedTest
	@EnumSource
	void decode_refuses_one_byte_too_many(final ContentEncoding encoding) {
		assertThrows(CorruptData.class, () -> encoding.decode(Encoded.text(
			encoding), Encoded.TEXT.length - 1, "here"));
	}

	@ParameterizedTest
	@EnumSource
	void decode_of_a_cut_stream_is_corrupt(final ContentEncoding encoding) {
		final byte[] whole = Encoded.text(encoding);
		for (int length = 1; length < whole.length; length++) {
			final byte[] cut = Arrays.copyOf(whole, length);
			final CorruptData e = assertThrows(CorruptData.class, () -> encoding
				.decode(cut, 1 << 20, "gs://b/k"), "cut at " + length);
			assertTrue(e.getMessage().contains("gs://b/k"), e.getMessage());
		}
	}

	@ParameterizedTest
	@EnumSource
	void decode_of_damaged_bytes_gives_bytes_or_an_own_error(
		final ContentEncoding encoding)
	{
		final Random random = new Random(3);
		final byte[] whole = Encoded.text(encoding);
		for (int i = 0; i < 300; i++) {
			final byte[] damaged = whole.clone();
			for (int k = random.nextInt(3); k >= 0; k--)
				damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
			try {
				assertTrue(encoding.decode(damaged, 1 << 16, "here").length <= 1 << 16);
			}
			catch (final CorruptData e) {
				assertTrue(e.getMessage().startsWith("Expected"), e.getMessage());
			}
		}
	}

	@Test
	void decode_of_gzip_joins_members() {
		final byte[] member = Encoded.text(ContentEncoding.GZIP);
		final ByteArrayOutputStream twice = new ByteArrayOutputStream();
		twice.writeBytes(member);
		twice.writeBytes(member);

		assertEquals(2 * Encoded.TEXT.length, ContentEncoding.GZIP.decode(twice
			.toByteArray(), 1 << 20, "here").length);
	}

	@Test
	void decode_of_nothing_within_an_encoding_is_empty() {
		assertEquals(0, ContentEncoding.GZIP.decode(Encoded.encode(
			ContentEncoding.GZIP, new byte[0]), 0, "here").length);
	}

	@ParameterizedTest
	@CsvSource({ "gzip, GZIP", "X-GZIP, GZIP", " br , BROTLI", "zstd, ZSTD",
		"xz, XZ", "bz2, BZIP2", "bzip2, BZIP2" })
	void ofWord_knows_the_words_of_headers(final String word,
		final ContentEncoding encoding)
	{
		assertEquals(Optional.of(encoding), ContentEncoding.ofWord(word));
	}
}
