// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.ij;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ij.measure.ResultsTable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import net.imglib2.img.planar.PlanarImg;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.type.numeric.integer.UnsignedIntType;

import org.imageryclient.geom.Long3;
import org.imageryclient.geom.Resolution;
import org.imageryclient.mask.LabelImage;
import org.imageryclient.table.SegmentTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SegmentResultsTest {

	private static final String HUGE = "18446744073709551615";

	private final ResultsTable results = SegmentResults.of(table(5,
		864691135571546917L, -1));

	@TempDir
	Path folder;

	@Test
	void ids_areTextInAllTheirDigits() {
		assertEquals(List.of("5", "864691135571546917", HUGE), List.of(results
			.getStringValue("root_id", 0), results.getStringValue("root_id", 1),
			results.getStringValue("root_id", 2)));
	}

	@Test
	void ids_savedByImageJ_keepTheirDigits() throws IOException {
		final Path file = folder.resolve("results.csv");
		results.saveAs(file.toString());

		assertEquals(HUGE, Files.readAllLines(file).get(3).split(",")[0]);
	}

	@Test
	void otherColumns_areNumbers() {
		assertEquals(1, results.getValue("voxels", 2));
		assertEquals(20002.5 * 4.6, results.getValue("centroid_x_nm", 2), 1e-9);
		assertEquals("0.000000952", results.getStringValue("volume_um3", 2));
	}

	@Test
	void columns_areThoseOfTheTable() {
		assertEquals(table(5).columns(), List.of(results.getHeadings()));
	}

	@Test
	void table_ofNoSegments_isEmpty() {
		assertEquals(0, SegmentResults.of(table()).size());
	}

	/** A voxel for each id. */
	private static SegmentTable table(final long... ids) {
		final PlanarImg<UnsignedIntType, ?> indices = PlanarImgs.unsignedInts(3, 1,
			1);
		final long[] table = new long[ids.length + 1];
		for (int i = 0; i < ids.length; i++) {
			indices.getAt(i, 0, 0).set(i + 1L);
			table[i + 1] = ids[i];
		}
		return SegmentTable.of(LabelImage.of(indices, table), new Resolution(4.6,
			4.6, 45), new Long3(20000, 12000, 300));
	}
}
