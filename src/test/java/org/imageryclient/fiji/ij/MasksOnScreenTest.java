// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.ij;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;

import org.imageryclient.testing.SeenOnScreen;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Masks in ImageJ's own ROI Manager, and the table in a window of its own. */
class MasksOnScreenTest {

	private static SeenOnScreen seen = SeenOnScreen.NOTHING;

	@BeforeAll
	static void run(@TempDir final Path home) throws IOException,
		InterruptedException
	{
		seen = SeenOnScreen.by(MasksOnScreen.class, home, home.toString());
	}

	@Test
	void manager_hasEveryMaskOfEverySlice() {
		final String[] counts = seen.after("manager: ").split(" as ");
		assertEquals(counts[1], counts[0]);
		assertTrue(Integer.parseInt(counts[0]) > 10, counts[0]);
	}

	@Test
	void batchModeMacro_hasThemInItsOwnManager() {
		assertEquals(seen.after("hidden: "), seen.after("batch: "));
	}

	@Test
	void savedSet_isOpenedByAHiddenManager() {
		assertEquals(seen.after("manager: ").split(" as ")[0], seen.after(
			"hidden: "));
	}

	@Test
	void table_isInAWindowOfItsOwnWithIdsAsText() {
		assertTrue(seen.after("table: ").matches("\\d+ 86469\\d{13}"), seen.after(
			"table: "));
		assertTrue(seen.after("windows: ").contains("Segments"), seen.after(
			"windows: "));
	}
}
