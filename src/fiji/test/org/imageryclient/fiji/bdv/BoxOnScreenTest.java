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

/**
 * A box drawn in BigDataViewer's own window, and the cutout of it in ImageJ's.
 * Meanwhile a root is clicked at: the program fails where it is not selected,
 * or its id does not come to the status bar.
 */
class BoxOnScreenTest {

	private static List<String> seen = List.of();

	@BeforeAll
	static void draw(@TempDir final Path home) throws IOException,
		InterruptedException
	{
		try (VirtualDisplay display = VirtualDisplay.start()) {
			final Path file = home.resolve("seen.txt");
			display.run(BoxOnScreen.class, home, file.toString());
			seen = Files.readAllLines(file);
		}
	}

	@Test
	void cutout_isTheBoxThatWasDrawn() {
		final String[] sizes = after("size ").split(" expected ");
		assertEquals(sizes[1], sizes[0]);
		assertEquals("0", after("differing voxels "));
	}

	@Test
	void corner_isDraggedWithTheMouse() {
		assertEquals("true", after("dragged: other corner stays "));
	}

	@Test
	void canceledDialog_leavesNothing() {
		assertEquals("dialogs 0, images 0", after("after cancel: "));
	}

	@Test
	void title_hasTheNamesOfTheSources() {
		assertEquals("em, seg", after("title "));
	}

	@Test
	void firstBox_isOneVoxelDeepWhereOneLooks() {
		assertTrue(after("first box ").endsWith(", 310, 310]"), seen.toString());
	}

	private static String after(final String start) {
		return seen.stream().filter(line -> line.startsWith(start)).findFirst().map(
			line -> line.substring(start.length())).orElseThrow();
	}
}
