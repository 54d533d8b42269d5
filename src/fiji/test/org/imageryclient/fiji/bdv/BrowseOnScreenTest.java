// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.bdv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.imageryclient.testing.VirtualDisplay;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person sees of a slow server: BigDataViewer's own window, a mouse. */
class BrowseOnScreenTest {

	private static List<String> seen = List.of();

	@BeforeAll
	static void browse(@TempDir final Path home) throws IOException,
		InterruptedException
	{
		try (VirtualDisplay display = VirtualDisplay.start()) {
			final Path file = home.resolve("seen.txt");
			display.run(BrowseOnScreen.class, home, file.toString(), home.resolve(
				"window.png").toString());
			seen = Files.readAllLines(file);
		}
	}

	@Test
	void firstPicture_needsAtMostFourRequestsInSequencePerSource() {
		for (final String source : List.of("em", "seg")) {
			final int rounds = Integer.parseInt(after("rounds " + source + " "));
			assertTrue(rounds >= 1 && rounds <= 4, source + ": " + rounds);
		}
	}

	@Test
	void threadsThatDrawOrHandleEvents_neverAskAServer() {
		assertEquals("[]", after("waiting "));
	}

	@Test
	void ctrlClick_selectsTheRootAndCopiesItsId() {
		final String[] ids = after("selected ").split(" expected ");
		assertEquals(ids[1], ids[0]);
	}

	@Test
	void cutout_isAddedToTheSameWindow() {
		assertEquals("true, sources 2 more", after("cutout in the same window "));
	}

	@Test
	void sources_areInGroups() {
		assertEquals("[EM, Segmentation, Cutouts]", after("groups "));
	}

	private static String after(final String start) {
		return seen.stream().filter(line -> line.startsWith(start)).findFirst().map(
			line -> line.substring(start.length())).orElseThrow();
	}
}
