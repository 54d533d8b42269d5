// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Random;

import org.imageryclient.Unsupported;
import org.imageryclient.store.SourceUrl.Format;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The addresses that people paste. */
class SourceUrlTest {

	@ParameterizedTest
	@CsvSource(
		textBlock = """
				precomputed://gs://b/p/q,                     https://storage.googleapis.com/b/p/q
				gs://b/p/,                                    https://storage.googleapis.com/b/p
				gs://b,                                       https://storage.googleapis.com/b
				GS://b/p,                                     https://storage.googleapis.com/b/p
				gs+xml://b/p,                                 https://storage.googleapis.com/b/p
				gs://b/p/|neuroglancer-precomputed:,          https://storage.googleapis.com/b/p
				gs://b/p|neuroglancer-precomputed,            https://storage.googleapis.com/b/p
				precomputed://gs://b//p/./q/../r,             https://storage.googleapis.com/b/p/r
				gs://b/my data/x%20y,                         https://storage.googleapis.com/b/my%20data/x%20y
				gs://b/p#layer,                               https://storage.googleapis.com/b/p
				precomputed://s3://b/p,                       https://b.s3.amazonaws.com/p
				s3://b,                                       https://b.s3.amazonaws.com
				s3://b.c/p,                                   https://s3.amazonaws.com/b.c/p
				s3://https://h/b/p,                           https://h/b/p
				s3+https://h/b/p,                             https://h/b/p
				matrix://b/p,                                 https://s3-hpcrc.rc.princeton.edu/b/p
				tigerdata://b/p,                              https://td.princeton.edu/b/p
				nokura://b/p,                                 https://c10s.pni.princeton.edu/b/p
				precomputed://https://h/p/,                   https://h/p
				precomputed://HTTPS://h:8443/p,               https://h:8443/p
				http://127.0.0.1:80/,                         http://127.0.0.1:80
				http://[::1]:80/p,                            http://[::1]:80/p
				'  precomputed://https://h/p  ',              https://h/p
				file:///a/b/,                                 file:///a/b
				file:/a/b,                                    file:///a/b
				precomputed://file:///a b/c,                  file:///a%20b/c
				precomputed://file:///a%20b/c,                file:///a%20b/c
				file:///100%/c,                               file:///100%25/c
				precomputed:///a/b,                           file:///a/b
				/a/../b/./c,                                  file:///b/c
				/a#b,                                         file:///a%23b
				/,                                            file:///
				""")
	void parse_of_a_precomputed_source_gives_its_address(final String text,
		final String address)
	{
		final SourceUrl source = SourceUrl.parse(text);

		assertEquals(address, source.address().toString());
		assertEquals(Format.PRECOMPUTED, source.format());
		assertFalse(source.authenticated());
	}

	@ParameterizedTest
	@CsvSource(
		textBlock = """
				precomputed://middleauth+https://h/p,         PRECOMPUTED, https://h/p
				middleauth+https://h/p|neuroglancer-precomputed:, PRECOMPUTED, https://h/p
				graphene://https://h/segmentation/table/t,    GRAPHENE, https://h/segmentation/table/t
				graphene://middleauth+https://h/segmentation/1.0/t/, GRAPHENE, https://h/segmentation/1.0/t
				""")
	void parse_of_a_source_that_wants_a_token_says_so(final String text,
		final Format format, final String address)
	{
		final SourceUrl source = SourceUrl.parse(text);

		assertEquals(address, source.address().toString());
		assertEquals(format, source.format());
		assertTrue(source.authenticated());
	}

	@ParameterizedTest
	@CsvSource({ "gs://b/p/q, https://storage.googleapis.com/b",
		"s3://b/p, https://b.s3.amazonaws.com", "s3://https://h/b/p, https://h/b",
		"https://h/p/q, https://h", "/a/b/c, file:///a/b", "/a, file:///",
		"/, file:///" })
	void root_is_the_bucket_the_host_or_the_parent_folder(final String text,
		final String root)
	{
		assertEquals(root, SourceUrl.parse(text).root().toString());
	}

	@Test
	void parse_of_a_relative_path_is_a_folder_here() {
		assertEquals(Path.of("data", "em").toAbsolutePath(), Path.of(SourceUrl
			.parse("data/em").address()));
	}

	@Test
	void parse_of_a_tilde_is_the_home_folder() {
		assertEquals(Path.of(System.getProperty("user.home"), "em"), Path.of(
			SourceUrl.parse("~/em").address()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "ftp://h/p", "zarr://gs://b/p", "n5://https://h/p",
		"brainmaps://a:b:c", "gs://b/p|zarr3:", "gs://b/p|gzip:|zarr2:",
		"precomputed://boss://x/y", "mailto:someone", "graphene://gs://b/p",
		"graphene:///a/b", "middleauth+gs+ngauth+https://h/b", "middleauth+/a/b" })
	void parse_of_anything_else_is_unsupported_and_quotes_it(final String text) {
		final String message = assertThrows(Unsupported.class, () -> SourceUrl
			.parse(text)).getMessage();

		assertTrue(message.contains(text), message);
	}

	@Test
	void parse_of_an_unknown_scheme_names_the_known_ones() {
		final String message = assertThrows(Unsupported.class, () -> SourceUrl
			.parse("ftp://h/p")).getMessage();

		assertTrue(message.contains("precomputed://, graphene://, gs://"), message);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "gs://", "gs:///", "https://", "https:///p",
		"precomputed://", "s3://", "s3://https://h", "gs://../b/p",
		"https://h/../x/p/../../../..", "https://exa mple/p", "graphene://",
		"precomputed://precomputed://gs://b/p", "https://h:port/p", "a\0b" })
	void parse_of_no_address_is_an_argument_error(final String text) {
		final RuntimeException e = assertThrows(RuntimeException.class,
			() -> SourceUrl.parse(text));

		assertTrue(e instanceof IllegalArgumentException ||
			e instanceof Unsupported, e.toString());
		assertTrue(e.getMessage().startsWith("Expected"), e.getMessage());
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://user:hunter2@h/p", "https://h/p?t=hunter2",
		"precomputed://middleauth+https://hunter2@h/p?hunter2",
		"ftp://hunter2@h/p?hunter2", "gs://b/p?hunter2|zarr:" })
	void parse_of_an_address_with_a_secret_is_refused_without_quoting_it(
		final String text)
	{
		final String message = assertThrows(Unsupported.class, () -> SourceUrl
			.parse(text)).getMessage();

		assertFalse(message.contains("hunter2"), message);
	}

	@Test
	void parse_of_random_text_gives_a_source_within_its_root_or_an_own_error() {
		final Random random = new Random(5);
		final String[] parts = { "precomputed://", "graphene://", "gs://", "s3://",
			"https://", "file://", "middleauth+", "|neuroglancer-precomputed:", "..",
			"/", ".", "%2e%2e", "%", "#", "?", "@", ":", "h", "a b", "é", "\\", "[",
			"~", "|", "\u0001" };
		for (int i = 0; i < 20_000; i++) {
			final StringBuilder text = new StringBuilder();
			for (int k = random.nextInt(7); k >= 0; k--)
				text.append(parts[random.nextInt(parts.length)]);
			try {
				final SourceUrl source = SourceUrl.parse(text.toString());
				assertTrue(source.address().toString().startsWith(source.root()
					.toString()), text + " " + source.address());
			}
			catch (final IllegalArgumentException | Unsupported e) {
				assertTrue(e.getMessage().startsWith("Expected"), text + ": " + e
					.getMessage());
			}
		}
	}
}
