// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.export;

import static org.imageryclient.export.SmallStacks.ROOT;
import static org.imageryclient.export.SmallStacks.counting;
import static org.imageryclient.export.SmallStacks.grey;
import static org.imageryclient.export.SmallStacks.masks;
import static org.imageryclient.export.SmallStacks.stack;
import static org.imageryclient.export.SmallStacks.writer;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.imageryclient.picture.Picture;
import org.imageryclient.Progress;
import org.imageryclient.Unsupported;
import org.imageryclient.color.RootColors;
import org.imageryclient.mask.RootMask;
import org.imageryclient.precomputed.DataType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

/** Names and pixels. */
class CutoutWriterTest {

	@TempDir
	Path folder;

	private final Map<Path, Picture> written = new LinkedHashMap<>();
	private final CutoutWriter writer = writer((picture, file) -> {
		written.put(file, picture);
		Files.writeString(file, picture.toString());
	});

	// -- names --

	@Test
	void saveImagery_ofSeveralSlices_numbersThemFromZeroUnpadded() {
		final List<Path> saved = writer.saveImagery(grey(2, 2, 11), prefix("fig"),
			Progress.NONE);
		assertEquals(List.of("fig_slice_0_imagery.png", "fig_slice_10_imagery.png"),
			List.of(name(saved.get(0)), name(saved.get(10))));
	}

	@Test
	void saveImagery_ofOneSlice_usesTheSingleName() {
		final List<Path> saved = writer.saveImagery(grey(2, 2, 1), prefix("fig"),
			Progress.NONE);
		assertEquals(List.of(folder.resolve("fig_imagery.png")), saved);
	}

	@Test
	void saveMasks_givesEveryIdAFileForEverySliceEvenWhereItIsEmpty() {
		writer.saveMasks(masks(), prefix("fig"), Progress.NONE);
		assertEquals(List.of("fig_slice_0_root_id_18446744073709551615.png",
			"fig_slice_0_root_id_864691135571546917.png",
			"fig_slice_1_root_id_18446744073709551615.png",
			"fig_slice_1_root_id_864691135571546917.png"), files());
	}

	@Test
	void saveSlices_endNamesAsAsked() {
		writer.saveSlices(grey(2, 2, 2), "raw", prefix("fig"), Progress.NONE);
		writer.saveSlices(masks().mask(ROOT), "axon", prefix("fig").acrossAxis(1),
			Progress.NONE);
		assertEquals(List.of("fig_axon.png", "fig_slice_0_raw.png",
			"fig_slice_1_raw.png"), files());
	}

	@Test
	void saveMasks_ofSeveralCutouts_mayLieOverEachOther() {
		final RootMask one = masks().mask(ROOT);
		writer.saveMasks(List.of(one, RootMask.of(7, one.image())), prefix("fig")
			.acrossAxis(1), Progress.NONE);
		assertEquals(List.of("fig_root_id_7.png", "fig_root_id_" + ROOT + ".png"),
			files());
	}

	@Test
	void compression_reachesTheWriterOfPictures() throws IOException {
		final List<Path> saved = writer.saveImagery(grey(2, 2, 1), prefix("fig")
			.compression(3), Progress.NONE);
		assertEquals("level 3", Files.readString(saved.get(0)));
	}

	@ParameterizedTest
	@ValueSource(ints = { -1, 10 })
	void compression_outsideOf0To9_isRefused(final int level) {
		final IllegalArgumentException e = assertThrows(
			IllegalArgumentException.class, () -> prefix("fig").compression(level));
		assertEquals("Expected a compression of 0 to 9 but got " + level + ".", e
			.getMessage());
	}

	@Test
	void saveImagery_withASeparatorAtTheEnd_keepsThePrefixVerbatim() {
		final List<Path> saved = writer.saveImagery(grey(1, 1, 1), SaveOptions
			.prefix(folder + "/"), Progress.NONE);
		assertEquals(List.of(folder.resolve("_imagery.png")), saved);
	}

	// -- pixels --

	@ParameterizedTest
	@CsvSource({ "2, 1, 3, 2, 0 1 2 3 4 5", "2, 0, 3, 2, 0 1 2 3 4 5",
		"1, 1, 3, 2, 3 4 5 9 10 11", "0, 2, 2, 2, 2 5 8 11" })
	void saveImagery_cutsSlicesAsTheReference(final int axis, final int slice,
		final int width, final int height, final String samples)
	{
		writer.saveImagery(counting(3, 2, 2), prefix("fig").acrossAxis(axis),
			Progress.NONE);
		final Picture.Gray8 picture = (Picture.Gray8) List.copyOf(written.values())
			.get(slice);
		final int offset = axis == 2 ? slice * 6 : 0;
		assertEquals(width + " x " + height + ": " + samples, picture.width() +
			" x " + picture.height() + ": " + text(picture.samples(), offset));
	}

