// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.imageryclient.color.ColorScheme;
import org.imageryclient.geom.Region;
import org.imageryclient.geom.Resolution;
import org.imageryclient.link.NeuroglancerState;
import org.imageryclient.testing.VirtualDisplay;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copying a link where there is a screen. */
class LinkOnScreenTest {

	private static List<String> seen = List.of();

	@BeforeAll
	static void copy(@TempDir final Path home) throws IOException,
		InterruptedException
	{
		try (VirtualDisplay display = VirtualDisplay.start()) {
			final Path file = home.resolve("seen.txt");
			display.run(LinkOnScreen.class, home, file.toString(), home.resolve(
				"cutout.tif").toString());
			seen = Files.readAllLines(file);
		}
	}

	@Test
	void link_isOfTheImageInTheWindow() {
		final NeuroglancerState state = NeuroglancerState.parse(seen.get(0));

		assertEquals("20512, 12512, 310", state.position().orElseThrow()
			.toString());
		assertEquals(ColorScheme.hashed(7), state.colors());
	}

	@Test
	void link_isInTheClipboard() {
		assertEquals(seen.get(0), seen.get(1));
	}

	@Test
	void link_isKeptInImageJsTiff() {
		assertEquals(seen.get(0), seen.get(2));
	}

	@Test
	void openedLink_fillsInTheDialog() {
		final String asked = seen.get(3);

		assertTrue(asked.matches(
			"source=precomputed://file:.*/em segmentation=precomputed://file:.*/seg center=20512,12512,310 size=40,30,2 roots=all"),
			asked);
	}

	@Test
	void dialog_mayBeChanged_andKeepsWhatItDoesNotAsk() {
		final NeuroglancerState state = NeuroglancerState.parse(seen.get(4));

		assertEquals(Region.centered(20512, 12512, 310).size(40, 30, 1).at(
			Resolution.of(4.6, 4.6, 45)), state.request().orElseThrow().region());
		assertEquals(ColorScheme.hashed(7), state.colors());
	}
}
