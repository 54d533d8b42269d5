// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.imageryclient.Canceled;
import org.imageryclient.CorruptData;
import org.imageryclient.http.HttpTransport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A folder read by key. */
class FileStoreTest {

	@TempDir
	private Path parent;

	private ByteStore store;

	@BeforeEach
	void open() throws IOException {
		Files.createDirectories(parent.resolve("volume/8_8_40"));
		store = new Stores(HttpTransport.anonymous()).open(SourceUrl.parse(parent
			.resolve("volume").toString()));
	}

	@Test
	void read_gives_the_bytes_of_the_file() throws IOException {
		write("volume/8_8_40/0-64", Encoded.TEXT);

		assertArrayEquals(Encoded.TEXT, store.read("8_8_40/0-64",
			Encoded.TEXT.length).bytes());
	}

	@ParameterizedTest
	@EnumSource
	void read_finds_and_decodes_a_file_with_a_suffix(
		final ContentEncoding encoding) throws IOException
	{
		write("volume/a" + encoding.suffix(), Encoded.text(encoding));
		write("volume/b", Encoded.TEXT);

		for (int again = 0; again < 2; again++)
			for (final String key : new String[] { "a", "b", "a" })
				assertArrayEquals(Encoded.TEXT, store.read(key, 1 << 20).bytes());
	}

	@ParameterizedTest
	@EnumSource
	void read_of_a_bomb_is_refused(final ContentEncoding encoding)
		throws IOException
	{
		write("volume/a" + encoding.suffix(), Encoded.zeros(encoding));

		final String message = assertThrows(CorruptData.class, () -> store.read("a",
			1000)).getMessage();

		assertTrue(message.contains(parent.resolve("volume/a" + encoding.suffix())
			.toString()), message);
	}

	@Test
	void read_of_a_longer_file_is_refused() throws IOException {
		write("volume/a", new byte[2_000_000]);

		final String message = assertThrows(CorruptData.class, () -> store.read("a",
			1_000_000)).getMessage();

		assertTrue(message.contains("at most 1000000 bytes but there are 2000000"),
			message);
	}

	@ParameterizedTest
	@ValueSource(strings = { "absent", "8_8_40", "8_8_40/absent", "empty",
		"empty/below" })
	void read_of_no_file_or_an_empty_one_is_absent(final String key)
		throws IOException
	{
		write("volume/empty", new byte[0]);

		assertEquals(StoredBytes.ABSENT, store.read(key, 100));
		assertEquals(StoredBytes.ABSENT, store.readRange(key, 0, 100));
	}

	@Test
	void read_may_go_to_a_sibling_of_the_volume() throws IOException {
		write("other/a", Encoded.TEXT);

		assertArrayEquals(Encoded.TEXT, store.read("../other/a", 1 << 20).bytes());
	}

	@ParameterizedTest
	@ValueSource(strings = { "../../a", "x/../../../a", "../../../../etc/passwd",
		"..", "../.." })
	void read_does_not_go_further(final String key) {
		final String message = assertThrows(CorruptData.class, () -> store.read(key,
			1 << 20)).getMessage();

		assertTrue(message.contains("\"" + key + "\""), message);
	}

	@Test
	void readRange_gives_the_bytes_there_are() throws IOException {
		write("volume/a", new byte[] { 1, 2, 3, 4, 5 });

		assertArrayEquals(new byte[] { 2, 3 }, store.readRange("a", 1, 2).bytes());
		assertArrayEquals(new byte[] { 4, 5 }, store.readRange("a", 3, 9).bytes());
		assertEquals(StoredBytes.ABSENT, store.readRange("a", 5, 9));
		assertEquals(StoredBytes.ABSENT, store.readRange("a", 1L << 40, 9));
	}

	@Test
	void read_on_an_interrupted_thread_is_canceled() throws IOException {
		write("volume/a", Encoded.TEXT);
		Thread.currentThread().interrupt();

		assertThrows(Canceled.class, () -> store.read("a", 1 << 20));
		assertTrue(Thread.interrupted(), "the thread must stay interrupted");
	}

	@Test
	void read_undoes_gzip_under_a_plain_name() throws IOException {
		write("volume/a", Encoded.text(ContentEncoding.GZIP));

		assertArrayEquals(Encoded.TEXT, store.read("a", 1 << 20).bytes());
	}

	@Test
	void read_leaves_bytes_that_only_begin_like_gzip() throws IOException {
		final byte[] content = new byte[100];
		content[0] = 0x1f;
		content[1] = (byte) 0x8b;
		content[2] = 8;
		write("volume/a", content);

		assertArrayEquals(content, store.read("a", 1 << 20).bytes());
	}

	@Test
	void describe_is_the_path_of_the_file() {
		assertEquals(parent.resolve("volume/8_8_40/0-64").toString(), store
			.describe("8_8_40/0-64"));
	}

	private void write(final String name, final byte[] content)
		throws IOException
	{
		final Path file = parent.resolve(name);
		Files.createDirectories(file.getParent());
		Files.write(file, content);
	}
}
