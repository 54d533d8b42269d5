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
 * The card and the keys in BigDataViewer's own window. What must change in the
 * picture is awaited by the program, which fails where it does not come.
 */
class ControlsOnScreenTest {

	private static SeenOnScreen seen = SeenOnScreen.NOTHING;

	@BeforeAll
	static void look(@TempDir final Path home) throws IOException,
		InterruptedException
	{
		seen = SeenOnScreen.by(ControlsOnScreen.class, home, home.resolve(
			"window.png").toString(), home.toString());
	}

	@Test
	void position_inVoxels_isBroughtToTheMiddle() {
		assertEquals("20512, 12512, 310", seen.after("voxel in the middle "));
	}

	@Test
	void position_inNm_isBroughtToTheMiddle() {
		assertEquals("81000 49000 15525", seen.after("nm in the middle "));
	}

	@Test
	void position_isTypedWithoutPressingKeysOfTheViewer() {
		assertEquals("2 3 2, same source true", seen.after("typed "));
	}

	@Test
	void position_thatIsNone_isSaidInTheCard() {
		assertTrue(seen.after("wrong position ").startsWith(
			"Expected a position as three numbers"), seen.toString());
	}

	@Test
	void sliders_changeThePicture() {
		assertTrue(seen.lines().contains("opacity follows the slider"));
		assertTrue(seen.lines().contains("selection has its opacities"));
	}

	@Test
	void colours_changeAndComeBackByButtonAndKey() {
		assertTrue(seen.lines().contains("colours change and come back"));
	}

	@Test
	void ctrlClick_copiesTheRoot() {
		assertSame(seen.after("clipboard "));
	}

	@Test
	void mouse_isToldItsVoxelAndRoot() {
		assertSame(seen.after("readout "));
	}

	@Test
	void interpolation_leavesLabelsAlone() {
		assertTrue(seen.after("labels interpolated ").startsWith("false"), seen
			.toString());
	}

	@Test
	void bookmarksAndSettings_work() {
		assertTrue(seen.lines().contains("bookmark found"));
		assertEquals("[EM, Segmentation, group 3]", seen.after(
			"settings load, groups "));
	}

	@Test
	void keys_areListedInThePreferences() {
		assertEquals(
			"[imageryclient clear selection, imageryclient new colours, imageryclient select root, imageryclient undo colours]",
			seen.after("keys listed "));
	}

	@Test
	void keys_followTheUsersKeymap() {
		assertEquals("false", seen.after("the key that was taken away works "));
	}

	@Test
	void closedWindow_leavesNoThread() {
		assertTrue(seen.lines().contains("threads end with the window"));
	}

	@Test
	void imageryWithoutSegmentation_isBrowsed() {
		assertEquals("selected 0, messages []", seen.after("imagery alone: "));
	}

	@Test
	void cutout_opensAWindowWithACardWhereNoneIsOpen() {
		assertEquals("Cutouts", seen.after("cutout alone is shown, title "));
	}

	private static void assertSame(final String line) {
		final String[] both = line.split(" expected ");
		assertEquals(both[1], both[0]);
	}
}
