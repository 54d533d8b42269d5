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
 * Another moment of a proofread segmentation in BigDataViewer's own window. The
 * program waits for the colours of the recorded roots of each time, and fails
 * where they do not come.
 */
class TimesOnScreenTest {

	private static List<String> seen = List.of();

	@BeforeAll
	static void look(@TempDir final Path home) throws IOException,
		InterruptedException
	{
		try (VirtualDisplay display = VirtualDisplay.start()) {
			final Path file = home.resolve("seen.txt");
			display.run(TimesOnScreen.class, home, file.toString());
			seen = Files.readAllLines(file);
		}
	}

	@Test
	void anotherTime_fetchesNoChunk() {
		assertEquals("0", after("chunks fetched "));
		assertTrue(Integer.parseInt(after("look-ups ")) > 0);
	}

	@Test
	void label_followsTheTime() {
		assertEquals("Roots as of (UTC), now 2024-07-01T00:00:00Z", after(
			"label "));
	}

	@Test
	void ctrlClick_selectsTheRootOfThatTime() {
		final String[] ids = after("selected ").split(" expected ");
		assertEquals(ids[1], ids[0]);
	}

	@Test
	void timeInTheFuture_isSaidInTheCard() {
		assertTrue(after("wrong time ").contains("not in the future"), seen
			.toString());
	}

	@Test
	void serverThatRefuses_isSaidOnceInTheCard() {
		assertTrue(after("refused twice, said ").startsWith("1 time: Expected"),
			seen.toString());
	}

	private static String after(final String start) {
		return seen.stream().filter(line -> line.startsWith(start)).findFirst().map(
			line -> line.substring(start.length())).orElseThrow();
	}
}
