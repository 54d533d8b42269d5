// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.volume;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.imglib2.Cursor;
import net.imglib2.img.NativeImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.type.numeric.integer.ByteType;
import net.imglib2.type.numeric.integer.UnsignedIntType;
import net.imglib2.view.Views;

import org.imageryclient.TooLarge;
import org.junit.jupiter.api.Test;

class PlanesTest {

	private static final long MB = 1 << 20;

	@Test
	void planesPerArray_roomyHeap_isOne() {
		assertEquals(1, SlabSize.planesPerArray(MB, 512, 512, 8192 * MB));
	}

	@Test
	void planesPerArray_planesLosingHalfOfATightHeap_isMany() {
		// 512^3 ints under -Xmx896m: a plane of 1 MB takes two regions of 1 MB.
		assertEquals(2 * MB, SlabSize.heapBytes(MB, 896 * MB));
		final int planes = SlabSize.planesPerArray(MB, 512, 512, 896 * MB);
		assertEquals(32, planes);
		assertTrue(16 * SlabSize.heapBytes(planes * MB, 896 * MB) < 530 * MB);
	}

	@Test
	void planesPerArray_planesThatFit_isOneInATightHeap() {
		assertEquals(1, SlabSize.planesPerArray(512 * 512, 2048, 2048, 896 * MB));
	}

	@Test
	void image_severalPlanesPerArray_isThatOfOnePlanePerArray() {
		// Given 5 planes, 2 channels, 3 planes an array: 2 arrays a channel.
		final Planes planes = Planes.grouped(7, 6, 5, 2, 3);
		for (int i = 0; i < planes.arrayCount(); i++)
			planes.allocate(i, new UnsignedIntType());
		for (int plane = 0; plane < 10; plane++)
			for (int i = 0; i < 42; i++)
				((int[]) planes.array(plane))[planes.offset(plane) + i] = 42 * plane +
					i;
		final NativeImg<UnsignedIntType, ?> image = planes.image(
			new UnsignedIntType(), 7, 6, 5, 2);
		final Cursor<UnsignedIntType> cursor = Views.flatIterable(image).cursor();
		for (int i = 0; i < 420; i++)
			assertEquals(i, cursor.next().getInt());
		final Planes again = Planes.of(image);
		assertFalse(again.areShared());
		for (int plane = 0; plane < 10; plane++)
			assertArrayEquals((int[]) planes.plane(plane), (int[]) again.plane(
				plane));
	}

	@Test
	void of_planarImage_sharesItsPlanes() {
		final NativeImg<ByteType, ?> image = PlanarImgs.bytes(4, 3, 2);
		final Planes planes = Planes.of(image);
		((byte[]) planes.plane(1))[5] = 7;
		assertEquals(7, image.getAt(1, 1, 1).get());
	}

	@Test
	void of_otherImage_isRefused() {
		assertThrows(IllegalArgumentException.class, () -> Planes.of(ArrayImgs
			.bytes(4, 3, 2)));
	}

	@Test
	void ofSize_planeLongerThanAnArray_isTooLarge() {
		assertThrows(TooLarge.class, () -> Planes.ofSize(1, 1L << 40, 1L << 40, 1,
			1));
	}
}
