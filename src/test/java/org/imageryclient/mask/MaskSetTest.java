// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.mask;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;

import java.lang.management.ManagementFactory;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.NativeImg;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.type.logic.BoolType;
import net.imglib2.type.numeric.integer.UnsignedIntType;
import net.imglib2.view.Views;

import org.imageryclient.geom.Long3;
import org.imageryclient.geom.VoxelBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.python.util.PythonInterpreter;

class MaskSetTest {

	private static final long CAVE_ID = 864691135571546917L;
	private static final long HUGE_ID = Long.parseUnsignedLong(
		"18446744073709551615");

	/** Index 0 background, 1 and 3 the same root, 4 not in the image. */
	private static final long[] TABLE = { 0, CAVE_ID, HUGE_ID, CAVE_ID, 77 };

	/** 3 x 2 x 2 voxels. */
	private static final int[] VOXELS = { 1, 0, 3, 2, 0, 0, 0, 0, 1, 0, 0, 0 };

	private final NativeImg<UnsignedIntType, ?> indices = image(VOXELS, 3, 2, 2);
	private final MaskSet masks = MaskSet.of(LabelImage.of(indices, TABLE));

	@Test
	void ids_always_areThoseThatOccurInUnsignedOrder() {
		assertArrayEquals(new long[] { CAVE_ID, HUGE_ID }, masks.ids());
	}

	@Test
	void ids_withNullRoot_beginWithZero() {
		assertArrayEquals(new long[] { 0, CAVE_ID, HUGE_ID }, MaskSet.of(LabelImage
			.of(indices, TABLE), new long[0], true).ids());
	}

	@Test
	void of_anImage_looksAtNothingUntilAMaskIsWanted() {
		final List<String> looks = new ArrayList<>();
		final MaskSet lazy = MaskSet.of(new LabelImage() {

			@Override
			public NativeImg<UnsignedIntType, ?> indices() {
				looks.add("indices");
				return indices;
			}

			@Override
			public long[] table() {
				looks.add("table");
				return TABLE.clone();
			}
		});
		assertEquals(List.of(), looks);

		lazy.ids();

		assertEquals(List.of("table", "indices"), looks);
	}

	@Test
	void masks_ofAll_allocateNothingByVoxel() {
		final LabelImage large = LabelImage.of(image(new Random(1).ints(512 * 512 *
			8, 0, 5).toArray(), 512, 512, 8), TABLE);
		MaskSet.of(large).stream().mapToLong(RootMask::voxelCount).sum();
		final ThreadMXBean threads = (ThreadMXBean) ManagementFactory
			.getThreadMXBean();

		final long before = threads.getCurrentThreadAllocatedBytes();
		MaskSet.of(large).stream().mapToLong(RootMask::voxelCount).sum();
		final long bytes = threads.getCurrentThreadAllocatedBytes() - before;

		assertTrue(bytes < 100_000, bytes + " bytes for 2 million voxels");
	}

	@Test
	void voxelCount_ofSeveralIndices_isTheirSum() {
		assertEquals(3, masks.mask(CAVE_ID).voxelCount());
	}

	@Test
	void bounds_ofSeveralIndices_holdThemAll() {
		assertEquals(new VoxelBox(new Long3(0, 0, 0), new Long3(3, 1, 2)), masks
			.mask(CAVE_ID).bounds());
	}

	@Test
	void voxelCount_ofLongRuns_isThatOfTheVoxelsThatAreThere() {
		final int[] voxels = { 1, 1, 1, 1, 1, 2, 2, 0, 0, 0, 2, 3, 3, 3, 3, 3, 3,
			3 };
		final MaskSet runs = MaskSet.of(LabelImage.of(image(voxels, 9, 2, 1),
			TABLE));

		assertEquals(12, runs.mask(CAVE_ID).voxelCount());
		assertEquals(3, runs.mask(HUGE_ID).voxelCount());
	}

	@Test
	void absent_ofTheRequested_areThoseThatDoNotOccur() {
		final MaskSet some = MaskSet.of(LabelImage.of(indices, TABLE), new long[] {
			HUGE_ID, 99, 77, 99, 0 }, false);
		assertArrayEquals(new long[] { 77, 99 }, some.absent());
	}

	@Test
	void maskOfAShape_isNotZeroWhereTheShapeIsNot() {
		final RootMask mask = RootMask.of(HUGE_ID, indices);
		assertEquals(4, mask.voxelCount());
		assertEquals(new VoxelBox(new Long3(0, 0, 0), new Long3(3, 2, 2)), mask
			.bounds());
		assertArrayEquals(new byte[] { -1, 0, -1, -1, 0, 0 }, mask.plane(2, 0));
	}

	@Test
	void maskOfAnEmptyShape_hasNoVoxelsNorBounds() {
		final RootMask mask = RootMask.of(1, PlanarImgs.bytes(2, 2, 1));
		assertEquals(0, mask.voxelCount());
		assertTrue(mask.bounds().isEmpty());
	}

	@Test
	void get_absentId_saysHowManyThereAre() {
		final NoSuchElementException e = assertThrows(NoSuchElementException.class,
			() -> masks.get(77));
		assertEquals(
			"Expected one of the 2 ids of this cutout but got 77, which does not occur in it.",
			e.getMessage());
	}

