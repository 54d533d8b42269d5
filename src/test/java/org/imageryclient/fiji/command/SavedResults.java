// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.command;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import org.imageryclient.Timestamp;
import org.imageryclient.color.ColorScheme;
import org.imageryclient.color.RootColors;
import org.imageryclient.cutout.CutoutRequest;
import org.imageryclient.cutout.Fit;
import org.imageryclient.cutout.ImageryClient;
import org.imageryclient.cutout.Mip;
import org.imageryclient.cutout.PairedCutout;
import org.imageryclient.cutout.Resample;
import org.imageryclient.cutout.RootSelection;
import org.imageryclient.cutout.SegmentationCutout;
import org.imageryclient.export.SaveOptions;
import org.imageryclient.fiji.service.CutoutService;
import org.imageryclient.geom.Long3;
import org.imageryclient.geom.Region;
import org.imageryclient.geom.Resolution;
import org.imageryclient.overlay.Figure;
import org.imageryclient.overlay.LegendPlace;
import org.imageryclient.overlay.Outline;
import org.imageryclient.overlay.Overlay;
import org.imageryclient.picture.IntensityRange;
import org.imageryclient.precomputed.DataType;
import org.imageryclient.testing.FormulaVolume;
import org.imageryclient.testing.PositionFormula;
import org.imageryclient.testing.RecordedCave;
import org.imageryclient.testing.SampleVolume;

/**
 * Results of every kind that can be saved, and the volumes that they are of.
 */
final class SavedResults {

	static final Region SMALL = Region.centered(20512, 12512, 310).size(40, 30,
		3);

	static final CutoutRequest ALL = CutoutRequest.of(SMALL);

	static final Timestamp BEFORE_EDITS = Timestamp.parse("1706745600", Clock
		.systemUTC());

	static final Timestamp AFTER_EDITS = Timestamp.parse("1719792000", Clock
		.systemUTC());

	static final Region OF_THE_GRAPH = Region.bounds(1000, 2000, 300, 1100, 2064,
		316);

	/** The largest id of the sample, and one more. */
	static final RootSelection TWO = RootSelection.of("864691135290925686",
		"864691135752731847");

	static final CutoutRequest FORMULA = CutoutRequest.of(Region.bounds(20, 30, 1,
		90, 70, 3));

	static final Resolution HALVED = Resolution.of(9.2, 9.2, 45);

	static final CutoutRequest WITH_TIME = CutoutRequest.of(OF_THE_GRAPH)
		.withTimestamp(BEFORE_EDITS);

	private final CutoutService cutouts;
	private final Path volumes;
	private final String graph;

	/**
	 * @param volumes a folder for those that are made by formula
	 * @param graph address of the graph of {@code RecordedCave}
	 */
	SavedResults(final CutoutService cutouts, final Path volumes,
		final String graph)
	{
		this.cutouts = cutouts;
		this.volumes = volumes;
		this.graph = graph;
	}

	/**
	 * A kind of result.
	 *
	 * @param name of the kind
	 * @param target as which it is saved
	 * @param cutout what is saved
	 * @param options how
	 */
	record Saved(String name, String target, Making cutout,
		Choosing options)
	{

		@Override
		public String toString() {
			return name;
		}
	}

