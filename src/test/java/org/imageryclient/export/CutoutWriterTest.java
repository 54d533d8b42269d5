// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.numeric.integer.UnsignedIntType;

import org.imageryclient.Canceled;
import org.imageryclient.CannotWrite;
import org.imageryclient.Progress;
import org.imageryclient.Unsupported;
import org.imageryclient.color.RootColors;
import org.imageryclient.geom.Long3;
import org.imageryclient.geom.Resolution;
import org.imageryclient.mask.MaskSet;
import org.imageryclient.precomputed.DataType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class CutoutWriterTest {

	private static final long ROOT = 864691135571546917L;

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

	// -- all or nothing --

	@Test
	void save_whenAWriteFails_leavesNothingAndKeepsWhatWasThere()
		throws IOException
	{
		Files.writeString(folder.resolve("fig_slice_0_imagery.png"), "older");
		final CutoutWriter failing = writer((picture, file) -> {
			Files.writeString(file, "half");
			if (file.endsWith("2")) throw new IOException("No space left on device");
		});
		final Exception e = assertThrows(CannotWrite.class, () -> failing
			.saveImagery(grey(1, 1, 4), prefix("fig"), Progress.NONE));
		assertEquals("Expected to write " + folder.resolve(
			"fig_slice_2_imagery.png") +
			" but this failed: No space left on device; try another folder, or free space there. Nothing was saved.",
			e.getMessage());
		assertEquals(List.of("fig_slice_0_imagery.png"), files());
		assertEquals("older", Files.readString(folder.resolve(
			"fig_slice_0_imagery.png")));
	}

	@Test
	void save_whenCanceled_leavesNothing() {
		assertThrows(Canceled.class, () -> writer.saveImageryAndMasks(grey(1, 1, 2),
			masks(), prefix("fig"), canceledAfter(3)));
		assertEquals(List.of(), files());
	}

	@Test
	void save_whenItSucceeds_replacesWhatWasThere() throws IOException {
		Files.writeString(folder.resolve("fig_imagery.png"), "older");
		writer.saveImagery(grey(1, 1, 1), prefix("fig"), Progress.NONE);
		assertTrue(Files.readString(folder.resolve("fig_imagery.png")).startsWith(
			"Gray8"));
	}

	@Test
	void save_tellsTheListenerOfEachFileInItsPlace() {
		final List<Path> told = new ArrayList<>();
		final List<Path> saved = writer.saveImagery(grey(1, 1, 3), prefix("fig")
			.onSaved(file -> {
				if (Files.exists(file)) told.add(file);
			}), Progress.NONE);
		assertEquals(saved, told);
	}

	@Test
	void save_whereTheFolderIsMissing_namesItsAbsolutePath() {
		final Path missing = folder.resolve("no/where");
		final Exception e = assertThrows(CannotWrite.class, () -> writer
			.saveImagery(grey(1, 1, 1), SaveOptions.prefix(missing.resolve("fig")),
				Progress.NONE));
		assertEquals("Expected a folder at " + missing +
			" to save in but there is none; try creating the folder first, or another prefix.",
			e.getMessage());
	}

	@Test
	void save_whereAFileIsInPlaceOfTheFolder_saysSo() throws IOException {
		final Path file = Files.writeString(folder.resolve("notes.txt"), "");
		final Exception e = assertThrows(CannotWrite.class, () -> writer
			.saveImagery(grey(1, 1, 1), SaveOptions.prefix(file + "/fig"),
				Progress.NONE));
		assertTrue(e.getMessage().contains(file +
			" to save in but there is a file"), e.getMessage());
	}

	@Test
	void save_whereAFolderHasTheNameOfAFile_saysSo() throws IOException {
		Files.createDirectory(folder.resolve("fig_imagery.png"));
		final Exception e = assertThrows(CannotWrite.class, () -> writer
			.saveImagery(grey(1, 1, 1), prefix("fig"), Progress.NONE));
		assertTrue(e.getMessage().contains("there is a folder of that name"), e
			.getMessage());
	}

	@Test
	void staging_whereTheFolderCannotBeWritten_namesIt() {
		// The image of the JDK's own modules is read-only for everyone, root too.
		final Path readOnly = FileSystems.getFileSystem(URI.create("jrt:/"))
			.getPath("/modules/java.base");
		final Exception e = assertThrows(CannotWrite.class, () -> StagedFiles.in(
			readOnly));
		assertEquals(
			"Expected to write in the folder /modules/java.base but the file system is read-only; try another folder, or ask for permission to write there.",
			e.getMessage());
	}

	@Test
	void saveStack_whenTheWriterRefuses_leavesNothing() {
		final CutoutWriter refusing = new CutoutWriter(new Pictures((p, f) -> {}),
			new StackWriter()
			{

				@Override
				public String extension() {
					return "tif";
				}

				@Override
				public void write(final PlaneStack stack, final Path file,
					final Progress progress) throws IOException
			{
					Files.writeString(file, "half");
					throw new Unsupported("too deep");
				}
			});
		assertInstanceOf(Unsupported.class, assertThrows(Exception.class,
			() -> refusing.saveStack(grey(1, 1, 1), folder.resolve("fig.tif"),
				Progress.NONE)));
		assertEquals(List.of(), files());
	}

	// -- what the tests are made of --

	private interface WritePicture {

		void write(Picture picture, Path file) throws IOException;
	}

	private record Pictures(WritePicture write) implements SliceWriter {

	@Override
	public String extension() {
		return "png";
	}

	@Override
	public void write(final Picture picture, final Path file) throws IOException {
		write.write(picture, file);
	}

	}

	private static CutoutWriter writer(final WritePicture write) {
		return new CutoutWriter(new Pictures(write), new StackWriter() {

			@Override
			public String extension() {
				return "tif";
			}

			@Override
			public void write(final PlaneStack stack, final Path file,
				final Progress progress)
			{
				throw new AssertionError("no stack is written here");
			}
		});
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
			return list.map(CutoutWriterTest::name).sorted().toList();
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

	private static PlaneStack grey(final int... size) {
		final Object[] planes = new Object[size[2]];
		for (int z = 0; z < size[2]; z++)
			planes[z] = new byte[size[0] * size[1]];
		return stack(DataType.UINT8, size[0], size[1], size[2], planes);
	}

	/** Sample n of the stack, x fastest, is n. */
	private static PlaneStack counting(final int... size) {
		final Object[] planes = new Object[size[2]];
		for (int z = 0; z < size[2]; z++) {
			final byte[] plane = new byte[size[0] * size[1]];
			for (int i = 0; i < plane.length; i++)
				plane[i] = (byte) (z * plane.length + i);
			planes[z] = plane;
		}
		return stack(DataType.UINT8, size[0], size[1], size[2], planes);
	}

	private static PlaneStack stack(final DataType type, final int width,
		final int height, final int depth, final Object... planes)
	{
		return new PlaneStack() {

			@Override
			public Long3 size() {
				return new Long3(width, height, depth);
			}

			@Override
			public int channels() {
				return planes.length / depth;
			}

			@Override
			public DataType dataType() {
				return type;
			}

			@Override
			public Resolution resolution() {
				return new Resolution(4, 4, 40);
			}

			@Override
			public Long3 origin() {
				return Long3.ZERO;
			}

			@Override
			public Object plane(final int channel, final int z) {
				return planes[z + depth * channel];
			}
		};
	}

	/**
	 * Two voxels along x and z: the first root in one corner, the other in
	 * another.
	 */
	private static MaskSet masks() {
		final PlanarImg<UnsignedIntType, ?> indices = PlanarImgs.unsignedInts(2, 1,
			2);
		indices.getAt(0, 0, 0).set(1);
		indices.getAt(1, 0, 1).set(2);
		return MaskSet.of(indices, new long[] { 0, ROOT, -1L });
	}

	/** Canceled when it has been asked so many times. */
	private static Progress canceledAfter(final int times) {
		return new Progress() {

			private int asked;

			@Override
			public void report(final String task, final long done, final long total) {
				// Only cancelation matters here.
			}

			@Override
			public boolean isCanceled() {
				return ++asked > times;
			}
		};
	}
}
