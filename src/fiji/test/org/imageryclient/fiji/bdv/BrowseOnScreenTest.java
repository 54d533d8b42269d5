// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.bdv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.imageryclient.testing.SeenOnScreen;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person sees of a slow server: BigDataViewer's own window, a mouse. */
class BrowseOnScreenTest {

	private static SeenOnScreen seen = SeenOnScreen.NOTHING;

	@BeforeAll
	static void browse(@TempDir final Path home) throws IOException,
		InterruptedException
	{
		seen = SeenOnScreen.by(BrowseOnScreen.class, home, home.resolve(
			"window.png").toString());
	}

	@Test
	void firstPicture_needsAtMostFourRequestsInSequencePerSource() {
		for (final String source : List.of("em", "seg")) {
			final int rounds = Integer.parseInt(seen.after("rounds " + source + " "));
			assertTrue(rounds >= 1 && rounds <= 4, source + ": " + rounds);
		}
	}

	@Test
	void threadsThatDrawOrHandleEvents_neverAskAServer() {
		assertEquals("[]", seen.after("waiting "));
	}

	@Test
	void ctrlClick_selectsTheRootAndCopiesItsId() {
		final String[] ids = seen.after("selected ").split(" expected ");
		assertEquals(ids[1], ids[0]);
	}

	@Test
	void cutout_isAddedToTheSameWindow() {
		assertEquals("true, sources 2 more", seen.after(
			"cutout in the same window "));
	}

	@Test
	void sources_areInGroups() {
		assertEquals("[EM, Segmentation, Cutouts]", seen.after("groups "));
	}
}
