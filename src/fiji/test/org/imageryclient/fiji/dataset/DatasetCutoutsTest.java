// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;

import net.imagej.Dataset;
import net.imagej.DatasetService;
import net.imagej.ImgPlus;
import net.imagej.axis.Axes;
import net.imagej.axis.AxisType;
import net.imagej.axis.CalibratedAxis;
import net.imagej.axis.DefaultLinearAxis;
import net.imagej.units.UnitService;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedLongType;

import org.imageryclient.cutout.ImageCutout;
import org.imageryclient.cutout.PairedCutout;
import org.imageryclient.cutout.RootSelection;
import org.imageryclient.cutout.SegmentationCutout;
import org.imageryclient.geom.Long3;
import org.imageryclient.geom.Region;
import org.imageryclient.geom.Resolution;
import org.imageryclient.precomputed.DataType;
import org.imageryclient.testing.SamplePair;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.scijava.Context;
import org.scijava.convert.ConvertService;

/** With the real imagej-common. */
class DatasetCutoutsTest {

	private static final Region REGION = Region.bounds(110, 208, 11, 125, 219,
		13);

	/** Above 2^63, and neighbours that a double can't tell apart. */
	private static final long[] IDS = { 0, 864691135752731847L,
		864691135752731848L, -2, -1, 1 };

	@TempDir
	private Path folder;

	private final Context context = new Context(ConvertService.class,
		DatasetService.class, UnitService.class);
	private final ConvertService convert = context.service(ConvertService.class);

	@AfterEach
	void dispose() {
		context.dispose();
	}

	@ParameterizedTest
	@EnumSource(DataType.class)
	void imagery_comesBackInItsType(final DataType type) {
		try (SamplePair volumes = new SamplePair(folder, type, 2)) {
			final ImageCutout<?> back = convert.convert(convert.convert(volumes
				.client().image(REGION), Dataset.class), ImageCutout.class);

			assertEquals(type, back.dataType());
			assertEquals(volumes.sampleAt(117, 210, 12, 1), exact(back.pixels().getAt(
				7, 2, 1, 1)));
		}
	}

	@Test
	void imagery_comesBackToItsPlace() {
		try (SamplePair volumes = new SamplePair(folder, DataType.UINT8, 1)) {
			final ImageCutout<?> there = volumes.client().image(REGION);

			final ImageCutout<?> back = convert.convert(convert.convert(there,
				Dataset.class), ImageCutout.class);

			assertEquals(there.box(), back.box());
			assertEquals(there.resolution(), back.resolution());
			assertEquals(there.source(), back.source());
		}
	}

	@Test
	void changedVoxels_comeBackChanged() {
		try (SamplePair volumes = new SamplePair(folder, DataType.UINT8, 1)) {
			final Dataset dataset = convert.convert(volumes.client().image(REGION),
				Dataset.class);
			final var voxel = dataset.randomAccess();
			voxel.setPosition(new long[] { 7, 2, 1 });
			final double inverted = 255 - voxel.get().getRealDouble();
			voxel.get().setReal(inverted);

			final ImageCutout<?> back = convert.convert(dataset, ImageCutout.class);

			assertEquals(inverted, back.pixels().getAt(7, 2, 1, 0).getRealDouble());
			assertFalse(back.isRepeatable(), "no request gives these voxels");
		}
	}

	@Test
	void labels_comeBackWithTheirIds() {
		try (SamplePair volumes = new SamplePair(folder, DataType.UINT8, 1)) {
			final PairedCutout pair = volumes.client().imageAndSegmentation(REGION,
				RootSelection.all());

			final SegmentationCutout back = convert.convert(convert.convert(pair
				.segmentation(), Dataset.class), SegmentationCutout.class);

			assertEquals(volumes.idAt(117, 210, 12), back.idAt(7, 2, 1));
			assertEquals(pair.segmentation().ids().length, back.ids().length);
		}
	}

	@ParameterizedTest
	@CsvSource({ "0", "1", "2", "3", "4", "5" })
	void ids_keepEveryBit(final int x) {
		final SegmentationCutout labels = convert.convert(ids(),
			SegmentationCutout.class);

		assertEquals(IDS[x], labels.idAt(x, 0, 0));
	}

