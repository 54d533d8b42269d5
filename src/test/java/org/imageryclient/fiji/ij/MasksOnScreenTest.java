// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.ij;

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

/** Masks in ImageJ's own ROI Manager, and the table in a window of its own. */
class MasksOnScreenTest {

	private static List<String> seen = List.of();

	@BeforeAll
	static void run(@TempDir final Path home) throws IOException,
		InterruptedException
	{
		try (VirtualDisplay display = VirtualDisplay.start()) {
			final Path file = home.resolve("seen.txt");
			display.run(MasksOnScreen.class, home, file.toString(), home.toString());
			seen = Files.readAllLines(file);
		}
	}

	@Test
	void manager_hasEveryMaskOfEverySlice() {
		final String[] counts = lineOf("manager: ").split(" as ");
		assertEquals(counts[1], counts[0]);
		assertTrue(Integer.parseInt(counts[0]) > 10, counts[0]);
	}

	@Test
	void batchModeMacro_hasThemInItsOwnManager() {
		assertEquals(lineOf("hidden: "), lineOf("batch: "));
	}

	@Test
	void savedSet_isOpenedByAHiddenManager() {
		assertEquals(lineOf("manager: ").split(" as ")[0], lineOf("hidden: "));
	}

	@Test
	void table_isInAWindowOfItsOwnWithIdsAsText() {
		assertTrue(lineOf("table: ").matches("\\d+ 86469\\d{13}"), lineOf(
			"table: "));
		assertTrue(lineOf("windows: ").contains("Segments"), lineOf("windows: "));
	}

	private static String lineOf(final String what) {
		return seen.stream().filter(line -> line.startsWith(what)).findFirst()
			.orElseThrow().substring(what.length());
	}
}
