// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.WindowManager;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.imageryclient.Progress;
import org.imageryclient.auth.Token;
import org.imageryclient.color.ColorScheme;
import org.imageryclient.cutout.Cutout;
import org.imageryclient.cutout.CutoutRequest;
import org.imageryclient.cutout.ImageCutout;
import org.imageryclient.cutout.PairedCutout;
import org.imageryclient.cutout.SegmentationCutout;
import org.imageryclient.export.Manifest;
import org.imageryclient.export.SaveOptions;
import org.imageryclient.export.SavedFile;
import org.imageryclient.fiji.service.CutoutService;
import org.imageryclient.geom.Long3;
import org.imageryclient.mask.MaskSet;
import org.imageryclient.overlay.Figure;
import org.imageryclient.picture.PlaneStack;
import org.imageryclient.testing.MacroBridge;
import org.imageryclient.testing.RecordedCave;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scijava.Context;

/**
 * Whatever is saved, its manifest alone gives the same voxels, and the macro
 * line in it the same files.
 */
class RepeatedSaveTest {

	private static final String RESULTS =
		"org.imageryclient.fiji.command.SavedResults#";

	private static final Context CONTEXT = new Context();

	/** Where nothing is cached, as on another day. */
	private static final Context LATER = new Context();

	private static final RecordedCave CAVE = RecordedCave.start();

	@TempDir
	private static Path data;

	private final CutoutService cutouts = CONTEXT.service(CutoutService.class);
	private final CutoutService later = LATER.service(CutoutService.class);

	private final SavedResults results = new SavedResults(cutouts, data,
		"graphene://" + CAVE.url("segmentation/table/pcg_test_v1"));

	@TempDir
	private Path first;

	@TempDir
	private Path second;

	@BeforeAll
	static void open() throws IOException {
		for (final Context context : List.of(CONTEXT, LATER))
			context.service(CutoutService.class).session().credentials().give(CAVE
				.address(), Token.of(RecordedCave.VIEWER));
		SavedResults.writeVolumes(data);
	}

	@AfterEach
	void forgetImage() {
		WindowManager.setTempCurrentImage(null);
	}

	@AfterAll
	static void close() {
		CONTEXT.dispose();
		LATER.dispose();
		CAVE.close();
	}

	@ParameterizedTest
	@MethodSource(RESULTS + "everything")
	void reopen_givesEqualVoxels(final SavedResults.Saved saved) {
		final Object cutout = saved.cutout().of(results);
		save(saved, cutout);

		final Cutout again = later.reopen(first + "/" + saved.target() +
			".manifest.json");

		assertArrayEquals(voxels(cutout), voxels(again));
	}

	@ParameterizedTest
	@MethodSource(RESULTS + "stacks")
	void reopen_ofTheStackAlone_givesEqualVoxels(final SavedResults.Saved saved)
		throws IOException
	{
		final Object cutout = saved.cutout().of(results);
		save(saved, cutout);
		Files.delete(first.resolve(saved.target() + ".manifest.json"));

		final Cutout again = later.reopen(first + "/" + saved.target());

		assertArrayEquals(voxels(cutout), voxels(again));
	}

	@Test
	void reopen_ofADifferenceBetweenTimes_saysWhyItCannotBe() {
		cutouts.save(results.graph().segmentation(SavedResults.WITH_TIME)
			.difference(SavedResults.BEFORE_EDITS, SavedResults.AFTER_EDITS), first
				.resolve("fig.tif"));

		final String message = assertThrows(IllegalArgumentException.class,
			() -> later.reopen(first + "/fig.tif.manifest.json")).getMessage();

		assertTrue(message.contains("compared between two"), message);
		assertEquals(Optional.empty(), Manifest.read(first.resolve(
			"fig.tif.manifest.json")).macro());
	}

	@ParameterizedTest
	@MethodSource(RESULTS + "everything")
	void macroLine_givesEqualFiles(final SavedResults.Saved saved) {
		save(saved, saved.cutout().of(results));
		final Manifest manifest = manifest(first, saved);
		final String line = manifest.macro().orElseThrow();

		MacroBridge.to(LATER).run(line.replace(first.toString(), second.toString()),
			"");

		assertFalse(manifest.files().isEmpty());
		assertEquals(lines(manifest.files()), lines(manifest(second, saved)
			.files()), line);
	}

