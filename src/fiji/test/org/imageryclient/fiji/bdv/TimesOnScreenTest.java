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
 * Another moment of a proofread segmentation in BigDataViewer's own window. The
 * program waits for the colours of the recorded roots of each time, and fails
 * where they do not come.
 */
class TimesOnScreenTest {

	private static SeenOnScreen seen = SeenOnScreen.NOTHING;

	@BeforeAll
	static void look(@TempDir final Path home) throws IOException,
		InterruptedException
	{
		seen = SeenOnScreen.by(TimesOnScreen.class, home);
	}

	@Test
	void anotherTime_fetchesNoChunk() {
		assertEquals("0", seen.after("chunks fetched "));
		assertTrue(Integer.parseInt(seen.after("look-ups ")) > 0);
	}

	@Test
	void label_followsTheTime() {
		assertEquals("Roots as of (UTC), now 2024-07-01T00:00:00Z", seen.after(
			"label "));
	}

	@Test
	void ctrlClick_selectsTheRootOfThatTime() {
		final String[] ids = seen.after("selected ").split(" expected ");
		assertEquals(ids[1], ids[0]);
	}

	@Test
	void timeInTheFuture_isSaidInTheCard() {
		assertTrue(seen.after("wrong time ").contains("not in the future"), seen
			.toString());
	}

	@Test
	void serverThatRefuses_isSaidOnceInTheCard() {
		assertTrue(seen.after("refused twice, said ").startsWith(
			"1 time: Expected"), seen.toString());
	}
}
