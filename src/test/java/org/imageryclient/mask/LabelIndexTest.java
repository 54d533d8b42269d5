// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.mask;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

class LabelIndexTest {

	private static final long HUGE_ID = -2;

	@Test
	void of_repeatedIdsAndZeros_numbersThemInUnsignedOrder() {
		final LabelIndex labels = LabelIndex.of(7, HUGE_ID, 0, 5, 7, HUGE_ID, 0);
		assertArrayEquals(new long[] { 5, 7, HUGE_ID }, labels.ids());
		assertArrayEquals(new int[] { 0, 3, 1, 2 }, labels.labelsOf(new long[] { 0,
			HUGE_ID, 5, 7 }));
	}

	@Test
	void idOf_everyLabel_isTheWayBack() {
		final LabelIndex labels = LabelIndex.of(7, HUGE_ID, 5);
		for (int label = 1; label <= labels.size(); label++)
			assertEquals(label, labels.labelOf(labels.idOf(label)));
		assertEquals(0, labels.idOf(0));
	}

	@Test
	void labelOf_unknownId_isBackground() {
		assertEquals(0, LabelIndex.of(5).labelOf(6));
	}

	@Test
	void idOf_noSuchLabel_isRefused() {
		assertThrows(IndexOutOfBoundsException.class, () -> LabelIndex.of(5).idOf(
			2));
	}

	@Test
	void bitDepth_grows_whenTheLabelsDoNotFit() {
		assertEquals(8, ofCount(255).bitDepth());
		assertEquals(16, ofCount(256).bitDepth());
		assertEquals(16, ofCount(65535).bitDepth());
		assertEquals(32, ofCount(65536).bitDepth());
	}

	private static LabelIndex ofCount(final int count) {
		return LabelIndex.of(LongStream.rangeClosed(1, count).toArray());
	}
}
