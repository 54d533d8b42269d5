// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;

import org.imageryclient.testing.SeenOnScreen;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Entries of ImageJ's own menus where there is a screen. */
class MenuOnScreenTest {

	private static SeenOnScreen seen = SeenOnScreen.NOTHING;

	@BeforeAll
	static void choose(@TempDir final Path home) throws IOException,
		InterruptedException
	{
		seen = SeenOnScreen.by(MenuOnScreen.class, home, home.resolve("cutout.tif")
			.toString());
	}

	@Test
	void sample_opensWithoutADialog() {
		assertEquals("[] EM Fly Medulla (FIB-25)", seen.line(0));
	}

	@Test
	void saveCutout_asksForANameAlone() {
		assertTrue(seen.line(1).matches("\\[save] \\d{5,}"), seen.line(1));
	}

	@Test
	void saveCutout_withoutAnImage_isRefusedBeforeAnythingIsAsked() {
		assertEquals("[] ", seen.line(2).substring(0, 3));
		assertTrue(seen.line(2).contains("no image is open"), seen.line(2));
	}
}
