// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.cutout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import java.util.stream.LongStream;

import org.imageryclient.volume.AxisLookup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AxisRuleTest {

	@ParameterizedTest
	@CsvSource({ "3, 7, 0 0 1 1 1 2 2", "10, 3, 0 5 9", "2, 4, 0 0 1 1",
		"1, 3, 0 0 0", "5, 1, 0" })
	void zoom_matchesTheEndsAsScipyDoes(final long from, final long to,
		final String expected)
	{
		assertEquals(expected, sources(new AxisRule.Zoom(to, from)));
	}

	@Test
	void zoom_computesTheStepFirst() {
		// Left to right, 47 * 3 / 94 + 0.5 would be 2.
		assertEquals(1, new AxisRule.Zoom(95, 4).source(47));
	}

	@ParameterizedTest
	@CsvSource({ "40, 80", "77, 154", "2048, 4096" })
	void zoom_twice_repeatsEachVoxel(final int from, final int to) {
		assertEquals(AxisLookup.generate(to, i -> i / 2), new AxisRule.Zoom(to,
			from).lookup());
	}

	@ParameterizedTest
	@CsvSource({
		// length, lower, result nm, source nm, expected absolute sources
		"6, 1101, 4, 8, 550 551 551 552 552 553", "5, -3, 4, 8, -2 -1 -1 0 0",
		"4, 10, 8, 4, 21 23 25 27", "4, 0, 9.2, 4.6, 1 3 5 7", "3, 0, 12, 8, 0 2 3",
		"4, -2, 8, 4, -3 -1 1 3", "5, 3, 2, 16, 0 0 0 0 0", "3, 7, 40, 40, 7 8 9",
		"3, 20000001, 9.2, 4.6, 40000003 40000005 40000007" })
	void aligned_takesTheVoxelThatCoversTheCentre(final long length,
		final long lower, final double nm, final double sourceNm,
		final String expected)
	{
		assertEquals(expected, sources(new AxisRule.Aligned(length, lower, 0, nm,
			sourceNm)));
	}

	@Test
	void aligned_countsFromWhatIsRead() {
		assertEquals("0 1 1 2", sources(new AxisRule.Aligned(4, 1101, 550, 4, 8)));
	}

	@Test
	void aligned_writtenOut_isTheSame() {
		final AxisRule rule = new AxisRule.Aligned(50, -11, -30, 12, 5);
		assertEquals(sources(rule), rule.lookup().toString().replaceAll("[\\[\\],]",
			""));
	}

	@Test
	void aligned_onTheSameGrid_isTheIdentity() {
		assertTrue(new AxisRule.Aligned(5, 7, 7, 4.6, 4.6).isIdentity());
	}

	@Test
	void aligned_onAnotherGrid_isNotTheIdentity() {
		assertFalse(new AxisRule.Aligned(5, 0, 0, 4, 8).isIdentity());
	}

	private static String sources(final AxisRule rule) {
		return LongStream.range(0, rule.length()).map(rule::source).mapToObj(
			Long::toString).collect(Collectors.joining(" "));
	}
}
