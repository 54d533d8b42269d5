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
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.imageryclient.Progress;
import org.imageryclient.Timestamp;
import org.imageryclient.auth.Token;
import org.imageryclient.color.ColorScheme;
import org.imageryclient.color.RootColors;
import org.imageryclient.cutout.Cutout;
import org.imageryclient.cutout.CutoutRequest;
import org.imageryclient.cutout.Fit;
import org.imageryclient.cutout.ImageCutout;
import org.imageryclient.cutout.ImageryClient;
import org.imageryclient.cutout.Mip;
import org.imageryclient.cutout.PairedCutout;
import org.imageryclient.cutout.Resample;
import org.imageryclient.cutout.RootSelection;
import org.imageryclient.cutout.SegmentationCutout;
import org.imageryclient.export.Manifest;
import org.imageryclient.export.SaveOptions;
import org.imageryclient.export.SavedFile;
import org.imageryclient.fiji.service.CutoutService;
import org.imageryclient.geom.Long3;
import org.imageryclient.geom.Region;
import org.imageryclient.geom.Resolution;
import org.imageryclient.mask.MaskSet;
import org.imageryclient.overlay.Figure;
import org.imageryclient.overlay.LegendPlace;
import org.imageryclient.overlay.Outline;
import org.imageryclient.overlay.Overlay;
import org.imageryclient.picture.IntensityRange;
import org.imageryclient.picture.PlaneStack;
import org.imageryclient.precomputed.DataType;
import org.imageryclient.testing.FormulaVolume;
import org.imageryclient.testing.MacroBridge;
import org.imageryclient.testing.PositionFormula;
import org.imageryclient.testing.RecordedCave;
import org.imageryclient.testing.SampleVolume;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.scijava.Context;

/**
 * Whatever is saved, its manifest alone gives the same voxels, and the macro
 * line in it the same files.
 */
class RepeatedSaveTest {

	private static final Region SMALL = Region.centered(20512, 12512, 310).size(
		40, 30, 3);

	private static final CutoutRequest ALL = CutoutRequest.of(SMALL);

	private static final Timestamp BEFORE_EDITS = Timestamp.parse("1706745600",
		Clock.systemUTC());

	private static final Region OF_THE_GRAPH = Region.bounds(1000, 2000, 300,
		1100, 2064, 316);

	/** The largest id of the sample, and one more. */
	private static final RootSelection TWO = RootSelection.of(
		"864691135290925686", "864691135752731847");

	private final Context context = new Context();
	private final CutoutService cutouts = context.service(CutoutService.class);
	private final RecordedCave cave = RecordedCave.start();

	@TempDir
	private Path folder;

	private Path first;
	private Path second;

	@BeforeEach
	void open() throws IOException {
		first = Files.createDirectory(folder.resolve("first"));
		second = Files.createDirectory(folder.resolve("second"));
		cutouts.session().credentials().give(cave.address(), Token.of(
			RecordedCave.VIEWER));
		writeVolumes(folder);
	}

	@AfterEach
	void close() {
		WindowManager.setTempCurrentImage(null);
		context.dispose();
		cave.close();
	}

	@ParameterizedTest
	@EnumSource
	void reopen_givesEqualVoxels(final Saved saved) {
		final Object cutout = saved.cutout.of(this);
		save(saved, cutout);

		final Cutout again = cutouts.reopen(first + "/" + saved.target +
			".manifest.json");

		assertArrayEquals(voxels(cutout), voxels(again));
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.MATCH_ALL, names = ".*STACKS?|ROOTS|LABELS")
	void reopen_ofTheStackAlone_givesEqualVoxels(final Saved saved)
		throws IOException
	{
		final Object cutout = saved.cutout.of(this);
		save(saved, cutout);
		Files.delete(first.resolve(saved.target + ".manifest.json"));

		final Cutout again = cutouts.reopen(first + "/" + saved.target);

		assertArrayEquals(voxels(cutout), voxels(again));
	}

	@Test
	void reopen_ofADifferenceBetweenTimes_saysWhyItCannotBe() {
		cutouts.save(graph().segmentation(WITH_TIME).difference(BEFORE_EDITS,
			Timestamp.parse("1719792000", Clock.systemUTC())), first.resolve(
				"fig.tif"));

		final String message = assertThrows(IllegalArgumentException.class,
			() -> cutouts.reopen(first + "/fig.tif.manifest.json")).getMessage();

		assertTrue(message.contains("compared between two"), message);
		assertEquals(Optional.empty(), Manifest.read(first.resolve(
			"fig.tif.manifest.json")).macro());
	}

	@ParameterizedTest
	@EnumSource
	void macroLine_givesEqualFiles(final Saved saved) {
		save(saved, saved.cutout.of(this));
		final Manifest manifest = manifest(first, saved);
		final String line = manifest.macro().orElseThrow();

		MacroBridge.to(context).run(line.replace(first.toString(), second
			.toString()), "");

		assertFalse(manifest.files().isEmpty());
		assertEquals(lines(manifest.files()), lines(manifest(second, saved)
			.files()), line);
	}

