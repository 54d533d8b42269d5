// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.imageryclient.AccessDenied;
import org.imageryclient.CorruptData;
import org.imageryclient.Unavailable;
import org.imageryclient.Unsupported;
import org.imageryclient.http.Transports;
import org.imageryclient.testing.Answer;
import org.imageryclient.testing.FaultServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an http folder gives for each kind of answer. */
class HttpStoreTest {

	private final Map<String, byte[]> contents = new ConcurrentHashMap<>(Map.of(
		"b/v/a", Encoded.TEXT, "b/v/empty", new byte[0]));
	private final FaultServer server = FaultServer.over(contents);
	private final ByteStore store = open("s3://" + server.url("b/v"));

	@AfterEach
	void stop() {
		server.close();
	}

	@Test
	void read_of_an_object_is_its_bytes_by_one_get() {
		assertArrayEquals(Encoded.TEXT, store.read("a", Encoded.TEXT.length)
			.bytes());
		assertEquals(Map.of("/b/v/a all", 1), server.counts());
	}

	@ParameterizedTest
	@ValueSource(strings = { "absent", "empty" })
	void read_of_no_object_or_an_empty_one_is_absent_by_one_get(
		final String key)
	{
		assertEquals(StoredBytes.ABSENT, store.read(key, 100));
		assertEquals(1, server.requests().size());
	}

	@Test
	void read_of_an_object_that_an_anonymous_server_forbids_is_forbidden() {
		server.forbid("/b/v");

		assertEquals(StoredBytes.FORBIDDEN, store.read("a", 100));
		assertEquals(StoredBytes.FORBIDDEN, store.readRange("a", 0, 100));
	}

	@Test
	void read_that_is_forbidden_in_spite_of_a_token_is_denied() {
		server.forbid("/b/v");
		final ByteStore secret = new Stores(Transports.withTokens(Transports
			.secretForAll())).open(SourceUrl.parse("middleauth+" + server.url(
				"b/v")));

		assertThrows(AccessDenied.class, () -> secret.read("a", 100));
		assertEquals(1, server.requests().size());
	}

	@Test
	void read_of_a_middleauth_source_sends_the_token() {
		server.requireToken("/b/v", Transports.SECRET);
		final ByteStore secret = new Stores(Transports.withTokens(Transports
			.secretForAll())).open(SourceUrl.parse("middleauth+" + server.url(
				"b/v")));

		assertTrue(secret.read("a", 1 << 20).isPresent());
		assertThrows(AccessDenied.class, () -> store.read("a", 1 << 20));
	}

	@ParameterizedTest
	@ValueSource(ints = { 400, 405, 413 })
	void read_fails_by_one_get_on_a_final_status(final int status) {
		server.rule("/b/v", r -> Answer.of(status, "no"));

		final String message = assertThrows(Unavailable.class, () -> store.read("a",
			100)).getMessage();

		assertTrue(message.contains(String.valueOf(status)) && message.contains(
			server.url("b/v/a")), message);
		assertEquals(1, server.requests().size());
	}

	@ParameterizedTest
	@EnumSource
	void read_undoes_each_content_encoding(final ContentEncoding encoding) {
		contents.put("b/v/e" + encoding.suffix(), Encoded.text(encoding));

		assertArrayEquals(Encoded.TEXT, store.read("e", Encoded.TEXT.length)
			.bytes());
	}

	@ParameterizedTest
	@EnumSource
	void read_of_a_bomb_is_refused(final ContentEncoding encoding) {
		contents.put("b/v/e" + encoding.suffix(), Encoded.zeros(encoding));

		final String message = assertThrows(CorruptData.class, () -> store.read("e",
			1000)).getMessage();

		assertTrue(message.contains(server.url("b/v/e")), message);
	}

	@ParameterizedTest
	@ValueSource(strings = { "identity", "", " ", "none" })
	void read_leaves_an_object_whose_encoding_is_none(final String word) {
		server.rule("/b/v/a", r -> server.content(r).with("Content-Encoding",
			word));

		assertArrayEquals(Encoded.TEXT, store.read("a", 1 << 20).bytes());
	}

	@Test
	void read_undoes_several_encodings_from_the_last() {
		final byte[] inner = Encoded.text(ContentEncoding.ZSTD);
		server.rule("/b/v/a", r -> Answer.of(200, Encoded.encode(
			ContentEncoding.BZIP2, inner)).with("Content-Encoding", "zstd, bzip2"));

		assertArrayEquals(Encoded.TEXT, store.read("a", 1 << 20).bytes());
	}

	@Test
	void read_of_an_unknown_encoding_is_unsupported_by_name() {
		server.rule("/b/v/a", r -> server.content(r).with("Content-Encoding",
			"lzw"));

		final String message = assertThrows(Unsupported.class, () -> store.read("a",
			1 << 20)).getMessage();

		assertTrue(message.contains("lzw"), message);
	}

	@Test
	void read_leaves_plain_bytes_that_are_labelled_gzip() {
		server.rule("/b/v/a", r -> server.content(r).with("Content-Encoding",
			"gzip"));

		assertArrayEquals(Encoded.TEXT, store.read("a", 1 << 20).bytes());
	}

	@Test
	void read_undoes_gzip_without_a_label() {
		contents.put("b/v/a", Encoded.text(ContentEncoding.GZIP));

		assertArrayEquals(Encoded.TEXT, store.read("a", 1 << 20).bytes());
	}

	@Test
	void read_undoes_gzip_within_gzip() {
		contents.remove("b/v/a");
		contents.put("b/v/a.gz", Encoded.encode(ContentEncoding.GZIP, Encoded.text(
			ContentEncoding.GZIP)));

		assertArrayEquals(Encoded.TEXT, store.read("a", 1 << 20).bytes());
	}

	@Test
	void read_asks_for_gzip_and_readRange_for_plain_bytes() {
		store.read("a", 1 << 20);
		store.readRange("a", 0, 1);

		assertEquals("gzip", server.requests().get(0).header("Accept-Encoding")
			.orElse(""));
		assertEquals("identity", server.requests().get(1).header("Accept-Encoding")
			.orElse(""));
	}

	@Test
	void readRange_past_the_end_is_absent() {
		assertEquals(StoredBytes.ABSENT, store.readRange("a", 10_000, 5));
		assertEquals(1, server.requests().size());
	}

	@ParameterizedTest
	@CsvSource({ "8.0x8.0x40.0/0-64_-7-1_0-1, /b/v/8.0x8.0x40.0/0-64_-7-1_0-1",
		"../w/x, /b/w/x", "a b?c#d, /b/v/a%20b%3Fc%23d",
		"%2e%2e/%2e%2e/x, /b/v/%252e%252e/%252e%252e/x", "/x, /b/v/x" })
	void read_asks_for_the_resolved_and_encoded_path(final String key,
		final String rawPath)
	{
		store.read(key, 100);

		assertEquals(rawPath, server.requests().get(0).rawPath());
		assertEquals(server.url() + rawPath, store.describe(key));
	}

	@Test
	void read_does_not_leave_the_bucket() {
		final String message = assertThrows(CorruptData.class, () -> store.read(
			"../../other/x", 100)).getMessage();

		assertTrue(message.contains("../../other/x"), message);
		assertEquals(0, server.requests().size());
	}

	private static ByteStore open(final String text) {
		return new Stores(Transports.impatient()).open(SourceUrl.parse(text));
	}
}
