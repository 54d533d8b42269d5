// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.overlay;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import org.imageryclient.Unsupported;
import org.imageryclient.picture.Picture;
import org.junit.jupiter.api.Test;

class ImageRowTest {

	private static final int WHITE = 0xffffff;

	private static final Picture RED = new Picture.Rgba(1, 2, new int[] {
		0xffff0000, 0x00ff0000 });
	private static final Picture GREY = new Picture.Gray8(2, 1, new byte[] { 7,
		(byte) 200 });

	@Test
	void horizontal_startsAtTheTopAndShowsWhatIsSeeThroughInItsOwnColour() {
		final Picture.Rgb row = ImageRow.of(List.of(RED, GREY), "horizontal", 1);

		assertEquals(4, row.width());
		assertArrayEquals(new int[] { 0xff0000, WHITE, 0x070707, 0xc8c8c8, 0xff0000,
			WHITE, WHITE, WHITE }, row.samples());
	}

	@Test
	void vertical_startsAtTheLeft() {
		final Picture.Rgb column = ImageRow.of(List.of(RED, GREY), "vertical", 0);

		assertEquals(2, column.width());
		assertArrayEquals(new int[] { 0xff0000, WHITE, 0xff0000, WHITE, 0x070707,
			0xc8c8c8 }, column.samples());
	}

	@Test
	void spacing_isBetweenPicturesOnly() {
		assertEquals(3 + 2 * 5, ImageRow.horizontal(List.of(RED, RED, RED), 5)
			.width());
		assertEquals(6 + 2 * 5, ImageRow.vertical(List.of(RED, RED, RED), 5)
			.height());
	}

	@Test
	void anotherDirection_isRefused() {
		assertThrows(IllegalArgumentException.class, () -> ImageRow.of(List.of(RED),
			"diagonal", 1));
	}

	@Test
	void noPicture_isRefused() {
		assertThrows(IllegalArgumentException.class, () -> ImageRow.horizontal(List
			.of(), 1));
	}

	@Test
	void negativeSpacing_isRefused() {
		assertThrows(IllegalArgumentException.class, () -> ImageRow.vertical(List
			.of(RED), -1));
	}

	@Test
	void sixteenBits_areRefused() {
		assertThrows(Unsupported.class, () -> ImageRow.horizontal(List.of(
			new Picture.Gray16(1, 1, new short[1])), 1));
	}
}
