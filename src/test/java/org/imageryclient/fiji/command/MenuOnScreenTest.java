// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.command;

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

/** Entries of ImageJ's own menus where there is a screen. */
class MenuOnScreenTest {

	private static List<String> seen = List.of();

	@BeforeAll
	static void choose(@TempDir final Path home) throws IOException,
		InterruptedException
	{
		try (VirtualDisplay display = VirtualDisplay.start()) {
			final Path file = home.resolve("seen.txt");
			display.run(MenuOnScreen.class, home, file.toString(), home.resolve(
				"cutout.tif").toString());
			seen = Files.readAllLines(file);
		}
	}

	@Test
	void sample_opensWithoutADialog() {
		assertEquals("[] EM Fly Medulla (FIB-25)", seen.get(0));
	}

	@Test
	void saveCutout_asksForANameAlone() {
		assertTrue(seen.get(1).matches("\\[save] \\d{5,}"), seen.get(1));
	}

	@Test
	void saveCutout_withoutAnImage_isRefusedBeforeAnythingIsAsked() {
		assertEquals("[] ", seen.get(2).substring(0, 3));
		assertTrue(seen.get(2).contains("no image is open"), seen.get(2));
	}
}
