// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.cutout;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RootSelectionTest {

	private static final long ID = 864691136577830163L;

	@Test
	void of_numbersOfAnyKind_keepsThemExactly() {
		final RootSelection roots = RootSelection.of(ID, 7, "18446744073709551615",
			new BigInteger("9223372036854775808"));
		assertArrayEquals(new long[] { ID, 7, -1, Long.MIN_VALUE }, roots.ids());
	}

	@Test
	void of_aList_isTheSameAsOneByOne() {
		assertEquals(RootSelection.of(1, 2), RootSelection.of(List.of(1, 2)));
	}

	@Test
	void of_repeatedIds_keepsEachOnce() {
		assertArrayEquals(new long[] { 3, 1 }, RootSelection.of(3, 1, "3").ids());
	}

	@Test
	void of_nothing_selectsNothing() {
		assertArrayEquals(new long[] { 0, 0, 0 }, RootSelection.of(List.of())
			.applyTo(new long[] { 0, 5, 6 }));
	}

	@Test
	void applyTo_listed_replacesOthersByZero() {
		assertArrayEquals(new long[] { 0, 0, ID }, RootSelection.of(ID).applyTo(
			new long[] { 0, ID + 1, ID }));
	}

	@Test
	void applyTo_all_keepsTheTable() {
		final long[] table = { 0, 1, 2 };
		assertSame(table, RootSelection.all().applyTo(table));
	}

	@ParameterizedTest
	@ValueSource(strings = { "all", "ALL", " raw ", "1 2", "1,2", "1;\t2", "" })
	void parse_readsWhatToStringWrites(final String text) {
		final RootSelection roots = RootSelection.parse(text);
		assertEquals(roots, RootSelection.parse(roots.toString()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "some", "-1", "+1", "1.5", "1e6", "0x1f", "1 two",
		"18446744073709551616", "all 1" })
	void parse_otherText_isRefusedWithTheText(final String text) {
		final String message = assertThrows(IllegalArgumentException.class,
			() -> RootSelection.parse(text)).getMessage();
		assertTrue(message.contains("\"" + text + "\""), message);
	}

	@Test
	void of_aNegativeNumber_isRefused() {
		final String message = assertThrows(IllegalArgumentException.class,
			() -> RootSelection.of(-1)).getMessage();
		assertTrue(message.contains("unsigned") && message.contains("-1"), message);
	}

	@Test
	void of_aFloatingPointNumber_isRefused() {
		assertThrows(IllegalArgumentException.class, () -> RootSelection.of(
			8.6e17));
	}
}
