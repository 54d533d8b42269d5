// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;

import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

import net.imglib2.img.planar.PlanarImg;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.type.numeric.integer.UnsignedIntType;

import org.imageryclient.Canceled;
import org.imageryclient.Progress;
import org.imageryclient.cutout.CutoutRequest;
import org.imageryclient.cutout.PairedCutout;
import org.imageryclient.cutout.Resample;
import org.imageryclient.geom.Long3;
import org.imageryclient.geom.Region;
import org.imageryclient.geom.Resolution;
import org.imageryclient.mask.LabelImage;
import org.imageryclient.precomputed.DataType;
import org.imageryclient.testing.SamplePair;
import org.imageryclient.volume.Planes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SegmentTableTest {

	private static final Resolution NM = new Resolution(4.6, 4.6, 45);
	private static final Long3 ORIGIN = new Long3(1000003, -7, 310);
	private static final long CAVE_ID = 864691135571546917L;
	private static final long HUGE_ID = -2;

	/** Two indices of one id, one above 2^63, one that does not occur. */
	private static final long[] TABLE = { 0, CAVE_ID, HUGE_ID, CAVE_ID, 5, 77 };

	// -- geometry --

	@Test
	void segments_ofRandomLabels_areThoseOfANaiveCount() {
		final Long3 size = new Long3(37, 23, 9);
		final int[] voxels = new Random(1).ints(size.product(), 0, 5).toArray();

		final SegmentTable table = SegmentTable.of(labels(size, voxels), NM,
			ORIGIN);

		final TreeMap<Long, NaiveTable.Entry> expected = NaiveTable.of(size, ORIGIN,
			(x, y, z) -> TABLE[voxels[(z * 23 + y) * 37 + x]]);
		assertEquals(List.copyOf(expected.keySet()), table.segments().stream().map(
			Segment::id).toList());
		table.segments().forEach(s -> assertGeometry(expected.get(s.id()), s));
	}

	@Test
	void segment_ofOneVoxel_hasItsCentroidInTheMiddle() {
		final Segment segment = onlySegment(new Long3(3, 3, 3), new Long3(1, 2, 0));

		assertEquals(List.of(1000004.5, -4.5, 310.5), List.of(segment.centroid()
			.x(), segment.centroid().y(), segment.centroid().z()));
		assertEquals(4600020.7, segment.centroidNm().x());
		assertEquals(310 * 45, segment.minNm().z());
		assertEquals(311 * 45, segment.maxNm().z());
		assertEquals(4.6 * 4.6 * 45 / 1e9, segment.cubicMicrometres(), 1e-21);
	}

	@ParameterizedTest
	@CsvSource({ "3, 1, 1, 1, false", "3, 0, 1, 1, true", "3, 1, 2, 1, true",
		"3, 1, 1, 0, true", "1, 1, 1, 0, false", "1, 1, 0, 0, true" })
	void touchesEdge_isOfTheAxesAlongWhichThereIsAnInside(final int depth,
		final int x, final int y, final int z, final boolean expected)
	{
		assertEquals(expected, onlySegment(new Long3(3, 3, depth), new Long3(x, y,
			z)).touchesEdge());
	}

	@Test
	void table_ofBackground_hasNoRow() {
		assertEquals(List.of(), SegmentTable.of(labels(new Long3(2, 2, 1),
			new int[4]), NM, ORIGIN).segments());
	}

	// -- intensity --

	@ParameterizedTest
	@EnumSource
	void means_ofSamplesOfEveryType_areThoseOfANaiveSum(final DataType type) {
		final Long3 size = new Long3(31, 17, 4);
		final Random random = new Random(type.ordinal());
		final int[] voxels = random.ints(size.product(), 0, 5).toArray();
		final PlanarImg<?, ?> image = randomSamples(type, size, random);
		final Planes planes = Planes.of(image);

		final SegmentTable table = SegmentTable.of(labels(size, voxels), NM, ORIGIN,
			List.of(new Channel(planes, 0, type), new Channel(planes, 1, type)),
			Progress.NONE);

		final TreeMap<Long, NaiveTable.Entry> expected = NaiveTable.of(size, ORIGIN,
			new NaiveTable.Voxel()
			{

				@Override
				public long id(final int x, final int y, final int z) {
					return TABLE[voxels[(z * 17 + y) * 31 + x]];
				}

				@Override
				public List<BigDecimal> samples(final int x, final int y, final int z) {
					return IntStream.range(0, 2).mapToObj(c -> sample(planes.plane(z + 4 *
						c), y * 31 + x, type)).toList();
				}
			});
		for (final Segment segment : table.segments())
			for (int c = 0; c < 2; c++) {
				final double mean = expected.get(segment.id()).mean(c);
				assertEquals(mean, segment.meanIntensities().get(c), 2 * Math.ulp(mean),
					type + " " + c);
			}
	}

	@Test
	void mean_ofVeryDifferentSamples_losesNoneOfThem() {
		final PlanarImg<?, ?> image = PlanarImgs.doubles(3, 1, 1, 1);
		System.arraycopy(new double[] { 1e100, 3, -1e100 }, 0, Planes.of(image)
			.array(0), 0, 3);

		final Segment segment = SegmentTable.of(labels(new Long3(3, 1, 1),
			new int[] { 2, 2, 2 }), NM, ORIGIN, List.of(new Channel(Planes.of(image),
				0, DataType.FLOAT64)), Progress.NONE).segments().get(0);

		assertEquals(List.of(1.0), segment.meanIntensities());
	}

	@ParameterizedTest
	@CsvSource({ "1, ALIGNED", "3, ALIGNED", "1, IMAGERYCLIENT" })
	void table_ofAPair_hasTheMeansOfItsImagery(final int channels,
		final Resample resample, @TempDir final Path folder)
	{
		try (SamplePair sample = new SamplePair(folder, DataType.UINT8, channels)) {
			final PairedCutout pair = sample.client().imageAndSegmentation(
				CutoutRequest.of(Region.bounds(110, 206, 10, 150, 236, 13))
					.withResample(resample));

			final SegmentTable table = SegmentTable.of(pair);

			final Planes planes = Planes.of(pair.image().pixels());
			final TreeMap<Long, NaiveTable.Entry> expected = NaiveTable.of(pair
				.segmentation().size(), pair.segmentation().origin(),
				new NaiveTable.Voxel()
				{

					@Override
					public long id(final int x, final int y, final int z) {
						return pair.segmentation().idAt(x, y, z);
					}

					@Override
					public List<BigDecimal> samples(final int x, final int y,
						final int z)
				{
						return IntStream.range(0, channels).mapToObj(c -> sample(planes
							.plane(z + 3 * c), y * 40 + x, DataType.UINT8)).toList();
					}
				});
			assertEquals(channels, table.channels());
			assertEquals(expected.size(), table.segments().size());
			for (final Segment segment : table.segments()) {
				final NaiveTable.Entry entry = expected.get(segment.id());
				assertGeometry(entry, segment);
				for (int c = 0; c < channels; c++)
					assertEquals(entry.mean(c), segment.meanIntensities().get(c), 1e-12);
			}
		}
	}

	@Test
	void table_ofAPairOnTwoGrids_isRefusedWithBothResolutions(
		@TempDir final Path folder)
	{
		try (SamplePair sample = new SamplePair(folder, DataType.UINT8, 1)) {
			final PairedCutout pair = sample.client().imageAndSegmentation(
				CutoutRequest.of(Region.bounds(110, 206, 10, 150, 236, 13)).withResize(
					false));

			final Exception e = assertThrows(IllegalArgumentException.class,
				() -> SegmentTable.of(pair));

			assertTrue(e.getMessage().contains("4 x 4 x 40 nm and 8 x 8 x 40 nm"), e
				.getMessage());
			assertEquals(0, SegmentTable.of(pair.segmentation()).channels());
		}
	}

	// -- cost --

	@Test
	void table_allocatesNothingByVoxel() {
		final LabelImage labels = labels(new Long3(512, 512, 8), new Random(2).ints(
			512 * 512 * 8, 0, 5).toArray());
		SegmentTable.of(labels, NM, ORIGIN);
		final ThreadMXBean threads = (ThreadMXBean) ManagementFactory
			.getThreadMXBean();

		final long before = threads.getCurrentThreadAllocatedBytes();
		SegmentTable.of(labels, NM, ORIGIN);
		final long bytes = threads.getCurrentThreadAllocatedBytes() - before;

		assertTrue(bytes < 100_000, bytes + " bytes for 2 million voxels");
	}

	@Test
	void table_ofACanceledJob_isNotMade() {
		assertThrows(Canceled.class, () -> SegmentTable.of(labels(new Long3(2, 2,
			1), new int[4]), NM, ORIGIN, List.of(), new Progress()
		{

				@Override
				public void report(final String task, final long done,
					final long total)
				{
					throw new AssertionError("it went on");
				}

				@Override
				public boolean isCanceled() {
					return true;
				}
			}));
	}

	// -- rows --

	@Test
	void csv_isExactToTheLastDigit() {
		final SegmentTable table = SegmentTable.of(labels(new Long3(3, 1, 1),
			new int[] { 0, 2, 1 }), NM, new Long3(20000, 12000, 300));

		assertEquals(String.join("\r\n",
			"root_id,voxels,volume_um3,min_x_voxel,min_y_voxel,min_z_voxel,max_x_voxel,max_y_voxel,max_z_voxel,min_x_nm,min_y_nm,min_z_nm,max_x_nm,max_y_nm,max_z_nm,centroid_x_voxel,centroid_y_voxel,centroid_z_voxel,centroid_x_nm,centroid_y_nm,centroid_z_nm,touches_edge",
			"864691135571546917,1,0.0000009522,20002,12000,300,20003,12001,301,92009.2,55200,13500,92013.8,55204.6,13545,20002.5,12000.5,300.5,92011.5,55202.3,13522.5,1",
			"18446744073709551614,1,0.0000009522,20001,12000,300,20002,12001,301,92004.6,55200,13500,92009.2,55204.6,13545,20001.5,12000.5,300.5,92006.9,55202.3,13522.5,0",
			""), table.toCsv());
	}

	@ParameterizedTest
	@CsvSource({ "0, touches_edge", "1, mean_intensity",
		"2, mean_intensity_channel_1" })
	void columns_nameTheMeanOfEachChannel(final int channels,
		final String expected)
	{
		final PlanarImg<?, ?> image = PlanarImgs.bytes(1, 1, 1, Math.max(1,
			channels));
		final List<String> columns = SegmentTable.of(labels(new Long3(1, 1, 1),
			new int[] { 1 }), NM, ORIGIN, IntStream.range(0, channels).mapToObj(
				c -> new Channel(Planes.of(image), c, DataType.UINT8)).toList(),
			Progress.NONE).columns();

		assertEquals(expected, columns.get(columns.size() - (channels == 0 ? 1
			: 2)));
	}

	@Test
	void get_anIdInAnyForm_findsItsRow() {
		final SegmentTable table = SegmentTable.of(labels(new Long3(3, 1, 1),
			new int[] { 0, 2, 1 }), NM, ORIGIN);

		assertEquals(HUGE_ID, table.get("18446744073709551614").id());
		assertEquals(HUGE_ID, table.get(new BigInteger("18446744073709551614"))
			.id());
		assertEquals(CAVE_ID, table.get(CAVE_ID).id());
		assertThrows(NoSuchElementException.class, () -> table.get(77));
	}

	private static void assertGeometry(final NaiveTable.Entry expected,
		final Segment segment)
	{
		assertEquals(expected.voxels, segment.voxels());
		for (int d = 0; d < 3; d++) {
			assertEquals(expected.min[d], segment.box().min().get(d));
			assertEquals(expected.max[d], segment.box().max().get(d));
			final double centroid = expected.centroid(d);
			assertEquals(centroid, segment.centroid().get(d), Math.ulp(centroid));
		}
	}

	/** One voxel of one id at a place, in an image of a size. */
	private static Segment onlySegment(final Long3 size, final Long3 at) {
		final int[] voxels = new int[(int) size.product()];
		voxels[(int) ((at.z() * size.y() + at.y()) * size.x() + at.x())] = 2;
		return SegmentTable.of(labels(size, voxels), NM, ORIGIN).segments().get(0);
	}

	private static LabelImage labels(final Long3 size, final int[] voxels) {
		final PlanarImg<UnsignedIntType, ?> indices = PlanarImgs.unsignedInts(size
			.toArray());
		final int plane = (int) (size.x() * size.y());
		for (int z = 0; z < size.z(); z++)
			System.arraycopy(voxels, z * plane, Planes.of(indices).array(z), 0,
				plane);
		return LabelImage.of(indices, TABLE);
	}

	/** Two channels of them. */
	private static PlanarImg<?, ?> randomSamples(final DataType type,
		final Long3 size, final Random random)
	{
		final long[] dimensions = { size.x(), size.y(), size.z(), 2 };
		final PlanarImg<?, ?> image = switch (type) {
			case UINT8, INT8 -> PlanarImgs.bytes(dimensions);
			case UINT16, INT16 -> PlanarImgs.shorts(dimensions);
			case UINT32, INT32 -> PlanarImgs.ints(dimensions);
			case UINT64, INT64 -> PlanarImgs.longs(dimensions);
			case FLOAT32 -> PlanarImgs.floats(dimensions);
			case FLOAT64 -> PlanarImgs.doubles(dimensions);
		};
		final Planes planes = Planes.of(image);
		for (int p = 0; p < planes.count(); p++)
			fill(planes.array(p), random);
		return image;
	}

	private static void fill(final Object plane, final Random random) {
		if (plane instanceof byte[] a) random.nextBytes(a);
		else if (plane instanceof short[] a) for (int i = 0; i < a.length; i++)
			a[i] = (short) random.nextInt();
		else if (plane instanceof int[] a) for (int i = 0; i < a.length; i++)
			a[i] = random.nextInt();
		else if (plane instanceof long[] a) for (int i = 0; i < a.length; i++)
			a[i] = random.nextLong();
		else if (plane instanceof float[] a) for (int i = 0; i < a.length; i++)
			a[i] = random.nextFloat();
		else for (int i = 0; i < ((double[]) plane).length; i++)
			((double[]) plane)[i] = random.nextDouble();
	}

	private static BigDecimal sample(final Object plane, final int i,
		final DataType type)
	{
		return switch (type) {
			case UINT8 -> BigDecimal.valueOf(((byte[]) plane)[i] & 0xff);
			case INT8 -> BigDecimal.valueOf(((byte[]) plane)[i]);
			case UINT16 -> BigDecimal.valueOf(((short[]) plane)[i] & 0xffff);
			case INT16 -> BigDecimal.valueOf(((short[]) plane)[i]);
			case UINT32 -> BigDecimal.valueOf(Integer.toUnsignedLong(
				((int[]) plane)[i]));
			case INT32 -> BigDecimal.valueOf(((int[]) plane)[i]);
			case UINT64 -> new BigDecimal(Long.toUnsignedString(((long[]) plane)[i]));
			case INT64 -> BigDecimal.valueOf(((long[]) plane)[i]);
			case FLOAT32 -> new BigDecimal(((float[]) plane)[i]);
			case FLOAT64 -> new BigDecimal(((double[]) plane)[i]);
		};
	}
}