	@ParameterizedTest
	@MethodSource(RESULTS + "ofTheGraph")
	void manifest_holdsNoToken(final SavedResults.Saved saved)
		throws IOException
	{
		save(saved, saved.cutout().of(results));

		try (Stream<Path> files = Files.list(first)) {
			for (final Path file : files.toList())
				assertFalse(Files.readString(file, StandardCharsets.ISO_8859_1)
					.contains(RecordedCave.VIEWER), file.toString());
		}
	}

	@Test
	void stack_doesNotSayWhatBecameOfRootsSince() throws IOException {
		final SegmentationCutout labels = results.graph().segmentation(CutoutRequest
			.of(SavedResults.OF_THE_GRAPH).withTimestamp(SavedResults.AFTER_EDITS)
			.withRoots(results.rootsOfThen()));
		cutouts.save(labels, first.resolve("fig.tif"));

		final Manifest beside = Manifest.read(first.resolve(
			"fig.tif.manifest.json"));
		final Manifest inside = cutouts.manifest(first.resolve("fig.tif"));

		assertTrue(beside.lookups().notCurrent().values().stream().anyMatch(
			why -> !why.successors().isEmpty()), beside.lookups().toString());
		assertTrue(inside.lookups().notCurrent().values().stream().allMatch(
			why -> why.successors().isEmpty()), inside.lookups().toString());
		assertEquals(beside.lookups().notCurrent().keySet(), inside.lookups()
			.notCurrent().keySet());
	}

	@ParameterizedTest
	@MethodSource(RESULTS + "ofEveryShape")
	void page_listsEveryMemberOfTheManifest(final SavedResults.Saved saved)
		throws IOException
	{
		save(saved, saved.cutout().of(results));
		final String page = Files.readString(Path.of("doc", "manifest.md"));

		final List<String> unknown = Pattern.compile("\"([A-Za-z]\\w*)\": ")
			.matcher(manifest(first, saved).toJson()).results().map(member -> member
				.group(1)).filter(name -> !page.contains("`" + name + "`")).distinct()
			.toList();

		assertEquals(List.of(), unknown);
	}

	private void save(final SavedResults.Saved saved, final Object cutout) {
		assertTrue(!cutouts.save(cutout, saved.options().of(SaveOptions.prefix(first
			.resolve(saved.target())).colors(ColorScheme.hashed(0))), Progress.NONE)
			.isEmpty());
	}

	private static Manifest manifest(final Path where,
		final SavedResults.Saved saved)
	{
		return Manifest.read(where.resolve(saved.target() + ".manifest.json"));
	}

	private static String lines(final List<SavedFile> files) {
		return String.join("\n", files.stream().map(SavedFile::toString).toList());
	}

	/** All samples and ids, side after side. */
	private static Object[] voxels(final Object cutout) {
		if (cutout instanceof Figure figure) return voxels(figure.cutout()
			.orElseThrow());
		if (cutout instanceof PairedCutout pair) return new Object[] { voxels(pair
			.image()), voxels(pair.segmentation()) };
		if (cutout instanceof MaskSet masks) return voxels(masks.labels());
		if (cutout instanceof SegmentationCutout labels) return ids(labels);
		final PlaneStack stack = PlaneStack.of((ImageCutout<?>) cutout);
		final int depth = (int) stack.size().z();
		final Object[] planes = new Object[depth * stack.channels()];
		for (int i = 0; i < planes.length; i++)
			planes[i] = stack.plane(i / depth, i % depth);
		return planes;
	}

	private static Object[] ids(final SegmentationCutout labels) {
		final Long3 size = labels.size();
		final Object[] ids = new Object[Math.toIntExact(size.product())];
		int i = 0;
		for (long z = 0; z < size.z(); z++)
			for (long y = 0; y < size.y(); y++)
				for (long x = 0; x < size.x(); x++)
					ids[i++] = labels.idAt(x, y, z);
		return ids;
	}
}
