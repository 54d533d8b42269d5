// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.ij;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.imageryclient.testing.SeenOnScreen;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person sees: ImageJ's own windows on a screen, and a mouse. */
class OverlayOnScreenTest {

	private static SeenOnScreen seen = SeenOnScreen.NOTHING;

	@BeforeAll
	static void moveTheMouse(@TempDir final Path home) throws IOException,
		InterruptedException
	{
		seen = SeenOnScreen.by(OverlayOnScreen.class, home);
	}

	@Test
	void statusBar_overALabel_hasTheExactRootId() {
		assertEquals(List.of(
			"x=4060 (15), y=8040 (10), z=4000 (0), root id 864691135571546917",
			"x=4060 (15), y=8040 (10), z=4040 (1), root id 18446744073709551615"),
			statusOf("(15, 10, "));
	}

	@Test
	void statusBar_overTheBackground_saysSo() {
		assertEquals(List.of("x=4008 (2), y=8008 (2), z=4000 (0), no root",
			"x=4008 (2), y=8008 (2), z=4040 (1), no root"), statusOf("(2, 2, "));
	}

	@ParameterizedTest
	@CsvSource({ "'(2, 2, 0)', 100, 100, 100", "'(2, 2, 1)', 100, 100, 100",
		// Halfway from grey 100 to Neuroglancer's #07cdff and #d3ff03.
		"'(15, 10, 0)', 53.5, 152.5, 177.5", "'(15, 10, 1)', 155.5, 177.5, 51.5" })
	void screen_showsImageryAndHalfOfNeuroglancersColourOverIt(final String pixel,
		final double red, final double green, final double blue)
	{
		final String line = seen.lines().stream().filter(l -> l.startsWith(pixel))
			.findFirst().orElseThrow();
		final double[] color = Stream.of(line.substring(pixel.length() + 1, line
			.indexOf(" |")).split(" ")).mapToDouble(Double::parseDouble).toArray();
		assertArrayEquals(new double[] { red, green, blue }, color, 1);
	}

	private static List<String> statusOf(final String pixel) {
		return seen.lines().stream().filter(line -> line.startsWith(pixel)).map(
			line -> line.substring(line.indexOf("| ") + 2)).toList();
	}
}
