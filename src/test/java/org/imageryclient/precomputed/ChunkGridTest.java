// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.precomputed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;

import org.imageryclient.geom.Long3;
import org.imageryclient.geom.VoxelBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChunkGridTest {

	/** 21 x 14 x 9 voxels from (5, -7, 3), as in the format volumes. */
	private static final ChunkGrid GRID = new ChunkGrid(VoxelBox.ofSize(new Long3(
		5, -7, 3), new Long3(21, 14, 9)), new Long3(8, 8, 4));

	@Test
	void cells_are_counted_with_the_clipped_ones() {
		assertEquals(new Long3(3, 2, 3), GRID.cellCount());
	}

	@Test
	void the_grid_begins_at_the_offset() {
		assertEquals(new Long3(5, -7, 3), GRID.cellBox(Long3.ZERO).min());
	}

	@Test
	void the_last_cell_is_clipped() {
		assertEquals(new VoxelBox(new Long3(21, 1, 11), new Long3(26, 7, 12)), GRID
			.cellBox(new Long3(2, 1, 2)));
	}

	@Test
	void names_have_absolute_voxels_with_their_sign() {
		assertEquals("13-21_-7-1_3-7", GRID.name(new Long3(1, 0, 0)));
	}

	@Test
	void names_of_clipped_cells_end_where_the_bounds_do() {
		assertEquals("21-26_1-7_11-12", GRID.name(new Long3(2, 1, 2)));
	}

	@Test
	void cells_outside_the_grid_are_refused() {
		assertThrows(IndexOutOfBoundsException.class, () -> GRID.name(new Long3(0,
			0, 3)));
		assertThrows(IndexOutOfBoundsException.class, () -> GRID.cellBox(new Long3(
			-1, 0, 0)));
	}

	@Test
	void cells_covering_a_voxel_are_the_one_that_holds_it() {
		assertEquals(VoxelBox.ofSize(new Long3(1, 0, 1), new Long3(1, 1, 1)), GRID
			.cellsCovering(VoxelBox.ofSize(new Long3(13, 0, 7), new Long3(1, 1, 1))));
	}

	@Test
	void cells_covering_a_larger_box_are_those_of_the_grid() {
		assertEquals(new VoxelBox(Long3.ZERO, GRID.cellCount()), GRID.cellsCovering(
			VoxelBox.ofSize(new Long3(-100, -100, -100), new Long3(900, 900, 900))));
	}

	@Test
	void no_cells_cover_a_box_outside() {
		assertTrue(GRID.cellsCovering(VoxelBox.ofSize(new Long3(26, 0, 3),
			new Long3(9, 9, 9))).isEmpty());
	}

	@Test
	void an_empty_volume_has_no_cells() {
		final ChunkGrid empty = new ChunkGrid(VoxelBox.ofSize(new Long3(1, 1, 1),
			new Long3(9, 0, 9)), new Long3(4, 4, 4));
		assertEquals(new Long3(3, 0, 3), empty.cellCount());
		assertTrue(empty.cellsCovering(VoxelBox.ofSize(Long3.ZERO, new Long3(20, 20,
			20))).isEmpty());
	}

	/** reference/formats.md §4. */
	@ParameterizedTest
	@CsvSource({ "1,2,3, 4,4,4, 53", "5,1,0, 6,2,1, 11", "0,0,7, 1,1,8, 7",
		"100,37,13, 160,40,16, 117190", "3,2,1, 5,3,2, 29", "0,0,0, 1,1,1, 0" })
	void morton_codes_are_compressed(final long x, final long y, final long z,
		final long gx, final long gy, final long gz, final long code)
	{
		assertEquals(code, ofCells(gx, gy, gz).mortonCode(new Long3(x, y, z)));
	}

	@Test
	void morton_codes_of_all_cells_differ() {
		final Set<Long> codes = new HashSet<>();
		final ChunkGrid grid = ofCells(5, 3, 9);
		for (long z = 0; z < 9; z++)
			for (long y = 0; y < 3; y++)
				for (long x = 0; x < 5; x++)
					codes.add(grid.mortonCode(new Long3(x, y, z)));
		assertEquals(5 * 3 * 9, codes.size());
	}

	@Test
	void morton_codes_of_64_bits_are_unsigned() {
		final ChunkGrid grid = ofCells(1L << 22, 1L << 21, 1L << 21);
		assertEquals(64, grid.mortonBits());
		assertEquals(-1L, grid.mortonCode(grid.cellCount().minus(new Long3(1, 1,
			1))));
	}

	private static ChunkGrid ofCells(final long x, final long y, final long z) {
		return new ChunkGrid(VoxelBox.ofSize(Long3.ZERO, new Long3(x, y, z)),
			new Long3(1, 1, 1));
	}
}