	static List<Saved> everything() {
		final List<Saved> all = new ArrayList<>();
		add(all, "imagery", "fig", t -> t.sample().image(ALL));
		add(all, "imagery across x", "fig", t -> t.sample().image(ALL), o -> o
			.acrossAxis(0));
		add(all, "imagery compressed", "fig", t -> t.sample().image(ALL), o -> o
			.compression(9));
		add(all, "imagery stack", "fig.tif", t -> t.sample().image(ALL));
		add(all, "imagery of mip", "fig.tif", t -> t.sample().image(ALL
			.withImageMip(1)));
		add(all, "imagery in pixels", "fig", t -> t.sample().image(CutoutRequest.of(
			Region.centered(20512, 12512, 310).pixels(33, 21)).withImageMip(1)));
		add(all, "imagery resampled", "fig.tif", t -> t.sample().image(ALL
			.withImageMip(Mip.at(HALVED)).withFit(Fit.BOUNDS).withResample(
				Resample.IMAGERYCLIENT)));
		add(all, "imagery in its frame", "fig", t -> t.sample().image(CutoutRequest
			.of(Region.bounds(10250.5, 6250, 305, 10290, 6270.25, 307).at(HALVED))));
		add(all, "ids as imagery", "fig", t -> t.cutouts.open(SampleVolume.seg(),
			"").image(ALL), o -> o.eightBits(0, 1e18));
		add(all, "eight bits", "fig", t -> t.formula().image(FORMULA), o -> o
			.eightBits(0.5, 65000));
		add(all, "eight bit stack", "fig.tif", t -> t.formula().image(FORMULA),
			o -> o.eightBits(0, 65535));
		add(all, "pair", "fig", t -> t.sample().imageAndSegmentation(ALL));
		add(all, "pair of listed roots", "fig", t -> t.sample()
			.imageAndSegmentation(ALL.withRoots(TWO)), o -> o.colors(ColorScheme
				.parse("864691135752731847=#ff800080 white")));
		add(all, "pair of no roots", "fig", t -> t.sample().imageAndSegmentation(ALL
			.withRoots(RootSelection.of())));
		add(all, "pair with background", "fig", t -> t.sample()
			.imageAndSegmentation(ALL), o -> o.background(true).colors(ColorScheme
				.parse("tab10")));
		add(all, "pair in colours of a function", "fig", t -> t.sample()
			.imageAndSegmentation(ALL), o -> o.colors((RootColors) id -> 0x80000000 |
				(int) id));
		add(all, "pair stacks", "fig.tif", t -> t.sample().imageAndSegmentation(
			ALL));
		add(all, "pair of mips", "fig.tif", t -> t.formula().imageAndSegmentation(
			FORMULA.withImageMip(1).withSegmentationMip(1)));
		add(all, "pair on two grids", "fig", t -> t.formula().imageAndSegmentation(
			FORMULA.withFit(Fit.NATIVE).withResize(false)));
		add(all, "one side of a pair", "fig.tif", t -> t.formula()
			.imageAndSegmentation(FORMULA.withImageMip(1)).image());
		add(all, "labels of a pair", "fig.tif", t -> t.formula()
			.imageAndSegmentation(FORMULA.withImageMip(0)).segmentation());
		add(all, "overlay", "fig.png", t -> t.sample().imageAndSegmentation(ALL));
		add(all, "overlay across y", "fig.png", t -> t.formula()
			.imageAndSegmentation(FORMULA), o -> o.acrossAxis(1).eightBits(0, 60000));
		add(all, "masks", "fig", t -> t.sample().imageAndSegmentation(ALL).masks());
		add(all, "masks with background", "fig", t -> t.sample().segmentation(ALL)
			.masks(true));
		add(all, "labels", "fig.tif", t -> t.sample().segmentation(ALL));
		add(all, "strict labels", "fig.tif", t -> t.sample().segmentation(ALL
			.withStrict(true)));
		add(all, "huge ids", "fig", t -> t.formula().segmentation(FORMULA));
		add(all, "listed huge ids", "fig", t -> t.formula().segmentation(FORMULA
			.withRoots(t.hugeIds())));
		add(all, "huge ids stack", "fig.tif", t -> t.formula().segmentation(
			FORMULA));
		add(all, "roots", "fig.tif", t -> t.graph().segmentation(WITH_TIME));
		add(all, "roots of now", "fig.tif", t -> t.graph().segmentation(
			CutoutRequest.of(OF_THE_GRAPH)));
		add(all, "roots moved to a time", "fig.tif", t -> t.graph().segmentation(
			CutoutRequest.of(OF_THE_GRAPH)).at(BEFORE_EDITS));
		add(all, "listed roots", "fig", t -> t.graph().segmentation(WITH_TIME
			.withRoots(t.rootOfThen())));
		add(all, "roots of another time", "fig.tif", t -> t.graph().segmentation(
			CutoutRequest.of(OF_THE_GRAPH).withTimestamp(AFTER_EDITS).withRoots(t
				.rootsOfThen())));
		add(all, "supervoxels", "fig.tif", t -> t.graph().segmentation(CutoutRequest
			.of(OF_THE_GRAPH).withRoots(RootSelection.rawIds())));
		add(all, "figure", "fig.png", t -> Figure.of(t.sample()
			.imageAndSegmentation(ALL)));
		add(all, "figure in layers", "fig.tif", t -> t.outlined(t.sample()
			.imageAndSegmentation(ALL.withRoots(TWO))));
		add(all, "figure of sixteen bits", "fig.png", t -> Figure.of(t.formula()
			.imageAndSegmentation(FORMULA)));
		add(all, "figure of labels", "fig.png", t -> t.overWhite(t.sample()
			.segmentation(ALL)));
		add(all, "rois", "fig_rois.zip", t -> t.sample().imageAndSegmentation(ALL));
		add(all, "rois with background", "fig_rois.zip", t -> t.sample()
			.segmentation(ALL).masks(true));
		add(all, "table of segments", "fig_segments.csv", t -> t.sample()
			.imageAndSegmentation(ALL));
		add(all, "table of huge ids", "fig_segments.csv", t -> t.formula()
			.segmentation(FORMULA));
		return all;
	}

	static List<Saved> stacks() {
		return everything().stream().filter(saved -> saved.target.endsWith(".tif"))
			.toList();
	}

	/** Which differ in the members of their manifests. */
	static List<Saved> ofEveryShape() {
		return everything().stream().filter(saved -> List.of("imagery in pixels",
			"imagery in its frame", "pair with background", "roots",
			"roots of another time").contains(saved.name)).toList();
	}

	static List<Saved> ofTheGraph() {
		return everything().stream().filter(saved -> saved.name.contains("roots") ||
			saved.name.equals("supervoxels")).toList();
	}

	private static void add(final List<Saved> all, final String name,
		final String target, final Making cutout)
	{
		add(all, name, target, cutout, options -> options);
	}

	private static void add(final List<Saved> all, final String name,
		final String target, final Making cutout, final Choosing options)
	{
		all.add(new Saved(name, target, cutout, options));
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
		final long[] ids = formula().segmentation(FORMULA).ids();
		assertTrue(ids[ids.length - 1] < 0, "above 2^63");
		return RootSelection.ofBits(ids[1], ids[0]);
	}

	RootSelection rootsOfThen() {
		return RootSelection.ofBits(graph().segmentation(WITH_TIME).ids());
	}

	private RootSelection rootOfThen() {
		return RootSelection.ofBits(graph().segmentation(WITH_TIME).ids()[0]);
	}

	/** Of three scales, with ids above 2^63, and with a hole. */
	static void writeVolumes(final Path folder) throws IOException {
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

	ImageryClient sample() {
		return cutouts.open(SampleVolume.em(), SampleVolume.seg());
	}

	ImageryClient formula() {
		return cutouts.open(volumes.resolve("em").toString(), volumes.resolve("seg")
			.toString());
	}

	ImageryClient graph() {
		return cutouts.open("", graph);
	}

	interface Making {

		Object of(SavedResults results);
	}

	interface Choosing {

		SaveOptions of(SaveOptions options);
	}
}
