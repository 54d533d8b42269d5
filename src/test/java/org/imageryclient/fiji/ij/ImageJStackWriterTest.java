// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.ij;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.measure.Calibration;

import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.imageryclient.Canceled;
import org.imageryclient.Progress;
import org.imageryclient.Unsupported;
import org.imageryclient.picture.PlaneStack;
import org.imageryclient.geom.Long3;
import org.imageryclient.geom.Resolution;
import org.imageryclient.precomputed.DataType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ImageJStackWriterTest {

	private static final Resolution NM = new Resolution(4, 4, 40);

	@TempDir
	Path folder;

	@ParameterizedTest
	@EnumSource
	void write_ofEveryType_isReadBackSampleForSample(final DataType type)
		throws IOException
	{
		final ImagePlus read = save(new Counting(type, new Long3(5, 3, 4), 1, NM,
			Long3.ZERO));
		assertEquals("5 x 3, 1 channel, 4 slices", read.getWidth() + " x " + read
			.getHeight() + ", " + read.getNChannels() + " channel, " + read
				.getNSlices() + " slices");
		for (int n = 0; n < 60; n++) {
			final float value = read.getStack().getProcessor(n / 15 + 1).getf(n % 15);
			assertEquals(n + 1, read.getCalibration().getCValue(value));
		}
	}

	@Test
	void write_ofSignedSamples_keepsNegativeOnes() throws IOException {
		final ImagePlus read = save(new OnePlane(DataType.INT16, new short[] {
			-32768, -1, 0, 32767 }));
		assertArrayEquals(new double[] { -32768, -1, 0, 32767 }, values(read));
	}

	@Test
	void write_ofSeveralChannels_isACompositeInImageJsOrder() throws IOException {
		final ImagePlus read = save(new Counting(DataType.UINT8, new Long3(1, 1, 3),
			2, NM, Long3.ZERO));
		assertEquals("2 channels, 3 slices", read.getNChannels() + " channels, " +
			read.getNSlices() + " slices");
		read.setPositionWithoutUpdate(2, 3, 1);
		assertEquals(103, read.getStack().getProcessor(read.getStackIndex(2, 3, 1))
			.get(0));
	}

	@ParameterizedTest
	@CsvSource({ "4, 4, 40, 1", "45, 45, 50, 3", "3.58, 3.58, 30.12, 3",
		"16.6666667, 7, 0.3, 2", "4, 4, 40, 3" })
	void write_keepsNmAndPositionExactly(final double x, final double y,
		final double z, final int depth) throws IOException
	{
		final Calibration read = save(new Counting(DataType.UINT8, new Long3(1, 1,
			depth), 1, new Resolution(x, y, z), new Long3(240640, -207872, 21360)))
			.getCalibration();
		assertEquals("nm nm nm", read.getXUnit() + " " + read.getYUnit() + " " +
			read.getZUnit());
		assertEquals((240640 + 7) * x, read.getX(7), 1e-6);
		assertEquals((-207872 + 7) * y, read.getY(7), 1e-6);
		assertEquals((21360 + 2) * z, read.getZ(2), 1e-6);
	}

	@Test
	void write_asksForEachPlaneOnceAndInOrder() throws IOException {
		final Counting stack = new Counting(DataType.UINT16, new Long3(2, 2, 3), 2,
			NM, Long3.ZERO);
		save(stack);
		assertEquals(List.of("c0 z0", "c1 z0", "c0 z1", "c1 z1", "c0 z2", "c1 z2"),
			stack.asked);
	}

	@Test
	void write_keepsNotes() throws IOException {
		final ImagePlus read = save(new OnePlane(DataType.UINT8, new byte[4]));
		assertTrue(read.getInfoProperty().contains("1 = 864691135571546917"), read
			.getInfoProperty());
	}

	@Test
	void write_whenCanceled_stopsAtThatSlice() {
		final Counting stack = new Counting(DataType.UINT8, new Long3(1, 1, 100), 1,
			NM, Long3.ZERO);
		final Progress afterThree = new Progress() {

			@Override
			public void report(final String task, final long done, final long total) {
				// Only cancelation matters here.
			}

			@Override
			public boolean isCanceled() {
				return stack.asked.size() == 3;
			}
		};
		assertThrows(Canceled.class, () -> new ImageJStackWriter().write(stack,
			folder.resolve("a.tif"), afterThree));
		assertEquals(3, stack.asked.size());
	}

	@Test
	void write_ofIdsThatFloatsCannotHold_isRefusedWithTheValue() {
		final Exception e = assertThrows(Unsupported.class, () -> save(new OnePlane(
			DataType.UINT64, new long[] { 1, 864691135571546917L, 0, 0 })));
		assertTrue(e.getMessage().contains(
			"the uint64 imagery has 864691135571546917"), e.getMessage());
	}

	@ParameterizedTest
	@CsvSource({ "4, 4, 1", "45, 45, 1", "3.58, 179, 50", "0.3, 3, 10",
		"16.6666667, 166666667, 10000000", "1e-3, 1, 1000" })
	void fraction_isTheSimplestThatIsExact(final double number,
		final long numerator, final long denominator)
	{
		assertArrayEquals(new long[] { numerator, denominator }, TiffResolution
			.fraction(number));
	}

	private ImagePlus save(final PlaneStack stack) throws IOException {
		final Path file = folder.resolve("a.tif");
		new ImageJStackWriter().write(stack, file, Progress.NONE);
		return IJ.openImage(file.toString());
	}

	private static double[] values(final ImagePlus image) {
		final double[] values = new double[image.getWidth() * image.getHeight()];
		for (int i = 0; i < values.length; i++)
			values[i] = image.getCalibration().getCValue(image.getProcessor().getf(
				i));
		return values;
	}

	/** Sample n of a channel is n + 1, and 100 more in the next channel. */
	private static final class Counting extends TestStack {

		private final List<String> asked = new ArrayList<>();

		Counting(final DataType dataType, final Long3 size, final int channels,
			final Resolution resolution, final Long3 origin)
		{
			super(dataType, size, channels, resolution, origin);
		}

		@Override
		public Object plane(final int channel, final int z) {
			asked.add("c" + channel + " z" + z);
			final int length = (int) (size().x() * size().y());
			final Object plane = dataType().newArray(length);
			for (int i = 0; i < length; i++)
				Array.set(plane, i, (byte) (z * length + i + 1 + 100 * channel));
			return plane;
		}
	}

	/** Four samples in a row, with a note. */
	private static final class OnePlane extends TestStack {

		private final Object samples;

		OnePlane(final DataType dataType, final Object samples) {
			super(dataType, new Long3(4, 1, 1), 1, NM, Long3.ZERO);
			this.samples = samples;
		}

		@Override
		public Object plane(final int channel, final int z) {
			return samples;
		}

		@Override
		public String notes() {
			return "label = root id\n1 = 864691135571546917\n";
		}
	}

	/** What both have in common. */
	private abstract static class TestStack implements PlaneStack {

		private final DataType dataType;
		private final Long3 size;
		private final int channels;
		private final Resolution resolution;
		private final Long3 origin;

		TestStack(final DataType dataType, final Long3 size, final int channels,
			final Resolution resolution, final Long3 origin)
		{
			this.dataType = dataType;
			this.size = size;
			this.channels = channels;
			this.resolution = resolution;
			this.origin = origin;
		}

		@Override
		public DataType dataType() {
			return dataType;
		}

		@Override
		public Long3 size() {
			return size;
		}

		@Override
		public int channels() {
			return channels;
		}

		@Override
		public Resolution resolution() {
			return resolution;
		}

		@Override
		public Long3 origin() {
			return origin;
		}
	}
}
