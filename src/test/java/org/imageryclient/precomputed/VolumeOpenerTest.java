// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.precomputed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.imageryclient.AccessDenied;
import org.imageryclient.CorruptData;
import org.imageryclient.SourceNotFound;
import org.imageryclient.Unsupported;
import org.imageryclient.store.ByteStore;
import org.imageryclient.store.SourceUrl;
import org.imageryclient.store.StoredBytes;
import org.imageryclient.testing.MemoryStore;
import org.junit.jupiter.api.Test;

class VolumeOpenerTest {

	private static final String INFO =
		"{'type':'image','data_type':'uint8','num_channels':1,'scales':[{'key':'s','size':[4,4,4]," +
			"'resolution':[4,4,40],'chunk_sizes':[[4,4,4]],'encoding':'raw'}]}";

	private final Map<String, MemoryStore> web = new HashMap<>();

	private final List<SourceUrl> opened = new ArrayList<>();

	@Test
	void one_read_opens_a_volume() {
		put("https://a.org/v", INFO);
		open("precomputed://https://a.org/v");
		assertEquals(List.of("info"), web.get("https://a.org/v").reads());
	}

	@Test
	void a_redirect_is_followed_before_anything_else_is_looked_at() {
		redirect("https://a.org/v", "precomputed://https://b.org/w/");
		put("https://b.org/w", INFO);
		assertEquals("precomputed://https://b.org/w/", open("https://a.org/v")
			.address());
	}

	@Test
	void an_empty_redirect_and_one_to_itself_mean_nothing() {
		put("https://a.org/v", INFO.replace("'type'",
			"'redirect':'https://a.org/v/','type'"));
		put("https://a.org/w", INFO.replace("'type'", "'redirect':'','type'"));
		put("https://a.org/x", INFO.replace("'type'", "'redirect':null,'type'"));
		assertEquals(1, open("https://a.org/v").mipCount());
		assertEquals(1, open("https://a.org/w").mipCount());
		assertEquals(1, open("https://a.org/x").mipCount());
	}

	@Test
	void ten_redirects_are_followed_and_eleven_are_not() {
		for (int i = 0; i < 11; i++)
			redirect("https://a.org/" + i, "https://a.org/" + (i + 1));
		put("https://a.org/11", INFO);
		assertEquals(1, open("https://a.org/1").mipCount());
		final CorruptData error = assertThrows(CorruptData.class, () -> open(
			"https://a.org/0"));
		assertMessage(error, "at most 10 redirects", "https://a.org/10/info",
			"$.redirect", "https://a.org/0 to https://a.org/1");
	}

	@Test
	void a_circle_of_redirects_is_an_error_that_names_the_way() {
		redirect("https://a.org/v", "https://a.org/w");
		redirect("https://a.org/w", "https://a.org/v");
		final CorruptData error = assertThrows(CorruptData.class, () -> open(
			"https://a.org/v"));
		assertMessage(error, "was a circle", "$.redirect of https://a.org/w/info",
			"https://a.org/v to https://a.org/w to https://a.org/v", "; try ");
	}

	@Test
	void a_redirect_to_no_address_is_an_error() {
		redirect("https://a.org/v", "gopher://x");
		assertMessage(assertThrows(CorruptData.class, () -> open(
			"https://a.org/v")), "\"gopher://x\"",
			"$.redirect of https://a.org/v/info");
	}

	@Test
	void a_redirect_from_the_web_to_the_disk_is_refused() {
		redirect("https://a.org/v", "file:///etc");
		assertMessage(assertThrows(CorruptData.class, () -> open(
			"https://a.org/v")), "a redirect to the web", "\"file:///etc\"");
	}

	@Test
	void a_redirect_does_not_take_the_token_to_another_host() {
		redirect("https://a.org/v", "precomputed://middleauth+https://b.org/v");
		put("https://b.org/v", INFO);
		open("precomputed://middleauth+https://a.org/v");
		assertTrue(opened.get(0).authenticated());
		assertFalse(opened.get(1).authenticated());
	}

	@Test
	void a_redirect_takes_the_token_along_on_the_same_host() {
		redirect("https://a.org/v", "precomputed://middleauth+https://a.org/w");
		put("https://a.org/w", INFO);
		open("precomputed://middleauth+https://a.org/v");
		assertTrue(opened.get(1).authenticated());
	}

	@Test
	void a_missing_info_names_the_address() {
		assertMessage(assertThrows(SourceNotFound.class, () -> open(
			"gs://bucket/nothing")), "no info file",
			"https://storage.googleapis.com/bucket/nothing/info",
			"gs://bucket/nothing", "; try ");
	}

	@Test
	void a_forbidden_info_is_denied_access() {
		final AccessDenied error = assertThrows(AccessDenied.class,
			() -> new VolumeOpener(source -> forbidden()).open(SourceUrl.parse(
				"https://a.org/v")));
		assertMessage(error, "403", "https://a.org/v/info", "; try ");
	}

	@Test
	void a_graphene_address_is_no_precomputed_volume() {
		assertMessage(assertThrows(Unsupported.class, () -> open(
			"graphene://https://a.org/segmentation/table/t")), "graphene", "; try ");
	}

	private PrecomputedVolume open(final String address) {
		return new VolumeOpener(source -> {
			opened.add(source);
			return store(source.address().toString());
		}).open(SourceUrl.parse(address));
	}

	private MemoryStore store(final String address) {
		return web.computeIfAbsent(address, MemoryStore::new);
	}

	private void redirect(final String from, final String to) {
		put(from, "{'redirect':'" + to + "'}");
	}

	private void put(final String address, final String info) {
		store(address).put("info", info.replace('\'', '"').getBytes(
			StandardCharsets.UTF_8));
	}

	private static ByteStore forbidden() {
		return new ByteStore() {

			@Override
			public StoredBytes read(final String key, final long atMost) {
				return StoredBytes.FORBIDDEN;
			}

			@Override
			public StoredBytes readRange(final String key, final long offset,
				final int length)
			{
				return StoredBytes.FORBIDDEN;
			}

			@Override
			public String describe(final String key) {
				return "https://a.org/v/" + key;
			}
		};
	}

	private static void assertMessage(final Exception error,
		final String... parts)
	{
		for (final String part : parts)
			assertTrue(error.getMessage().contains(part), () -> "\"" + part +
				"\" is not in: " + error.getMessage());
	}
}