	@ParameterizedTest
	@EnumSource(names = { "ROOTS", "LISTED_ROOTS", "SUPERVOXELS" })
	void manifest_holdsNoToken(final Saved saved) throws IOException {
		save(saved, saved.cutout.of(this));

		try (Stream<Path> files = Files.list(first)) {
			for (final Path file : files.toList())
				assertFalse(Files.readString(file, StandardCharsets.ISO_8859_1)
					.contains(RecordedCave.VIEWER), file.toString());
		}
	}

	private void save(final Saved saved, final Object cutout) {
		assertTrue(!cutouts.save(cutout, saved.options.of(SaveOptions.prefix(first
			.resolve(saved.target)).colors(ColorScheme.hashed(0))), Progress.NONE)
			.isEmpty());
	}

	private static Manifest manifest(final Path where, final Saved saved) {
		return Manifest.read(where.resolve(saved.target + ".manifest.json"));
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

	/** Of three scales, with ids above 2^63, and with a hole. */
	private static void writeVolumes(final Path folder) throws IOException {
		final Long3 chunk = new Long3(32, 32, 4);
		FormulaVolume.raw(DataType.UINT16, PositionFormula.DISTINCT).scale(
			new Resolution(4, 4, 40), new Long3(0, 0, 0), new Long3(128, 128, 8),
			chunk).scale(new Resolution(8, 8, 40), new Long3(0, 0, 0), new Long3(64,
				64, 8), chunk).writeTo(folder.resolve("em"));
		FormulaVolume.labels(DataType.UINT64, (x, y, z) -> {
			final long id = PositionFormula.CUBES.at(x, y, z);
			return id == 0 ? 0 : id | Long.MIN_VALUE;
		}).scale(new Resolution(8, 8, 40), new Long3(0, 0, 0), new Long3(64, 64, 8),
			chunk).scale(new Resolution(16, 16, 40), new Long3(0, 0, 0), new Long3(32,
				32, 8), chunk).writeTo(folder.resolve("seg"));
		Files.delete(folder.resolve("em/s0/32-64_32-64_0-4"));
	}

	private ImageryClient sample() {
		return cutouts.open(SampleVolume.em(), SampleVolume.seg());
	}

	private ImageryClient formula() {
		return cutouts.open(folder.resolve("em").toString(), folder.resolve("seg")
			.toString());
	}

	private ImageryClient graph() {
		return cutouts.open("", "graphene://" + cave.url(
			"segmentation/table/pcg_test_v1"));
	}

	private static final Region FORMULA = Region.bounds(20, 30, 1, 90, 70, 3);

	private static final CutoutRequest WITH_TIME = CutoutRequest.of(OF_THE_GRAPH)
		.withTimestamp(BEFORE_EDITS);

	/** What is saved, under which name, how. */
	enum Saved {

			FIGURE("fig.png", t -> Figure.of(t.sample().imageAndSegmentation(ALL))),
			FIGURE_IN_LAYERS("fig.tif", t -> t.outlined(t.sample()
				.imageAndSegmentation(ALL.withRoots(TWO)))), FIGURE_OF_SIXTEEN_BITS(
					"fig.png", t -> Figure.of(t.formula().imageAndSegmentation(
						CutoutRequest.of(FORMULA)))), FIGURE_OF_LABELS("fig.png", t -> t
							.overWhite(t.sample().segmentation(ALL))), IMAGERY("fig", t -> t
								.sample().image(ALL)), IMAGERY_ACROSS_X("fig", t -> t.sample()
									.image(ALL), o -> o.acrossAxis(0)), IMAGERY_COMPRESSED("fig",
										t -> t.sample().image(ALL), o -> o.compression(9)),
			IMAGERY_STACK("fig.tif", t -> t.sample().image(ALL)), IMAGERY_OF_MIP(
				"fig.tif", t -> t.sample().image(ALL.withImageMip(1))),
			IMAGERY_IN_PIXELS("fig", t -> t.sample().image(CutoutRequest.of(Region
				.centered(20512, 12512, 310).pixels(33, 21)).withImageMip(1))),
			IMAGERY_RESAMPLED("fig.tif", t -> t.sample().image(ALL.withImageMip(Mip
				.at(Resolution.of(9.2, 9.2, 45))).withFit(Fit.BOUNDS).withResample(
					Resample.IMAGERYCLIENT))), IMAGERY_IN_ITS_FRAME("fig", t -> t.sample()
						.image(CutoutRequest.of(Region.bounds(10250.5, 6250, 305, 10290,
							6270.25, 307).at(Resolution.of(9.2, 9.2, 45))))), EIGHT_BITS(
								"fig", t -> t.formula().image(CutoutRequest.of(FORMULA)), o -> o
									.eightBits(0.5, 65000)), EIGHT_BIT_STACK("fig.tif", t -> t
										.formula().image(CutoutRequest.of(FORMULA)), o -> o
											.eightBits(0, 65535)), PAIR("fig", t -> t.sample()
												.imageAndSegmentation(ALL)), PAIR_OF_LISTED_ROOTS("fig",
													t -> t.sample().imageAndSegmentation(ALL.withRoots(
														TWO)), o -> o.colors(ColorScheme.parse(
															"864691135752731847=#ff800080 white"))),
			PAIR_OF_NO_ROOTS("fig", t -> t.sample().imageAndSegmentation(ALL
				.withRoots(RootSelection.of()))), PAIR_WITH_BACKGROUND("fig", t -> t
					.sample().imageAndSegmentation(ALL), o -> o.background(true).colors(
						ColorScheme.parse("tab10"))), PAIR_IN_COLOURS_OF_A_FUNCTION("fig",
							t -> t.sample().imageAndSegmentation(ALL), o -> o.colors(
								(RootColors) id -> 0x80000000 | (int) id)), PAIR_STACKS(
									"fig.tif", t -> t.sample().imageAndSegmentation(ALL)),
			PAIR_OF_MIPS("fig.tif", t -> t.formula().imageAndSegmentation(
				CutoutRequest.of(FORMULA).withImageMip(1).withSegmentationMip(1))),
			PAIR_ON_TWO_GRIDS("fig", t -> t.formula().imageAndSegmentation(
				CutoutRequest.of(FORMULA).withFit(Fit.NATIVE).withResize(false))),
			ONE_SIDE_OF_A_PAIR("fig.tif", t -> t.formula().imageAndSegmentation(
				CutoutRequest.of(FORMULA).withImageMip(1)).image()), LABELS_OF_A_PAIR(
					"fig.tif", t -> t.formula().imageAndSegmentation(CutoutRequest.of(
						FORMULA).withImageMip(0)).segmentation()), OVERLAY("fig.png", t -> t
							.sample().imageAndSegmentation(ALL)), MASKS("fig", t -> t.sample()
								.imageAndSegmentation(ALL).masks()), MASKS_WITH_BACKGROUND(
									"fig", t -> t.sample().segmentation(ALL).masks(true)), LABELS(
										"fig.tif", t -> t.sample().segmentation(ALL)),
			STRICT_LABELS("fig.tif", t -> t.sample().segmentation(ALL.withStrict(
				true))), HUGE_IDS("fig", t -> t.formula().segmentation(CutoutRequest.of(
					FORMULA))), LISTED_HUGE_IDS("fig", t -> t.formula().segmentation(
						CutoutRequest.of(FORMULA).withRoots(t.hugeIds()))), HUGE_IDS_STACK(
							"fig.tif", t -> t.formula().segmentation(CutoutRequest.of(
								FORMULA))), ROOTS("fig.tif", t -> t.graph().segmentation(
									WITH_TIME)), ROOTS_OF_NOW("fig.tif", t -> t.graph()
										.segmentation(CutoutRequest.of(OF_THE_GRAPH))),
			ROOTS_MOVED_TO_A_TIME("fig.tif", t -> t.graph().segmentation(CutoutRequest
				.of(OF_THE_GRAPH)).at(BEFORE_EDITS)), LISTED_ROOTS("fig", t -> t.graph()
					.segmentation(WITH_TIME.withRoots(t.rootOfThen()))), SUPERVOXELS(
						"fig.tif", t -> t.graph().segmentation(CutoutRequest.of(
							OF_THE_GRAPH).withRoots(RootSelection.rawIds())));

		private final String target;
		private final Making cutout;
		private final Choosing options;

		Saved(final String target, final Making cutout) {
			this(target, cutout, o -> o);
		}

		Saved(final String target, final Making cutout, final Choosing options) {
			this.target = target;
			this.cutout = cutout;
			this.options = options;
		}
	}

	/** With another value than the default for all that can be said. */
	private Figure outlined(final PairedCutout pair) {
		return Figure.of(Overlay.of(pair).colors(ColorScheme.parse("tab10")).over(
			pair.image(), new IntensityRange(20, 230.5)).alpha(0.75).outline(Outline
				.outside(2).merged(false)).overlap(false).acrossAxis(1), pair)
			.withScaleBar(46).withLegend(LegendPlace.BOTH);
	}

	private Figure overWhite(final SegmentationCutout labels) {
		return Figure.of(Overlay.of(labels).colors(ColorScheme.hashed(0)), labels)
			.withoutScaleBar();
	}

	private RootSelection hugeIds() {
		final long[] ids = formula().segmentation(CutoutRequest.of(FORMULA)).ids();
		assertTrue(ids[ids.length - 1] < 0, "above 2^63");
		return RootSelection.ofBits(ids[1], ids[0]);
	}

	private RootSelection rootOfThen() {
		return RootSelection.ofBits(graph().segmentation(WITH_TIME).ids()[0]);
	}

	private interface Making {

		Object of(RepeatedSaveTest test);
	}

	private interface Choosing {

		SaveOptions of(SaveOptions options);
	}
}
