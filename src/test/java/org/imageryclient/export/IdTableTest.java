// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.export;

import static org.imageryclient.export.SmallStacks.ROOT;
import static org.imageryclient.export.SmallStacks.masks;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;

import org.imageryclient.CorruptData;
import org.imageryclient.color.RootColors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdTableTest {

	@Test
	void csv_hasEveryDigitOfTheIds() {
		assertEquals(
			"label,root_id,color,voxels\r\n1,864691135571546917,#ff800080,1\r\n2,18446744073709551615,#ffffff,1\r\n",
			IdTable.toCsv(masks(), RootColors.fixed(Map.of(ROOT, "#ff800080"))));
	}

	@Test
	void parse_isTheWayBack() {
		assertArrayEquals(new long[] { 0, ROOT, -1 }, IdTable.parse(IdTable.toCsv(
			masks(), RootColors.WHITE)));
	}

	@Test
	void parse_ofOtherColumnsAndOrder_readsTheTwoThatCount() {
		assertArrayEquals(new long[] { 0, 0, -2, 7 }, IdTable.parse(
			"\ufeffroot_id;x,Root_ID,note,LABEL\n1,7,\"a, b\",3\n2,18446744073709551614,,2\n"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { //
		"label,id;1,5                        | root_id", //
		"label,root_id;1,5;2,8.64691E+17     | \"8.64691E+17\" in line 3", //
		"label,root_id;1,-5                  | \"-5\" in line 2", //
		"label,root_id;1                     | \"\" in line 2", //
		"label,root_id;one,5                 | \"one\" in line 2", //
		"label,root_id;16777217,5            | \"16777217\" in line 2", //
		"label,root_id;1,\"5                 | closing quote" })
	void parse_ofSomethingElse_saysWhatIsWrongAndWhere(final String csv,
		final String named)
	{
		final Exception e = assertThrows(CorruptData.class, () -> IdTable.parse(csv
			.replace(';', '\n')));
		assertTrue(e.getMessage().contains(named), e.getMessage());
	}
}