	@Test
	void axesInAnotherOrder_areFound() {
		final ArrayImg<UnsignedByteType, ?> voxels = ArrayImgs.unsignedBytes(2, 3,
			4, 5);
		voxels.getAt(1, 2, 3, 4).set(77);

		final ImageCutout<?> image = convert.convert(dataset(voxels, axis(Axes.Z,
			"nm", 40, 400), axis(Axes.CHANNEL, null, 1, 0), axis(Axes.Y, "nm", 4,
				800), axis(Axes.X, "nm", 4, 400)), ImageCutout.class);

		assertEquals(new Long3(5, 4, 2), image.size());
		assertEquals(3, image.channels());
		assertEquals(77.0, image.pixels().getAt(4, 3, 1, 2).getRealDouble());
	}

	@ParameterizedTest
	@CsvSource({ "nm, 4", "um, 4000", "µm, 4000", "micron, 4000", "mm, 4000000" })
	void unitsOfLength_becomeNm(final String unit, final double nanometres) {
		final ImageCutout<?> image = convert.convert(dataset(ArrayImgs
			.unsignedBytes(2, 2, 2), axis(Axes.X, unit, 4, 0), axis(Axes.Y, unit, 4,
				8), axis(Axes.Z, unit, 4, 0)), ImageCutout.class);

		assertEquals(new Resolution(nanometres, nanometres, nanometres), image
			.resolution());
		assertEquals(new Long3(0, 2, 0), image.origin());
	}

	@ParameterizedTest
	@CsvSource({ "pixel, 0, unit", ", 0, unit", "nm, 6, whole voxel" })
	void placeThatIsNone_isRefused(final String unit, final double origin,
		final String reason)
	{
		final Dataset dataset = dataset(ArrayImgs.unsignedBytes(2, 2, 2), axis(
			Axes.X, unit, 4, origin), axis(Axes.Y, unit, 4, 0), axis(Axes.Z, unit, 4,
				0));

		assertFalse(convert.supports(dataset, ImageCutout.class));
		final String message = assertThrows(IllegalArgumentException.class,
			() -> new DatasetCutouts(context.service(UnitService.class)).image(
				dataset)).getMessage();
		assertTrue(message.contains(reason), message);
	}

	@Test
	void signedPixels_areNoIds() {
		final Dataset dataset = dataset(ArrayImgs.longs(2, 2, 2), axis(Axes.X, "nm",
			4, 0), axis(Axes.Y, "nm", 4, 0), axis(Axes.Z, "nm", 4, 0));

		assertFalse(convert.supports(dataset, SegmentationCutout.class));
	}

	@Test
	void severalChannels_areNoIds() {
		final Dataset dataset = dataset(ArrayImgs.unsignedLongs(2, 2, 2, 2), axis(
			Axes.X, "nm", 4, 0), axis(Axes.Y, "nm", 4, 0), axis(Axes.Z, "nm", 4, 0),
			axis(Axes.CHANNEL, null, 1, 0));

		assertFalse(convert.supports(dataset, SegmentationCutout.class));
		final String message = assertThrows(IllegalArgumentException.class,
			() -> new DatasetCutouts(context.service(UnitService.class)).labels(
				dataset)).getMessage();
		assertTrue(message.contains("one channel"), message);
	}

	private static long exact(final Object sample) {
		return sample instanceof IntegerType<?> integer ? integer.getIntegerLong()
			: (long) ((RealType<?>) sample).getRealDouble();
	}

	private Dataset ids() {
		final ArrayImg<UnsignedLongType, ?> voxels = ArrayImgs.unsignedLongs(IDS
			.clone(), IDS.length, 1, 1);
		return dataset(voxels, axis(Axes.X, "nm", 8, 0), axis(Axes.Y, "nm", 8, 0),
			axis(Axes.Z, "nm", 40, 0));
	}

	private <T extends NativeType<T>> Dataset dataset(final ArrayImg<T, ?> voxels,
		final CalibratedAxis... axes)
	{
		return context.service(DatasetService.class).create(new ImgPlus<>(voxels,
			"voxels", axes));
	}

	private static CalibratedAxis axis(final AxisType type, final String unit,
		final double scale, final double origin)
	{
		return new DefaultLinearAxis(type, unit, scale, origin);
	}
}
