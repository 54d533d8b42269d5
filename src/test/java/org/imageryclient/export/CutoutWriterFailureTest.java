// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.export;

import static org.imageryclient.export.SmallStacks.grey;
import static org.imageryclient.export.SmallStacks.masks;
import static org.imageryclient.export.SmallStacks.writer;
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
import org.imageryclient.picture.PlaneStack;
import org.imageryclient.Canceled;
import org.imageryclient.CannotWrite;
import org.imageryclient.Progress;
import org.imageryclient.Unsupported;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All files of a call or none, and what the user is told. */
class CutoutWriterFailureTest {

	@TempDir
	Path folder;

	private final CutoutWriter writer = writer((picture, file) -> Files
		.writeString(file, picture.toString()));

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
	void saveFiles_whenTheLastFails_leavesNoneOfThem() {
		final Map<String, FileContent> contents = new LinkedHashMap<>();
		contents.put("fig.csv", file -> Files.writeString(file, "whole"));
		contents.put("fig.zip", file -> {
			throw new IOException("the disk is full");
		});
		final Exception e = assertThrows(CannotWrite.class, () -> writer.saveFiles(
			Subject.UNKNOWN, contents, prefix("fig"), Progress.NONE));
		assertTrue(e.getMessage().contains(folder.resolve("fig.zip") +
			" but this failed: the disk is full"), e.getMessage());
		assertEquals(List.of(), files());
	}

	@Test
	void saveFiles_underANameWithAFolder_isRefused() {
		assertThrows(IllegalArgumentException.class, () -> writer.saveFiles(
			Subject.UNKNOWN, Map.of("b/a.csv", file -> {}), prefix("fig"),
			Progress.NONE));
	}

	@Test
	void saveFiles_whenTheManifestCannotBePut_leavesNothing() throws IOException {
		Files.createDirectory(folder.resolve("fig.manifest.json"));
		assertThrows(CannotWrite.class, () -> writer.saveFiles(Subject.UNKNOWN, Map
			.of("fig.csv", file -> Files.writeString(file, "whole")), prefix("fig"),
			Progress.NONE));
		assertEquals(List.of("fig.manifest.json"), files());
	}

	@Test
	void saveStack_whenTheWriterRefuses_leavesNothing() {
		final CutoutWriter refusing = new CutoutWriter(new SmallStacks.Pictures((p,
			f) -> {}), new StackWriter()
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

	private SaveOptions prefix(final String name) {
		return SaveOptions.prefix(folder.resolve(name));
	}

	private List<String> files() {
		try (Stream<Path> list = Files.list(folder)) {
			return list.map(CutoutWriterFailureTest::name).sorted().toList();
		}
		catch (final IOException e) {
			throw new AssertionError(e);
		}
	}

	private static String name(final Path file) {
		return file.getFileName().toString();
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
