// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ViewerLinkTest {

	@ParameterizedTest
	@CsvSource(delimiter = ';', value = { //
		"gs://b/em                                  ; precomputed://gs://b/em", //
		"gs://b/em/|neuroglancer-precomputed:       ; precomputed://gs://b/em", //
		"precomputed://gs://b/em/                   ; precomputed://gs://b/em", //
		"s3://bucket.name/em                        ; precomputed://s3://bucket.name/em", //
		"s3://https://c.org/b/em                    ; precomputed://https://c.org/b/em", //
		"https://h.org/em/                          ; precomputed://https://h.org/em", //
		"precomputed://https://h.org/em#x           ; precomputed://https://h.org/em", //
		"middleauth+https://h.org/em                ; precomputed://middleauth+https://h.org/em", //
		"matrix://b/em                              ; precomputed://https://s3-hpcrc.rc.princeton.edu/b/em", //
		"/data/em                                   ; precomputed://file:///data/em", //
		"graphene://https://h.org/segmentation/table/t ; graphene://middleauth+https://h.org/segmentation/table/t", //
		"zarr://gs://b/em                           ; zarr://gs://b/em" },
		quoteCharacter = '^')
	void source_isAsNeuroglancerSpellsIt(final String given,
		final String spelled)
	{
		assertEquals(spelled, ViewerAddress.of(given));
	}

	@Test
	void graphene_isShownInSpelunker() {
		final String link = NeuroglancerState.parse(Links.file("link-current.txt"))
			.toLink();

		assertTrue(link.startsWith("https://spelunker.cave-explorer.org/#!%7B"),
			link);
	}

	@Test
	void otherSegmentations_areShownInTheDemo() {
		final String link = NeuroglancerState.parse(Links.file(
			"state-pinky100.json")).toLink();

		assertTrue(link.startsWith("https://neuroglancer-demo.appspot.com/#!%7B"),
			link);
	}

	@Test
	void site_isTheUsersChoice() {
		assertEquals("https://h.org/v/#!%7B%22layers%22:%5B%5D%7D", ViewerLink.of(
			"https://h.org/v/", "{\"layers\":[]}"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "h.org", "ftp://h.org", "https://",
		"https://h.org/#!", "https://me:secret@h.org", "https://h.org/?token=1" })
	void site_thatIsNone_isRefused(final String site) {
		assertThrows(IllegalArgumentException.class, () -> ViewerLink.of(site,
			"{}"));
	}

	@Test
	void link_isOfCharactersThatMailsLeaveAlone() {
		final String link = ViewerLink.of("https://h.org",
			"{\"a\":\"é (x) 'y' 100%\"}");

		assertTrue(link.matches("[A-Za-z0-9%:/#!,._~-]+"), link);
		assertEquals("{\"a\":\"é (x) 'y' 100%\"}", PastedText.of(link).content());
	}

	@ParameterizedTest
	@ValueSource(strings = { "link-current.txt", "link-spelunker.txt",
		"state-pinky100.json" })
	void publishedState_keepsWhatIsReadOfIt(final String file) {
		final NeuroglancerState state = NeuroglancerState.parse(Links.file(file));

		final NeuroglancerState again = NeuroglancerState.parse(state.toLink());

		assertEquals(state.layers(), again.layers());
		assertEquals(state.position(), again.position());
		assertEquals(state.nmPerPixel(), again.nmPerPixel());
	}
}