	@Test
	void saveImagery_ofThreeBytes_isOneColourPicture() {
		writer.saveImagery(stack(DataType.UINT8, 1, 1, 1, new byte[] { 1 },
			new byte[] { 2 }, new byte[] { (byte) 255 }), prefix("fig"),
			Progress.NONE);
		assertEquals(0x0102ff, ((Picture.Rgb) only()).samples()[0]);
	}

	@Test
	void saveImagery_ofTwoChannels_isOnePictureForEach() {
		writer.saveImagery(stack(DataType.UINT8, 1, 1, 1, new byte[] { 1 },
			new byte[] { 2 }), prefix("fig"), Progress.NONE);
		assertEquals(List.of("fig_imagery_channel_0.png",
			"fig_imagery_channel_1.png"), files());
	}

	@Test
	void saveImagery_of16Bits_keepsThem() {
		writer.saveImagery(stack(DataType.UINT16, 2, 1, 1, new short[] { 300,
			(short) 65535 }), prefix("fig"), Progress.NONE);
		assertArrayEquals(new short[] { 300, (short) 65535 },
			((Picture.Gray16) only()).samples());
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = { "UINT8", "UINT16" })
	void saveImagery_ofOtherSamples_isRefusedWithTheRemedy(final DataType type) {
		final Exception e = assertThrows(Unsupported.class, () -> writer
			.saveImagery(stack(type, 1, 1, 1, type.newArray(1)), prefix("fig"),
				Progress.NONE));
		assertTrue(e.getMessage().contains(type.word()) && e.getMessage().contains(
			"TIFF"), e.getMessage());
	}

	@ParameterizedTest
	@EnumSource
	void saveImagery_withARange_convertsSamplesOfEveryType(final DataType type) {
		writer.saveImagery(stack(type, 2, 1, 1, type.newArray(2)), prefix("fig")
			.eightBits(-1, 1), Progress.NONE);
		assertArrayEquals(new byte[] { (byte) 128, (byte) 128 },
			((Picture.Gray8) only()).samples());
	}

	@Test
	void saveImagery_withARange_clipsRoundsAndBlackensNaN() {
		writer.saveImagery(stack(DataType.FLOAT32, 5, 1, 1, new float[] { -7, 0.5f,
			0.2f, 9, Float.NaN }), prefix("fig").eightBits(0, 1), Progress.NONE);
		assertArrayEquals(new byte[] { 0, (byte) 128, 51, (byte) 255, 0 },
			((Picture.Gray8) only()).samples());
	}

	@Test
	void saveImagery_withARange_knowsThatIdsAreUnsigned() {
		writer.saveImagery(stack(DataType.UINT64, 1, 1, 1, new long[] { -1L }),
			prefix("fig").eightBits(0, 1e19), Progress.NONE);
		assertEquals((byte) 255, ((Picture.Gray8) only()).samples()[0]);
	}

	@Test
	void saveMasks_paintsEachRootInItsColour() {
		writer.saveMasks(masks(), prefix("fig").colors(RootColors.fixed(Map.of(ROOT,
			new int[] { 0, 128, 255, 77 }))), Progress.NONE);
		final List<Integer> colors = written.values().stream().map(
			p -> ((Picture.Mask) p).argb()).toList();
		assertEquals(List.of(0x4d0080ff, 0x4d0080ff, 0xffffffff, 0xffffffff),
			colors);
	}

	@Test
	void saveMasks_cutsSlicesAsTheReference() {
		writer.saveMasks(masks(), prefix("fig").acrossAxis(0), Progress.NONE);
		final Picture.Mask first = (Picture.Mask) List.copyOf(written.values()).get(
			0);
		assertEquals("1 x 2: -1 0", first.width() + " x " + first.height() + ": " +
			text(first.samples(), 0));
	}

	private SaveOptions prefix(final String name) {
		return SaveOptions.prefix(folder.resolve(name));
	}

	private Picture only() {
		assertEquals(1, written.size());
		return written.values().iterator().next();
	}

	private List<String> files() {
		try (Stream<Path> list = Files.list(folder)) {
			return list.map(CutoutWriterTest::name).filter(n -> !n.endsWith(
				Manifest.SUFFIX)).sorted().toList();
		}
		catch (final IOException e) {
			throw new AssertionError(e);
		}
	}

	private static String name(final Path file) {
		return file.getFileName().toString();
	}

	private static String text(final byte[] samples, final int offset) {
		final List<String> text = new ArrayList<>();
		for (final byte sample : samples)
			text.add(Integer.toString(sample - offset));
		return String.join(" ", text);
	}
}
