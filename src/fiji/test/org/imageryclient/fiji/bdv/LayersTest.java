// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.bdv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bdv.cache.SharedQueue;
import bdv.viewer.Interpolation;
import bdv.viewer.Source;
import bdv.viewer.SourceAndConverter;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.LongUnaryOperator;

import net.imglib2.RealPoint;
import net.imglib2.realtransform.AffineTransform3D;
import net.imglib2.type.numeric.IntegerType;

import org.imageryclient.auth.Credentials;
import org.imageryclient.color.RootColors;
import org.imageryclient.cutout.CutoutRequest;
import org.imageryclient.cutout.ImageryClient;
import org.imageryclient.cutout.PairedCutout;
import org.imageryclient.geom.Long3;
import org.imageryclient.geom.Region;
import org.imageryclient.geom.Resolution;
import org.imageryclient.geom.VoxelBox;
import org.imageryclient.precomputed.DataType;
import org.imageryclient.testing.FormulaVolume;
import org.imageryclient.volume.ReadSession;
import org.imageryclient.volume.Volume;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Volumes and cutouts as BigDataViewer's own renderer draws them. */
class LayersTest {

	/** Above 2^63: the sign bit must not matter. */
	private static final long LABEL = -9223372036854775801L;

	private static final int BLACK = 0;
	private static final int DARK = 0x40;
	private static final int BRIGHT = 0xc0;

	/** In nm: bright right of it, labelled below it. */
	private static final double MIDDLE_X = 256;
	private static final double MIDDLE_Y = 8320;

	private static final MissingChunks MISSING = new MissingChunks("",
		new Messages(text -> {}), (delay, task) -> {}, () -> {});

	@TempDir
	private Path folder;

	private final ReadSession session = ReadSession.builder(Credentials.none())
		.build();
	private final SharedQueue queue = new SharedQueue(1, 8);
	private final LabelStyle style = LabelStyle.hashed();
	private ImageryClient client;

	@BeforeEach
	void writeVolumes() {
		write(FormulaVolume.raw(DataType.UINT8, (x, y, z) -> x < MIDDLE_X ? DARK
			: BRIGHT), "em");
		write(FormulaVolume.labels(DataType.UINT64, (x, y, z) -> y > MIDDLE_Y
			? LABEL : 0), "seg");
		client = ImageryClient.builder(session).imageSource(folder.resolve("em")
			.toString()).segmentationSource(folder.resolve("seg").toString()).build();
	}

	/** 800 x 640 x 360 nm, each mip with an offset of its own. */
	private void write(final FormulaVolume volume, final String name) {
		volume.scale(new Resolution(4, 4, 40), new Long3(-36, 2000, 5), new Long3(
			200, 160, 9), new Long3(64, 64, 4)).scale(new Resolution(8, 8, 40),
				new Long3(-18, 1000, 5), new Long3(100, 80, 9), new Long3(32, 32, 4))
			.scale(new Resolution(16, 16, 80), new Long3(-9, 500, 2), new Long3(50,
				40, 5), new Long3(32, 32, 4)).writeTo(folder.resolve(name));
	}

	@AfterEach
	void close() {
		queue.shutdown();
		session.close();
	}

	@ParameterizedTest
	@ValueSource(doubles = { 0.5, 0.14, 0.07 })
	void browsing_drawsGreyBlendedLabelsAndBackground(final double zoom) {
		assertColours(browsed(), zoom);
	}

	@ParameterizedTest
	@ValueSource(doubles = { 0.5, 0.14, 0.07 })
	void cutout_isDrawnWhereItLies(final double zoom) {
		final PairedCutout pair = client.imageAndSegmentation(CutoutRequest.of(
			Region.bounds(-36, 2000, 5, 164, 2160, 14)));
		final List<SourceAndConverter<?>> sources = new ArrayList<>(Layers.imagery(
			pair.image()));
		sources.add(Layers.labels(pair.segmentation(), style));

		assertColours(sources, zoom);
	}

	@ParameterizedTest
	@ValueSource(doubles = { 0.5, 0.14, 0.07 })
	void cutout_hidesNothingBesideIt(final double zoom) {
		final List<SourceAndConverter<?>> browsed = browsed();
		final List<SourceAndConverter<?>> all = new ArrayList<>(browsed);
		all.addAll(Layers.imagery(client.image(CutoutRequest.of(Region.bounds(40,
			2020, 8, 100, 2060, 12)))));

		final BufferedImage before = OffScreen.draw(browsed, centred(zoom), 400,
			300);
		final BufferedImage after = OffScreen.draw(all, centred(zoom), 400, 300);

		// Where no label is, the cutout's pixels are those of the volume.
		for (int y = 0; y < 199; y++)
			for (int x = 0; x < 400; x++)
				assertEquals(before.getRGB(x, y) & 0xffffff, after.getRGB(x, y) &
					0xffffff, x + ", " + y);
	}

	@Test
	void channelsOfOneImage_addUp() {
		write(FormulaVolume.raw(DataType.UINT8, (x, y, z) -> DARK).channels(2),
			"channels");
		final Volume<?> volume = Volume.open(folder.resolve("channels").toString(),
			session);
		final List<SourceAndConverter<?>> channels = Layers.imagery(volume, queue,
			MISSING);

		final int pixel = OffScreen.drawImages(List.of(channels), centred(0.5), 400,
			400).getRGB(200, 200);
		final int second = OffScreen.drawImages(List.of(channels.subList(1, 2)),
			centred(0.5), 400, 400).getRGB(200, 200);

		assertEquals(grey(DARK + 31), second);
		assertEquals(grey(DARK + DARK + 31), pixel);
	}

