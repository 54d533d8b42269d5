// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;

import org.imageryclient.color.ColorScheme;
import org.imageryclient.geom.Region;
import org.imageryclient.geom.Resolution;
import org.imageryclient.link.NeuroglancerState;
import org.imageryclient.testing.SeenOnScreen;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copying a link where there is a screen. */
class LinkOnScreenTest {

	private static SeenOnScreen seen = SeenOnScreen.NOTHING;

	@BeforeAll
	static void copy(@TempDir final Path home) throws IOException,
		InterruptedException
	{
		seen = SeenOnScreen.by(LinkOnScreen.class, home, home.resolve("cutout.tif")
			.toString());
	}

	@Test
	void link_isOfTheImageInTheWindow() {
		final NeuroglancerState state = NeuroglancerState.parse(seen.line(0));

		assertEquals("20512, 12512, 310", state.position().orElseThrow()
			.toString());
		assertEquals(ColorScheme.hashed(7), state.colors());
	}

	@Test
	void link_isInTheClipboard() {
		assertEquals(seen.line(0), seen.line(1));
	}

	@Test
	void link_isKeptInImageJsTiff() {
		assertEquals(seen.line(0), seen.line(2));
	}

	@Test
	void openedLink_fillsInTheDialog() {
		final String asked = seen.line(3);

		assertTrue(asked.matches(
			"source=precomputed://file:.*/em segmentation=precomputed://file:.*/seg center=20512,12512,310 size=40,30,2 roots=all"),
			asked);
	}

	@Test
	void dialog_mayBeChanged_andKeepsWhatItDoesNotAsk() {
		final NeuroglancerState state = NeuroglancerState.parse(seen.line(4));

		assertEquals(Region.centered(20512, 12512, 310).size(40, 30, 1).at(
			Resolution.of(4.6, 4.6, 45)), state.request().orElseThrow().region());
		assertEquals(ColorScheme.hashed(7), state.colors());
	}
}
