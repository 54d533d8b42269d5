// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.bdv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;

import org.imageryclient.testing.SeenOnScreen;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A box drawn in BigDataViewer's own window, and the cutout of it in ImageJ's.
 * Meanwhile a root is clicked at: the program fails where it is not selected,
 * or its id does not come to the status bar.
 */
class BoxOnScreenTest {

	private static SeenOnScreen seen = SeenOnScreen.NOTHING;

	@BeforeAll
	static void draw(@TempDir final Path home) throws IOException,
		InterruptedException
	{
		seen = SeenOnScreen.by(BoxOnScreen.class, home);
	}

	@Test
	void cutout_isTheBoxThatWasDrawn() {
		final String[] sizes = seen.after("size ").split(" expected ");
		assertEquals(sizes[1], sizes[0]);
		assertEquals("0", seen.after("differing voxels "));
	}

	@Test
	void cutout_hasTheColoursOfTheWindow() {
		assertEquals("true", seen.after("colours of the window "));
	}

	@Test
	void corner_isDraggedWithTheMouse() {
		assertEquals("true", seen.after("dragged: other corner stays "));
	}

	@Test
	void canceledDialog_leavesNothing() {
		assertEquals("dialogs 0, images 0", seen.after("after cancel: "));
	}

	@Test
	void title_hasTheNamesOfTheSources() {
		assertEquals("em, seg", seen.after("title "));
	}

	@Test
	void firstBox_isOneVoxelDeepWhereOneLooks() {
		assertTrue(seen.after("first box ").endsWith(", 310, 310]"), seen
			.toString());
	}
}
