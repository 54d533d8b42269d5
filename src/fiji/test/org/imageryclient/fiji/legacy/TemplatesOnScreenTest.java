// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.legacy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.imageryclient.testing.SeenOnScreen;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the Templates menu of Fiji's script editor has of ours. */
@Tag("imagej-legacy")
class TemplatesOnScreenTest {

	@TempDir
	private static Path home;

	private static SeenOnScreen seen = SeenOnScreen.NOTHING;

	@BeforeAll
	static void clickOnEach() throws IOException, InterruptedException {
		seen = SeenOnScreen.by(TemplatesOnScreen.class, home, Files.createDirectory(
			home.resolve("texts")).toString());
	}

	@Test
	void menu_hasEachExampleInItsLanguage() {
		assertEquals(List.of(
			"Cut out imagery and masks (Python (Jython)): Python (Jython)",
			"Cutout demo (ImageJ Macro): ImageJ Macro",
			"Cutout demo (Python (Jython)): Python (Jython)",
			"Draw overlays (Python (Jython)): Python (Jython)",
			"Figure of a CAVE datastack (Python (Jython)): Python (Jython)",
			"Read saved labels (Python (Jython)): Python (Jython)",
			"Save slices (Python (Jython)): Python (Jython)"), seen.lines());
	}

	@Test
	void click_opensTheExampleAsItStands() throws IOException {
		assertEquals(example("jython/Draw_overlays.py"), shown(
			"Draw overlays (Python (Jython))"));
		assertEquals(example("macro/Cutout_demo.ijm"), shown(
			"Cutout demo (ImageJ Macro)"));
	}

	private static List<String> example(final String name) throws IOException {
		return Files.readAllLines(Path.of("scripts").resolve(name));
	}

	private static List<String> shown(final String label) throws IOException {
		return Files.readAllLines(home.resolve("texts").resolve(label));
	}
}
