// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;

import net.imagej.Dataset;
import net.imagej.DatasetService;
import net.imagej.axis.Axes;
import net.imagej.axis.AxisType;
import net.imagej.units.UnitService;
import net.imglib2.RandomAccess;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedLongType;

import org.imageryclient.cutout.ImageCutout;
import org.imageryclient.cutout.ImageryClient;
import org.imageryclient.cutout.PairedCutout;
import org.imageryclient.cutout.RootSelection;
import org.imageryclient.geom.Region;
import org.imageryclient.http.HttpTransport;
import org.imageryclient.precomputed.DataType;
import org.imageryclient.store.Stores;
import org.imageryclient.testing.SamplePair;
import org.imageryclient.volume.ReadSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.scijava.Context;
import org.scijava.convert.ConvertService;

/** With the real imagej-common. */
class CutoutDatasetsTest {

	private static final Region REGION = Region.bounds(110, 208, 11, 125, 219,
		13);

	@TempDir
	private Path folder;

	private Context context;
	private ConvertService convert;

	@BeforeEach
	void setUp() {
		context = new Context(ConvertService.class, DatasetService.class,
			UnitService.class);
		convert = context.service(ConvertService.class);
	}

	@AfterEach
	void dispose() {
		context.dispose();
	}

	@ParameterizedTest
	@EnumSource(DataType.class)
	void imagery_keepsTypeAndSamples(final DataType type) {
		try (SamplePair volumes = new SamplePair(folder, type, 1)) {
			final Dataset dataset = convert.convert(volumes.client().image(REGION),
				Dataset.class);

			assertEquals(type.word(), word(dataset.firstElement()));
			assertEquals(volumes.sampleAt(117, 210, 12, 0), exact(dataset, 7, 2, 1));
		}
	}

	@ParameterizedTest
	@CsvSource({ "X, 110, 440", "Y, 208, 832", "Z, 11, 440" })
	void imagery_liesInNm(final String axis, final long voxel,
		final double nanometres)
	{
		try (SamplePair volumes = new SamplePair(folder, DataType.UINT8, 1)) {
			final Dataset dataset = convert.convert(volumes.client().image(REGION),
				Dataset.class);

			final int d = dataset.dimensionIndex(Axes.get(axis));
			assertEquals(nanometres, dataset.axis(d).calibratedValue(0));
			assertEquals(nanometres / voxel, dataset.axis(d).averageScale(0, 1));
			assertEquals("nm", dataset.axis(d).unit());
		}
	}

	@Test
	void severalChannels_areAFourthAxis() {
		try (SamplePair volumes = new SamplePair(folder, DataType.UINT8, 3)) {
			final Dataset dataset = convert.convert(volumes.client().image(REGION),
				Dataset.class);

			assertEquals(Axes.CHANNEL, dataset.axis(3).type());
			assertEquals(volumes.sampleAt(117, 210, 12, 2), exact(dataset, 7, 2, 1,
				2));
			assertEquals(3, dataset.getCompositeChannelCount());
		}
	}

	@Test
	void oneChannel_isNoAxis() {
		try (SamplePair volumes = new SamplePair(folder, DataType.UINT8, 1)) {
			final Dataset dataset = convert.convert(volumes.client().image(REGION),
				Dataset.class);

			final AxisType[] types = { dataset.axis(0).type(), dataset.axis(1).type(),
				dataset.axis(2).type() };
			assertEquals(3, dataset.numDimensions());
			assertArrayEquals(new AxisType[] { Axes.X, Axes.Y, Axes.Z }, types);
			assertEquals(1, dataset.getCompositeChannelCount());
		}
	}

	@Test
	void labels_keepEveryBitOfTheirIds() {
		try (SamplePair volumes = new SamplePair(folder, DataType.UINT8, 1)) {
			final PairedCutout pair = volumes.client().imageAndSegmentation(REGION,
				RootSelection.all());

			final Dataset dataset = convert.convert(pair.segmentation(),
				Dataset.class);

			assertInstanceOf(UnsignedLongType.class, dataset.firstElement());
			assertEquals(volumes.idAt(117, 210, 12), exact(dataset, 7, 2, 1));
		}
	}

	@Test
	void emptyCutout_saysSo() {
		try (SamplePair volumes = new SamplePair(folder, DataType.UINT8, 1);
				ReadSession session = ReadSession.builder(new Stores(HttpTransport
					.anonymous())).threads(1).build())
		{
			final CutoutDatasets datasets = new CutoutDatasets(context.service(
				DatasetService.class));
			final ImageCutout<?> nothing = ImageryClient.builder(session)
				.segmentationSource(volumes.client().segmentationSource().orElseThrow())
				.build().image(REGION);

			assertThrows(IllegalArgumentException.class, () -> datasets.of(nothing));
		}
	}

	private static String word(final RealType<?> sample) {
		return switch (sample.getClass().getSimpleName()) {
			case "UnsignedByteType" -> "uint8";
			case "ByteType" -> "int8";
			case "UnsignedShortType" -> "uint16";
			case "ShortType" -> "int16";
			case "UnsignedIntType" -> "uint32";
			case "IntType" -> "int32";
			case "UnsignedLongType" -> "uint64";
			case "LongType" -> "int64";
			case "FloatType" -> "float32";
			default -> "float64";
		};
	}

	private static long exact(final Dataset dataset, final long... position) {
		final RandomAccess<? extends RealType<?>> voxel = dataset.randomAccess();
		voxel.setPosition(position);
		final RealType<?> value = voxel.get();
		return value instanceof IntegerType<?> integer ? integer.getIntegerLong()
			: (long) value.getRealDouble();
	}
}