	@Test
	void get_numberOrText_findsTheSameRoot() {
		assertEquals(CAVE_ID, masks.get(CAVE_ID).id());
		assertEquals(CAVE_ID, masks.get(" 864691135571546917 ").id());
		assertEquals(HUGE_ID, masks.get(new BigInteger("18446744073709551615"))
			.id());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "-1", "+1", "0x10", "1.0", "one",
		"18446744073709551616", "null" })
	void contains_noUnsignedNumber_isRefusedAndNamed(final String id) {
		final IllegalArgumentException e = assertThrows(
			IllegalArgumentException.class, () -> masks.contains(id));
		assertTrue(e.getMessage().contains(id), e.getMessage());
	}

	@Test
	void contains_negativeOrFloatingPointNumber_isRefused() {
		for (final Number id : List.of(-1, -1L, BigInteger.valueOf(-5), 5.0, 5f))
			assertThrows(IllegalArgumentException.class, () -> masks.contains(id));
	}

	@Test
	void iterator_always_givesUnsignedNumbers() {
		final List<BigInteger> ids = new ArrayList<>();
		masks.forEach(ids::add);
		assertEquals(List.of(BigInteger.valueOf(CAVE_ID), new BigInteger(
			"18446744073709551615")), ids);
	}

	@Test
	void of_imageWithoutRoots_isEmpty() {
		final MaskSet empty = MaskSet.of(LabelImage.of(image(new int[8], 2, 2, 2),
			new long[1]));
		assertEquals(0, empty.size());
		assertEquals(0, empty.stream().count());
	}

	@Test
	void image_ofOneOrSeveralIndices_isTrueWhereTheRootIs() {
		for (final long id : masks.ids()) {
			final Cursor<BoolType> is = Views.flatIterable(masks.mask(id).image())
				.cursor();
			for (final int index : VOXELS)
				assertEquals(TABLE[index] == id, is.next().get());
		}
	}

	@Test
	void plane_alongEachAxis_hasTheLaterAxisAsRows() {
		final RootMask mask = masks.mask(CAVE_ID);
		final byte on = (byte) 255;
		assertArrayEquals(new byte[] { on, 0, on, 0, 0, 0 }, mask.plane(2, 0));
		assertArrayEquals(new byte[] { on, 0, on, 0, 0, on }, mask.plane(1, 0));
		assertArrayEquals(new byte[] { on, 0, 0, 0 }, mask.plane(0, 0));
	}

	@Test
	void plane_random_isTheSliceOfTheImage() {
		final Random random = new Random(3);
		final int[] voxels = random.ints(5 * 4 * 3, 0, 4).toArray();
		final RootMask mask = MaskSet.of(LabelImage.of(image(voxels, 5, 4, 3),
			TABLE)).mask(CAVE_ID);
		for (int axis = 0; axis < 3; axis++) {
			for (int i = 0; i < mask.image().dimension(axis); i++) {
				final Cursor<BoolType> is = Views.flatIterable(Views.hyperSlice(mask
					.image(), axis, i)).cursor();
				for (final byte pixel : mask.plane(axis, i))
					assertEquals(is.next().get() ? -1 : 0, pixel);
				assertFalse(is.hasNext());
			}
		}
	}

	@Test
	void plane_withinABox_isThatPartOfTheSlice() {
		final int[] voxels = new Random(3).ints(5 * 4 * 3, 0, 4).toArray();
		final RootMask mask = MaskSet.of(LabelImage.of(image(voxels, 5, 4, 3),
			TABLE)).mask(CAVE_ID);
		final VoxelBox box = new VoxelBox(new Long3(1, 2, 0), new Long3(4, 4, 2));

		for (int axis = 0; axis < 3; axis++) {
			final Cursor<BoolType> is = Views.flatIterable(Views.hyperSlice(Views
				.interval(mask.image(), new long[] { 1, 2, 0 }, new long[] { 3, 3, 1 }),
				axis, 1)).cursor();
			for (final byte pixel : mask.plane(axis, 1, box))
				assertEquals(is.next().get() ? -1 : 0, pixel);
			assertFalse(is.hasNext());
		}
	}

	@Test
	void plane_withinABoxBeyondTheCutout_isRefused() {
		assertThrows(IndexOutOfBoundsException.class, () -> masks.mask(CAVE_ID)
			.plane(2, 0, new VoxelBox(Long3.ZERO, new Long3(1, 4, 1))));
	}

	@Test
	void plane_noSuchSlice_isRefused() {
		assertThrows(IndexOutOfBoundsException.class, () -> masks.mask(CAVE_ID)
			.plane(2, 2));
	}

	@Test
	void jython_usesItAsADictionary() {
		try (PythonInterpreter python = new PythonInterpreter()) {
			python.set("masks", masks);
			python.exec(String.join("\n", //
				"assert len(masks) == 2", //
				"assert 864691135571546917 in masks", //
				"assert '18446744073709551615' in masks", //
				"assert 77 not in masks", //
				"assert [id for id in masks] == [864691135571546917, 18446744073709551615]", //
				"assert [masks[id].voxelCount() for id in masks] == [3, 1]", //
				"assert masks['864691135571546917'].voxelCount() == 3", //
				"from java.lang import IllegalArgumentException", //
				"try:", //
				"    masks[-1]", //
				"    assert False", //
				"except IllegalArgumentException:", //
				"    pass"));
		}
	}

	private static NativeImg<UnsignedIntType, ?> image(final int[] voxels,
		final long... size)
	{
		final NativeImg<UnsignedIntType, ?> image = PlanarImgs.unsignedInts(size);
		final Cursor<UnsignedIntType> cursor = Views.flatIterable(
			(RandomAccessibleInterval<UnsignedIntType>) image).cursor();
		for (final int voxel : voxels)
			cursor.next().setInt(voxel);
		return image;
	}
}
