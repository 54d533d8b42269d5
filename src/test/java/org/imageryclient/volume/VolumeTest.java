// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.volume;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;

import net.imglib2.Cursor;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedIntType;
import net.imglib2.view.Views;

import org.imageryclient.Progress;
import org.imageryclient.Unsupported;
import org.imageryclient.geom.Long3;
import org.imageryclient.geom.Resolution;
import org.imageryclient.geom.VoxelBox;
import org.imageryclient.http.HttpTransport;
import org.imageryclient.precomputed.DataType;
import org.imageryclient.store.SourceUrl;
import org.imageryclient.store.Stores;
import org.imageryclient.testing.Answer;
import org.imageryclient.testing.FormulaVolume;
import org.imageryclient.testing.PositionFormula;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VolumeTest {

	private static final Long3 OFFSET = new Long3(-13, 1001, 7);
	private static final Long3 SIZE = new Long3(90, 61, 23);
	private static final Long3 CHUNK = new Long3(32, 16, 8);

	private static FormulaVolume imagery(final DataType type) {
		return FormulaVolume.raw(type, PositionFormula.DISTINCT).scale(
			new Resolution(4, 4, 40), OFFSET, SIZE, CHUNK);
	}

	private static FormulaVolume labels() {
		return FormulaVolume.labels(DataType.UINT64, PositionFormula.CUBES).scale(
			new Resolution(8, 8, 40), OFFSET, SIZE, CHUNK).scale(new Resolution(16,
				16, 40), new Long3(-7, 500, 7), new Long3(45, 31, 23), CHUNK);
	}

	@ParameterizedTest
	@EnumSource(DataType.class)
	void read_everyTypeInside_givesTheFormula(final DataType type) {
		final FormulaVolume written = imagery(type).channels(2);
		try (OpenVolume open = new OpenVolume(written)) {
			final VoxelBox box = VoxelBox.ofSize(OFFSET.plus(new Long3(5, 3, 2)),
				new Long3(70, 40, 17));
			assertVoxels(written, open.volume.read(0, box, Progress.NONE));
		}
	}

	@Test
	void read_randomBoxes_giveTheFormulaAndZerosOutside() {
		final FormulaVolume written = imagery(DataType.UINT16).channels(3);
		final Random random = new Random(5);
		try (OpenVolume open = new OpenVolume(written)) {
			for (int i = 0; i < 40; i++) {
				final VoxelBox box = randomBox(random);
				final VolumeRead<?> read = open.volume.read(0, box, Progress.NONE);
				assertVoxels(written, read);
				assertEquals(box.voxelCount() - box.intersect(open.volume.bounds(0))
					.voxelCount(), read.status().voxelsOutside());
			}
		}
	}

	@Test
	void readLabels_randomBoxes_giveTheFormula() {
		final FormulaVolume written = labels();
		final Random random = new Random(6);
		try (OpenVolume open = new OpenVolume(written)) {
			for (int i = 0; i < 40; i++)
				assertLabels(written, 0, open.volume.readLabels(0, randomBox(random),
					Progress.NONE));
		}
	}

	@Test
	void readLabels_always_listsZeroFirstThenTheIdsInTheBoxOnce() {
		try (OpenVolume open = new OpenVolume(labels())) {
			// Given a box that cuts through chunks.
			final LabelRead read = open.volume.readLabels(-1, VoxelBox.ofSize(
				new Long3(0, 503, 9), new Long3(11, 7, 3)), Progress.NONE);
			final long[] occurring = voxelIds(read);
			final long[] listed = read.ids().clone();
			assertEquals(0, listed[0]);
			Arrays.sort(listed);
			assertArrayEquals(Arrays.stream(occurring).filter(id -> id != 0)
				.toArray(), Arrays.stream(listed).filter(id -> id != 0).toArray());
		}
	}

	@Test
	void readLabels_outsideTheVolume_givesZeroAlone() {
		try (OpenVolume open = new OpenVolume(labels())) {
			final LabelRead read = open.volume.readLabels(0, VoxelBox.ofSize(
				new Long3(5000, 0, 0), new Long3(9, 9, 9)), Progress.NONE);
			assertArrayEquals(new long[1], read.ids());
			assertEquals(new ReadStatus(0, 0, 0, 0, 0, 729), read.status());
			assertTrue(open.server.requests().isEmpty());
		}
	}

	@Test
	void readLabels_floatingPointVolume_isUnsupported() {
		try (OpenVolume open = new OpenVolume(imagery(DataType.FLOAT32))) {
			final Unsupported e = assertThrows(Unsupported.class, () -> open.volume
				.readLabels(0, open.volume.bounds(0), Progress.NONE));
			assertTrue(e.getMessage().contains("float32"), e.getMessage());
		}
	}

	@Test
	void read_wholeScale_asksForEachChunkOnce() {
		try (OpenVolume open = new OpenVolume(imagery(DataType.UINT8))) {
			final ReadStatus status = open.volume.read(0, open.volume.bounds(0),
				Progress.NONE).status();
			final Map<String, Integer> counts = open.server.counts();
			assertEquals(3 * 4 * 3, status.read());
			assertEquals(3 * 4 * 3, counts.size());
			assertTrue(counts.values().stream().allMatch(n -> n == 1), counts
				.toString());
		}
	}

	@Test
	void read_shardedScale_asksForEachIndexOnce() {
		final FormulaVolume written = imagery(DataType.UINT8).sharded();
		try (OpenVolume open = new OpenVolume(written)) {
			assertVoxels(written, open.volume.read(0, open.volume.bounds(0),
				Progress.NONE));
			// Then: 36 chunks, 2 shard indices, at most 4 minishard indices.
			final Map<String, Integer> counts = open.server.counts();
			assertTrue(counts.size() <= 36 + 2 + 4, counts.toString());
			assertTrue(counts.values().stream().allMatch(n -> n == 1), counts
				.toString());
		}
	}

	@Test
	void read_overlappingSmallBox_asksOnlyForNewChunks() {
		try (OpenVolume open = new OpenVolume(imagery(DataType.UINT8))) {
			open.volume.read(0, VoxelBox.ofSize(OFFSET, new Long3(40, 16, 8)),
				Progress.NONE);
			open.server.clearLog();
			final ReadStatus status = open.volume.read(0, VoxelBox.ofSize(OFFSET,
				new Long3(90, 16, 8)), Progress.NONE).status();
			assertEquals(3, status.read());
			assertEquals(1, open.server.requests().size());
		}
	}

	@Test
	void read_largeBesideTheCache_passesItBy() {
		final ReadSession session = ReadSession.builder(new Stores(HttpTransport
			.anonymous())).cacheBytes(4 * CHUNK.product()).build();
		try (OpenVolume open = new OpenVolume(imagery(DataType.UINT8), session)) {
			open.volume.read(0, open.volume.bounds(0), Progress.NONE);
			open.server.clearLog();
			open.volume.read(0, open.volume.bounds(0), Progress.NONE);
			assertEquals(36, open.server.requests().size());
		}
	}

	@Test
	void read_missingAndForbiddenChunks_areZerosAndCounted() {
		final FormulaVolume written = imagery(DataType.UINT8);
		try (OpenVolume open = new OpenVolume(written)) {
			final String first = "/s0/" + written.grid(0).name(new Long3(0, 0, 0));
			final String second = "/s0/" + written.grid(0).name(new Long3(1, 0, 0));
			open.server.rule(first, r -> Answer.of(404, ""));
			open.server.forbid(second);
			final VolumeRead<?> read = open.volume.read(0, VoxelBox.ofSize(OFFSET,
				new Long3(90, 16, 8)), Progress.NONE);
			assertEquals(new ReadStatus(3, 1, 1, 1, 0, 0), read.status());
			final byte[] plane = (byte[]) Planes.of(read.image()).plane(3);
			for (int x = 0; x < 64; x++)
				assertEquals(0, plane[90 * 5 + x]);
		}
	}

	@Test
	void read_emptyBox_isRefused() {
		try (OpenVolume open = new OpenVolume(imagery(DataType.UINT8))) {
			assertThrows(IllegalArgumentException.class, () -> open.volume.read(0,
				VoxelBox.ofSize(OFFSET, new Long3(5, 0, 5)), Progress.NONE));
		}
	}

	@Test
	void read_unknownMip_isRefusedAndListsTheScales() {
		try (OpenVolume open = new OpenVolume(labels())) {
			final IllegalArgumentException e = assertThrows(
				IllegalArgumentException.class, () -> open.volume.bounds(2));
			assertTrue(e.getMessage().contains("mip 1 (16 x 16 x 40 nm)"), e
				.getMessage());
		}
	}

	@Test
	void read_fromFiles_givesTheFormulaInPlanes(@TempDir final Path folder) {
		final FormulaVolume written = imagery(DataType.UINT8);
		written.writeTo(folder);
		try (ReadSession session = ReadSession.builder(new Stores(HttpTransport
			.anonymous())).build())
		{
			final VolumeRead<?> read = Volume.open(SourceUrl.parse(folder.toString()),
				session).read(0, VoxelBox.ofSize(OFFSET, SIZE), Progress.NONE);
			assertVoxels(written, read);
			assertInstanceOf(PlanarImg.class, read.image());
		}
	}

	@Test
	void lazy_lookedAtTwice_givesTheFormulaAndFetchesOnce() {
		final FormulaVolume written = labels();
		try (OpenVolume open = new OpenVolume(written)) {
			final RandomAccessibleInterval<?> image = open.volume.lazy(0);
			for (int i = 0; i < 2; i++) {
				final Cursor<?> cursor = Views.flatIterable(image).localizingCursor();
				while (cursor.hasNext()) {
					final Object value = cursor.next();
					assertEquals(written.valueAt(0, cursor.getLongPosition(0), cursor
						.getLongPosition(1), cursor.getLongPosition(2), 0),
						((IntegerType<?>) value).getIntegerLong());
				}
			}
			assertEquals(36, open.server.requests().size());
		}
	}

	@Test
	void lazy_missingChunk_isZero() {
		final FormulaVolume written = labels();
		try (OpenVolume open = new OpenVolume(written)) {
			open.server.rule("/s0/", r -> Answer.of(404, ""));
			final RandomAccess<?> access = open.volume.lazy(0).randomAccess();
			access.setPosition(new long[] { OFFSET.x(), OFFSET.y(), OFFSET.z(), 0 });
			assertEquals(0, ((IntegerType<?>) access.get()).getIntegerLong());
		}
	}

	private static VoxelBox randomBox(final Random random) {
		final Long3 min = OFFSET.plus(new Long3(random.nextInt(110) - 15, random
			.nextInt(80) - 15, random.nextInt(40) - 10));
		return VoxelBox.ofSize(min, new Long3(1 + random.nextInt(60), 1 + random
			.nextInt(40), 1 + random.nextInt(20)));
	}

	private static void assertVoxels(final FormulaVolume written,
		final VolumeRead<?> read)
	{
		assertAll(read.image(), (at, value) -> {
			final Long3 v = read.box().min().plus(new Long3(at[0], at[1], at[2]));
			final long expected = written.valueAt(0, v.x(), v.y(), v.z(),
				(int) at[3]);
			return value instanceof IntegerType ? ((IntegerType<?>) value)
				.getIntegerLong() == expected : ((RealType<?>) value)
					.getRealDouble() == expected;
		});
	}

	private static void assertLabels(final FormulaVolume written, final int mip,
		final LabelRead read)
	{
		assertAll(read.indices(), (at, value) -> {
			final Long3 v = read.box().min().plus(Long3.of(at));
			return read.ids()[((UnsignedIntType) value).getInt()] == written.valueAt(
				mip, v.x(), v.y(), v.z(), 0);
		});
	}

	private static void assertAll(final RandomAccessibleInterval<?> image,
		final BiFunction<long[], Object, Boolean> isRight)
	{
		final Cursor<?> cursor = Views.flatIterable(image).localizingCursor();
		final long[] at = new long[image.numDimensions()];
		while (cursor.hasNext()) {
			final Object value = cursor.next();
			cursor.localize(at);
			if (!isRight.apply(at, value)) throw new AssertionError(
				"Another value than the formula's at " + Arrays.toString(at) + ": " +
					value);
		}
	}

	private static long[] voxelIds(final LabelRead read) {
		return read.indices().stream().mapToLong(i -> read.ids()[i.getInt()])
			.distinct().sorted().toArray();
	}
}
