// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;

import org.imageryclient.http.HttpTransport;
import org.imageryclient.testing.FaultServer;
import org.junit.jupiter.api.Test;

/** What an http folder gives for each kind of answer. */
class HttpStoreTest {

	@Test
	void read_of_an_object_is_its_bytes_by_one_get() {
		final byte[] content = { 1, 2, 3, 4, 5 };
		try (FaultServer server = FaultServer.over(Map.of("v/a", content))) {
			final ByteStore store = new Stores(HttpTransport.anonymous()).open(
				SourceUrl.parse(server.url("v")));

			assertArrayEquals(content, store.read("a", 5).bytes());
			assertArrayEquals(new byte[] { 2, 3 }, store.readRange("a", 1, 2)
				.bytes());
			assertEquals(StoredBytes.ABSENT, store.read("b", 5));
			assertEquals(Map.of("/v/a all", 1, "/v/a bytes=1-2", 1, "/v/b all", 1),
				server.counts());
		}
	}
}
