// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PastedTextTest {

	private static final String JSON = "{\"a\":[\"x+y\",1]}";

	private static final String ENCODED = "%7B%22a%22:%5B%22x+y%22%2C1%5D%7D";

	@ParameterizedTest
	@ValueSource(strings = { JSON, " \n" + JSON + "\n", "#!" + JSON, "#!+" + JSON,
		ENCODED, "#!" + ENCODED, "https://neuroglancer-demo.appspot.com/#!" +
			ENCODED, "<https://spelunker.cave-explorer.org/#!" + ENCODED + ">",
		"http://localhost:8080/v/abc/?x=1#!" + ENCODED, "{'a':['x+y'_1]}",
		"https://ngl.example.org/#!%7B'a':%5B'x+y'_1%5D%7D" })
	void state_isTakenOutOfWhatIsAroundIt(final String text) {
		assertEquals(new PastedText(false, JSON), PastedText.of(text));
		assertTrue(PastedText.isOne(text));
	}

	@Test
	void state_mayBeEncodedTwice() {
		assertEquals(JSON, PastedText.of("https://h/#!" + URLEncoder.encode(ENCODED,
			StandardCharsets.UTF_8)).content());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { //
		"https://s.org/#!middleauth+https://g.org/nglstate/api/v1/7 | middleauth+https://g.org/nglstate/api/v1/7", //
		"#!gs://bucket/states/a.json                                | gs://bucket/states/a.json", //
		"https://s.org/?json_url=https://g.org/nglstate/7           | https://g.org/nglstate/7", //
		"https://s.org/?x=1&json_url=https%3A%2F%2Fg.org%2F7#!x     | https://g.org/7", //
		"middleauth+https://g.org/nglstate/api/v1/7                 | middleauth+https://g.org/nglstate/api/v1/7" })
	void address_isFoundInItsForms(final String text, final String address) {
		assertEquals(new PastedText(true, address), PastedText.of(text));
		assertTrue(PastedText.isOne(text));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '^', value = { //
		"{'a':'it\\'s'}        | {\"a\":\"it's\"}", //
		"{'a':'say \"x\"'}     | {\"a\":\"say \\\"x\\\"\"}", //
		"{'a_b':1_'c':2&'d':3} | {\"a_b\":1,\"c\":2,\"d\":3}", //
		"{\"a\":\"it's, _\"}   | {\"a\":\"it's, _\"}", //
		"{'a':'\\\\\\n'}       | {\"a\":\"\\\\\\n\"}" })
	void safeQuotesAndCommas_becomeJsons(final String text, final String json) {
		assertEquals(json, UrlSafeJson.toJson(text));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "minnie65_public", "gs://bucket/em",
		"https://host/path", "precomputed://gs://b/em", "/home/me/em",
		"graphene://https://host/segmentation/table/t" })
	void addressOfAVolume_isNoLink(final String text) {
		assertFalse(PastedText.isOne(text));
		final String message = assertThrows(IllegalArgumentException.class,
			() -> PastedText.of(text)).getMessage();
		assertTrue(message.startsWith("Expected a Neuroglancer link"), message);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { //
		"https://h/#!%7B%2           | two hexadecimal digits", //
		"https://h/#!                | try copying it again", //
		"https://h/#!nonsense        | try copying it again", //
		"https://h/?local_id=abc#!x  | kept in the browser" })
	void brokenLink_isRefusedWithTheRemedy(final String text, final String said) {
		final String message = assertThrows(IllegalArgumentException.class,
			() -> PastedText.of(text)).getMessage();

		assertTrue(message.contains(said), message);
	}
}
