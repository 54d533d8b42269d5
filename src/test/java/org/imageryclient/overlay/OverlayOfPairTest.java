// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.overlay;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;

import org.imageryclient.Unsupported;
import org.imageryclient.color.RootColors;
import org.imageryclient.cutout.CutoutRequest;
import org.imageryclient.cutout.PairedCutout;
import org.imageryclient.geom.Region;
import org.imageryclient.picture.IntensityRange;
import org.imageryclient.picture.Picture;
import org.imageryclient.precomputed.DataType;
import org.imageryclient.testing.SamplePair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OverlayOfPairTest {

	private static final CutoutRequest REQUEST = CutoutRequest.of(Region.bounds(
		110, 206, 11, 150, 236, 13));

	@TempDir
	Path folder;

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void imagery_hasTheLabelThatCoversEachPixel(final boolean resize) {
		try (SamplePair sample = new SamplePair(folder, DataType.UINT8, 1)) {
			final PairedCutout pair = sample.client().imageAndSegmentation(
				CutoutRequest.of(Region.bounds(111, 205, 11, 151, 235, 13)).withResize(
					resize));

			final Picture.Rgba picture = Overlay.of(pair).colors(RootColors.hashed())
				.alpha(1).picture(1);

			for (int y = 0; y < picture.height() - 1; y++)
				for (int x = 1; x < picture.width() - 1; x++) {
					final long id = sample.idAt(111 + x, 205 + y, 12);
					final int grey = (int) sample.sampleAt(111 + x, 205 + y, 12, 0);
					final int expected = id == 0 ? grey * 0x010101 : RootColors.hashed()
						.argb(id) & 0xffffff;
					assertEquals(Integer.toHexString(expected), Integer.toHexString(
						picture.samples()[y * picture.width() + x] & 0xffffff), x + ", " +
							y);
				}
		}
	}

	@Test
	void imagery_ofThreeChannels_isInColour() {
		try (SamplePair sample = new SamplePair(folder, DataType.UINT8, 3)) {
			final int[] samples = Overlay.of(sample.client().imageAndSegmentation(
				REQUEST)).alpha(0).picture(1).samples();

			for (int i = 0; i < samples.length; i++)
				assertEquals(sample.sampleAt(x(i), y(i), 12, 0) << 16 | sample.sampleAt(
					x(i), y(i), 12, 1) << 8 | sample.sampleAt(x(i), y(i), 12, 2),
					samples[i] & 0xffffff);
		}
	}

	@Test
	void imagery_ofTwoChannels_isRedAndGreen() {
		try (SamplePair sample = new SamplePair(folder, DataType.UINT8, 2)) {
			final int[] samples = Overlay.of(sample.client().imageAndSegmentation(
				REQUEST)).alpha(0).picture(1).samples();

			for (int i = 0; i < samples.length; i++)
				assertEquals(sample.sampleAt(x(i), y(i), 12, 0) << 16 | sample.sampleAt(
					x(i), y(i), 12, 1) << 8, samples[i] & 0xffffff);
		}
	}

	@Test
	void imagery_ofMoreChannels_isRefused() {
		try (SamplePair sample = new SamplePair(folder, DataType.UINT8, 4)) {
			final Overlay overlay = Overlay.of(sample.client().imageAndSegmentation(
				REQUEST));

			assertTrue(assertThrows(Unsupported.class, () -> overlay.picture(0))
				.getMessage().contains("4"));
		}
	}

	@Test
	void imagery_ofSixteenBits_isScaledFromItsLeastToItsGreatest() {
		try (SamplePair sample = new SamplePair(folder, DataType.UINT16, 1)) {
			final Overlay overlay = Overlay.of(sample.client().imageAndSegmentation(
				REQUEST)).alpha(0);

			final int[] levels = overlay.pictures().stream().flatMapToInt(p -> Arrays
				.stream(p.samples())).map(argb -> argb & 0xff).toArray();
			assertEquals(0, Arrays.stream(levels).min().orElseThrow());
			assertEquals(255, Arrays.stream(levels).max().orElseThrow());
		}
	}

	@Test
	void range_isWhatBecomesBlackAndWhite() {
		try (SamplePair sample = new SamplePair(folder, DataType.UINT16, 1)) {
			final PairedCutout pair = sample.client().imageAndSegmentation(REQUEST);
			final IntensityRange range = new IntensityRange(1000, 30000);

			final int[] samples = Overlay.of(pair).over(pair.image(), range).alpha(0)
				.picture(1).samples();

			assertArrayEquals(range.toBytes(shorts(sample, samples.length),
				DataType.UINT16), bytes(samples));
		}
	}

	@Test
	void imagery_ofAnotherSize_isRefused() {
		try (SamplePair sample = new SamplePair(folder, DataType.UINT8, 1)) {
			final PairedCutout pair = sample.client().imageAndSegmentation(REQUEST
				.withResize(false));

			assertThrows(IllegalArgumentException.class, () -> Overlay.of(pair
				.masks()).over(pair.image()));
		}
	}

	private static short[] shorts(final SamplePair sample, final int count) {
		final short[] shorts = new short[count];
		for (int i = 0; i < count; i++)
			shorts[i] = (short) sample.sampleAt(x(i), y(i), 12, 0);
		return shorts;
	}

	private static byte[] bytes(final int[] argb) {
		final byte[] bytes = new byte[argb.length];
		IntStream.range(0, argb.length).forEach(i -> bytes[i] = (byte) argb[i]);
		return bytes;
	}

	private static int x(final int pixel) {
		return 110 + pixel % 40;
	}

	private static int y(final int pixel) {
		return 206 + pixel / 40;
	}
}