	private void assertColours(final List<SourceAndConverter<?>> sources,
		final double zoom)
	{
		style.opacities(0.25, 1, 1);
		final BufferedImage image = OffScreen.draw(sources, centred(zoom), 400,
			400);
		final int d = 10;

		assertEquals(grey(DARK), image.getRGB(200 - d, 200 - d));
		assertEquals(grey(BRIGHT), image.getRGB(200 + d, 200 - d));
		assertEquals(labelled(DARK), image.getRGB(200 - d, 200 + d));
		assertEquals(labelled(BRIGHT), image.getRGB(200 + d, 200 + d));
		assertEquals(BLACK, OffScreen.draw(sources, centred(zoom), 400, 1200)
			.getRGB(200, (int) (200 + 340 * zoom)) & 0xffffff);
	}

	/** The corner of the four fields is at (200, 200). */
	private static AffineTransform3D centred(final double zoom) {
		final AffineTransform3D view = new AffineTransform3D();
		view.scale(zoom);
		view.translate(199.5 - MIDDLE_X * zoom, 199.5 - MIDDLE_Y * zoom, -380 *
			zoom);
		return view;
	}

	@Test
	void voxels_areAtTheirPlaceInNmAtEveryMip() {
		final Volume<?> volume = client.imageVolume().orElseThrow();
		final Source<?> source = Layers.imagery(volume, queue, MISSING).get(0)
			.getSpimSource();
		for (int mip = 0; mip < volume.mipCount(); mip++) {
			final VoxelBox box = volume.bounds(mip);
			final Long3 voxel = box.min().plus(new Long3(7, 11, 3));
			final double[] nm = new double[3];
			for (int d = 0; d < 3; d++)
				nm[d] = (voxel.get(d) + 0.5) * volume.resolution(mip).get(d);
			final AffineTransform3D toNm = new AffineTransform3D();
			source.getSourceTransform(0, mip, toNm);
			final RealPoint found = new RealPoint(3);

			toNm.applyInverse(found, RealPoint.wrap(nm));

			assertEquals(7, found.getDoublePosition(0), 0.01, "mip " + mip);
			assertEquals(11, found.getDoublePosition(1), 0.01, "mip " + mip);
			assertEquals(3, found.getDoublePosition(2), 0.01, "mip " + mip);
		}
	}

	@Test
	void labels_areNeverInterpolated() {
		final Source<?> labels = browsed().get(1).getSpimSource();
		final RealPoint edge = new RealPoint(50.3, 79.6, 2.2);

		final Object interpolated = labels.getInterpolatedSource(0, 0,
			Interpolation.NLINEAR).getAt(edge);
		final Object nearest = labels.getInterpolatedSource(0, 0,
			Interpolation.NEARESTNEIGHBOR).getAt(edge);

		assertEquals(((IntegerType<?>) nearest).getIntegerLong(),
			((IntegerType<?>) interpolated).getIntegerLong());
	}

	@Test
	void selectedRoots_haveTheirOwnOpacity() {
		style.opacities(0.5, 1, 0);
		style.toggle(LABEL);

		assertEquals(0xff000000 | RootColors.hashed().argb(LABEL), pixel());
	}

	@Test
	void rootsNotSelected_keepTheirPart() {
		style.opacities(0.5, 1, 0);
		style.toggle(7);

		assertEquals(grey(BRIGHT), pixel());
	}

	@Test
	void reshuffledColours_areUndone() {
		style.opacities(1, 1, 1);
		final int before = pixel();
		style.reshuffle(new Random(1));
		final int after = pixel();
		style.reshuffle(new Random(2));
		style.undoReshuffle();
		final int again = pixel();
		style.undoReshuffle();

		assertEquals(0xff000000 | RootColors.hashed(new Random(1).nextInt()).argb(
			LABEL), after);
		assertEquals(after, again);
		assertEquals(before, pixel());
	}

	/** Bright imagery under the label. */
	private int pixel() {
		return OffScreen.draw(browsed(), centred(0.5), 400, 400).getRGB(220, 220);
	}

	@Test
	void rootAt_findsTheIdAtAPlaceAtEveryMip() {
		final Segmentation labels = new Segmentation(browsed().get(1), Optional
			.empty(), Optional.empty());
		for (int level = 0; level < 3; level++) {
			assertEquals(LABEL, labels.rootAt(new double[] { 100, MIDDLE_Y + 20,
				380 }, level));
			assertEquals(0, labels.rootAt(new double[] { 100, MIDDLE_Y - 20, 380 },
				level));
			assertEquals(0, labels.rootAt(new double[] { -1e6, 0, 0 }, level));
		}
	}

	private List<SourceAndConverter<?>> browsed() {
		final List<SourceAndConverter<?>> sources = new ArrayList<>(Layers.imagery(
			client.imageVolume().orElseThrow(), queue, MISSING));
		sources.add(Layers.labels(client.segmentationVolume().orElseThrow(),
			LongUnaryOperator.identity(), style, queue, MISSING));
		return sources;
	}

	/** A quarter of the label's colour over grey. */
	private static int labelled(final int grey) {
		final int label = RootColors.hashed().argb(LABEL);
		int rgb = 0;
		for (int shift = 0; shift <= 16; shift += 8)
			rgb |= (int) Math.round(((label >> shift & 0xff) * 64 + grey * 191) /
				255.0) << shift;
		return 0xff000000 | rgb;
	}

	private static int grey(final int value) {
		return 0xff000000 | value * 0x010101;
	}
}
