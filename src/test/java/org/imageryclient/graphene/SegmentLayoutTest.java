// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.graphene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.imageryclient.geom.Long3;
import org.junit.jupiter.api.Test;

class SegmentLayoutTest {

	private static final SegmentLayout TEN_BITS = new SegmentLayout(8, 9, bits(9,
		10));

	@Test
	void parts_ofAnIdMadeByHand() {
		final long id = 5L << 56 | 1L << 46 | 2L << 36 | 3L << 26 | 10;

		assertEquals(5, TEN_BITS.layer(id));
		assertEquals(new Long3(1, 2, 3), TEN_BITS.chunk(id));
		assertEquals(10, TEN_BITS.number(id));
	}

	@Test
	void parts_ofAPublishedRoot() {
		final long root = 648518346349515986L;

		assertEquals(9, TEN_BITS.layer(root));
		assertTrue(TEN_BITS.isRoot(root));
		assertFalse(TEN_BITS.isSupervoxel(root));
		assertEquals(Long3.ZERO, TEN_BITS.chunk(root));
		assertEquals(8164562, TEN_BITS.number(root));
	}

	@Test
	void layer_isUnsigned() {
		assertEquals(255, TEN_BITS.layer(-1L));
	}

	@Test
	void chunk_ofAnUnknownLayerIsRefusedByName() {
		final Exception e = assertThrows(IllegalArgumentException.class,
			() -> TEN_BITS.chunk(-1L));
		assertTrue(e.getMessage().contains("18446744073709551615"), e.getMessage());
		assertTrue(e.getMessage().contains("layer 255"), e.getMessage());
	}

	private static Map<Integer, Integer> bits(final int layers, final int bits) {
		return IntStream.rangeClosed(1, layers).boxed().collect(Collectors.toMap(
			l -> l, l -> bits));
	}
}
