// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;

import org.imageryclient.color.ColorScheme;
import org.imageryclient.cutout.RootSelection;
import org.junit.jupiter.api.Test;

/** What comes back from a real viewer, which writes states in its own way. */
class RewrittenStateTest {

	private final NeuroglancerState written = NeuroglancerState.parse(Links.file(
		"cutout-written.json"));

	private final NeuroglancerState rewritten = NeuroglancerState.parse(Links
		.file("cutout-rewritten.json"));

	@Test
	void request_isEqual() {
		assertTrue(written.request().isPresent());
		assertEquals(written.request(), rewritten.request());
	}

	/** The viewer forgot the time of the layer. */
	@Test
	void time_isTheCutouts() {
		assertEquals(Optional.empty(), rewritten.segmentation().orElseThrow()
			.timestamp());
		assertEquals("2024-03-05T12:34:56.789Z", rewritten.request().orElseThrow()
			.timestamp().orElseThrow().toString());
	}

	@Test
	void segmentsAndColours_areExact() {
		assertEquals(RootSelection.of("864691135752731847", "18446744073709551615",
			"9007199254740993"), rewritten.request().orElseThrow().roots());
		assertEquals(ColorScheme.parse("18446744073709551615=#ff8000 hashed 7"),
			rewritten.colors());
	}

	@Test
	void state_isWrittenAsItWas() {
		assertEquals(written, NeuroglancerState.parse(written.toJson()));
		assertEquals(written.toJson().replace("\"timestamp\":1709642096789,", ""),
			rewritten.toJson());
	}
}
