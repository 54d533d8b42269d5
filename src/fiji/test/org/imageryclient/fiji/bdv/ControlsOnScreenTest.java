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
 * The card and the keys in BigDataViewer's own window. What must change in the
 * picture is awaited by the program, which fails where it does not come.
 */
class ControlsOnScreenTest {

	private static List<String> seen = List.of();

	@BeforeAll
	static void look(@TempDir final Path home) throws IOException,
		InterruptedException
	{
		try (VirtualDisplay display = VirtualDisplay.start()) {
			final Path file = home.resolve("seen.txt");
			display.run(ControlsOnScreen.class, home, file.toString(), home.resolve(
				"window.png").toString(), home.toString());
			seen = Files.readAllLines(file);
		}
	}

	@Test
	void position_inVoxels_isBroughtToTheMiddle() {
		assertEquals("20512, 12512, 310", after("voxel in the middle "));
	}

	@Test
	void position_inNm_isBroughtToTheMiddle() {
		assertEquals("81000 49000 15525", after("nm in the middle "));
	}

	@Test
	void position_isTypedWithoutPressingKeysOfTheViewer() {
		assertEquals("2 3 2, same source true", after("typed "));
	}

	@Test
	void position_thatIsNone_isSaidInTheCard() {
		assertTrue(after("wrong position ").startsWith(
			"Expected a position as three numbers"), seen.toString());
	}

	@Test
	void sliders_changeThePicture() {
		assertTrue(seen.contains("opacity follows the slider"));
		assertTrue(seen.contains("selection has its opacities"));
	}

	@Test
	void colours_changeAndComeBackByButtonAndKey() {
		assertTrue(seen.contains("colours change and come back"));
	}

	@Test
	void ctrlClick_copiesTheRoot() {
		assertSame(after("clipboard "));
	}

	@Test
	void mouse_isToldItsVoxelAndRoot() {
		assertSame(after("readout "));
	}

	@Test
	void interpolation_leavesLabelsAlone() {
		assertTrue(after("labels interpolated ").startsWith("false"), seen
			.toString());
	}

	@Test
	void bookmarksAndSettings_work() {
		assertTrue(seen.contains("bookmark found"));
		assertEquals("[EM, Segmentation, group 3]", after(
			"settings load, groups "));
	}

	@Test
	void keys_areListedInThePreferences() {
		assertEquals(
			"[imageryclient clear selection, imageryclient new colours, imageryclient select root, imageryclient undo colours]",
			after("keys listed "));
	}

	@Test
	void keys_followTheUsersKeymap() {
		assertEquals("false", after("the key that was taken away works "));
	}

	@Test
	void closedWindow_leavesNoThread() {
		assertTrue(seen.contains("threads end with the window"));
	}

	@Test
	void imageryWithoutSegmentation_isBrowsed() {
		assertEquals("selected 0, messages []", after("imagery alone: "));
	}

	@Test
	void cutout_opensAWindowWithACardWhereNoneIsOpen() {
		assertEquals("Cutouts", after("cutout alone is shown, title "));
	}

	private static void assertSame(final String line) {
		final String[] both = line.split(" expected ");
		assertEquals(both[1], both[0]);
	}

	private static String after(final String start) {
		return seen.stream().filter(line -> line.startsWith(start)).findFirst().map(
			line -> line.substring(start.length())).orElseThrow();
	}
}
