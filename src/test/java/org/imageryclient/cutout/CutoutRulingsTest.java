// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.cutout;

import static org.imageryclient.cutout.SampleClients.R4;
import static org.imageryclient.cutout.SampleClients.R8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.LongStream;

import net.imglib2.loops.LoopBuilder;
import net.imglib2.type.numeric.integer.LongType;
import net.imglib2.type.numeric.integer.UnsignedLongType;

import org.imageryclient.geom.Long3;
import org.imageryclient.geom.Point;
import org.imageryclient.geom.Region;
import org.imageryclient.geom.Resolution;
import org.imageryclient.geom.VoxelBox;
import org.imageryclient.mask.RootMask;
import org.imageryclient.precomputed.DataType;
import org.imageryclient.testing.FormulaVolume;
import org.imageryclient.testing.PositionFormula;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One fact per ruling of doc/parity.md that cutouts carry out. */
class CutoutRulingsTest {

	private static final Region REGION = Region.bounds(1001, 2003, 101, 1081,
		2081, 105);
	private static final CutoutRequest REQUEST = CutoutRequest.of(REGION);

	@TempDir
	static Path folder;

	private static SampleClients samples;
	private static ImageryClient client;

	@BeforeAll
	static void writeVolumes() {
		samples = new SampleClients(folder);
		client = samples.both().build();
		final Resolution r = Resolution.of(10, 10, 10);
		final Long3 size = new Long3(40, 30, 8);
		FormulaVolume.labels(DataType.UINT64, (x, y, z) -> x < 200 ? 5 : -3).scale(
			r, Long3.ZERO, size, size).writeTo(folder.resolve("big_ids"));
		FormulaVolume.raw(DataType.UINT8, PositionFormula.DISTINCT).channels(3)
			.scale(r, Long3.ZERO, size, size).writeTo(folder.resolve("rgb"));
	}

	@AfterAll
	static void close() {
		samples.close();
	}

	@Test
	void ruling1_autoFit_comesOnTheBoundsWithoutAMip() {
		final Region fine = Region.bounds(2002, 4006, 101, 2082, 4086, 103).at(
			Resolution.of(2, 2, 40));
		assertEquals(new Long3(80, 80, 2), client.image(fine).size());
	}

	@Test
	void ruling1_autoFit_staysNativeWithAMip() {
		final Region fine = Region.bounds(2002, 4006, 101, 2082, 4086, 103).at(
			Resolution.of(2, 2, 40));
		assertEquals(new Long3(40, 40, 2), client.image(CutoutRequest.of(fine)
			.withImageMip(0)).size());
	}

	@Test
	void ruling2_aligned_takesTheVoxelThatCoversTheCentre() {
		final SegmentationCutout cutout = client.imageAndSegmentation(REGION,
			RootSelection.all()).segmentation();
		assertEquals(samples.seg.valueAt(0, 1046 / 2, 2011 / 2, 103, 0), cutout
			.idAt(45, 8, 2));
	}

	@Test
	void ruling2_imageryclient_zoomsTheReferenceBox() {
		final ImageCutout<?> cutout = client.image(REQUEST.withImageMip(2).withFit(
			Fit.BOUNDS).withResample(Resample.IMAGERYCLIENT));
		// 20 voxels from 250 become 80: the 41st takes 40 · 19 / 79, rounded.
		assertEquals(samples.em.valueAt(2, 250 + 10, 500, 50, 0), ImageValues.at(
			cutout, 40, 0, 0));
	}

	@Test
	void ruling3_idsOfAnEnlargedSegmentation_areExact() {
		final SegmentationCutout cutout = client.segmentation(REQUEST
			.withSegmentationMip(1).withFit(Fit.BOUNDS));
		final long[] stored = client.segmentation(REQUEST.withRegion(Region.bounds(
			1000, 2000, 100, 1120, 2100, 112)).withSegmentationMip(1)).ids();
		assertTrue(LongStream.of(cutout.ids()).allMatch(id -> Arrays.binarySearch(
			stored, id) >= 0), Arrays.toString(cutout.ids()));
	}

	@Test
	void ruling4_idsAboveTheSignedRange_stayUnsigned() {
		assertArrayEquals(new long[] { 5, -3 }, bigIds().ids());
	}

	@Test
	void ruling4_asInt64_keepsUnsignedWhereIdsDoNotFit() {
		assertEquals(UnsignedLongType.class, bigIds().labelsAsInt64().getType()
			.getClass());
	}

	@Test
	void ruling4_asInt64_isSignedWhereIdsFit() {
		assertEquals(LongType.class, client.segmentation(REGION).labelsAsInt64()
			.getType().getClass());
	}

	@Test
	void ruling9_boxesBeyond32Bits_keepEveryVoxel() {
		final CutoutPlan plan = client.planImage(CutoutRequest.of(Region.bounds(
			20000011, 1L << 33, 102, 20000043, (1L << 33) + 5, 104)));
		assertEquals(new VoxelBox(new Long3(20000011, 1L << 33, 102), new Long3(
			20000043, (1L << 33) + 5, 104)), plan.image().get().box());
	}

	@Test
	void ruling10_unitAxes_areNotSqueezed() {
		final ImageCutout<?> cutout = client.image(Region.centered(1050, 2050, 105)
			.size(1, 1, 1));
		assertArrayEquals(new long[] { 1, 1, 1, 1 }, cutout.pixels()
			.dimensionsAsLongArray());
	}

	@Test
	void ruling10_aOneVoxelWideCutout_isFittedAlongItsOwnAxes() {
		final ImageCutout<?> cutout = client.image(CutoutRequest.of(Region.bounds(
			1050, 2000, 104, 1051, 2040, 107)).withFit(Fit.BOUNDS));
		assertEquals(samples.em.valueAt(0, 1050, 2033, 106, 0), ImageValues.at(
			cutout, 0, 33, 2));
	}

	@Test
	void ruling11_severalChannels_areFittedToo() {
		final ImageryClient rgb = ImageryClient.builder(samples.session)
			.imageSource(samples.address("rgb")).build();
		final ImageCutout<?> cutout = rgb.image(Region.bounds(0, 0, 0, 80, 60, 16)
			.at(Resolution.of(5, 5, 5)));
		assertArrayEquals(new long[] { 80, 60, 16, 3 }, cutout.pixels()
			.dimensionsAsLongArray());
	}

	@Test
	void ruling13_pixels_areExactlyThatMany() {
		final ImageCutout<?> cutout = client.image(CutoutRequest.of(Region.centered(
			808, 1608, 104).pixels(11, 11, 2).at(Resolution.of(5, 5, 40)))
			.withImageMip(1));
		assertEquals(new Long3(11, 11, 2), cutout.size());
	}

	@Test
	void ruling14_anyNumberOfRoots_inAnyForm_isASelection() {
		final long[] ids = client.segmentation(REGION).ids();
		final RootSelection two = RootSelection.of(Long.toUnsignedString(ids[0]),
			ids[1], 777);
		assertArrayEquals(Arrays.copyOf(ids, 2), client.segmentation(REGION, two)
			.ids());
	}

	@Test
	void ruling16_requestedButAbsentRoots_areListed() {
		final long[] ids = client.segmentation(REGION).ids();
		assertArrayEquals(new long[] { 777 }, client.segmentation(REGION,
			RootSelection.of(ids[0], 777)).masks().absent());
	}

	@Test
	void ruling17_masks_areViewsOfTheLabels() {
		final SegmentationCutout cutout = client.segmentation(REGION);
		for (final RootMask mask : cutout.masks().stream().toList()) {
			final long[] count = { 0 };
			LoopBuilder.setImages(mask.image(), cutout.labels()).forEachPixel((is,
				id) -> {
				assertEquals(is.get(), id.getLong() == mask.id());
				if (is.get()) count[0]++;
			});
			assertEquals(count[0], mask.voxelCount());
		}
	}

	@Test
	void ruling19_noRootFound_keepsTheImageOnTheGridOfTheSegmentation() {
		final PairedCutout pair = client.imageAndSegmentation(REQUEST.withImageMip(
			2).withSegmentationMip(0).withRoots(RootSelection.of(777)));
		assertEquals(0, pair.masks().size());
		assertEquals(pair.segmentation().size(), pair.image().size());
	}

	@Test
	void ruling20_withoutImagery_theFrameIsThatOfTheSegmentation() {
		assertEquals(R8, samples.segmentation().build().resolution());
	}

	@Test
	void ruling20_imageOfAClientWithoutImagery_isEmpty() {
		assertTrue(samples.segmentation().build().image(REGION).isEmpty());
	}

	@Test
	void ruling20_segmentationOfAClientWithoutOne_isEmpty() {
		final SegmentationCutout none = samples.imagery().build().segmentation(
			REGION);
		assertTrue(none.isEmpty());
		assertEquals(0, none.masks().size());
	}

	@Test
	void ruling20_pairOfAClientWithoutImagery_namesWhatIsMissing() {
		final String message = assertThrows(IllegalArgumentException.class,
			() -> samples.segmentation().build().imageAndSegmentation(REQUEST))
			.getMessage();
		assertTrue(message.contains("no imagery") && message.contains(
			"imageSource"), message);
	}

	@Test
	void ruling20_aMissingSource_isOff() {
		assertTrue(samples.imagery().build().segmentationSource().isEmpty());
	}

	@Test
	void ruling26_aMipAsResolution_worksInAllCalls() {
		final CutoutRequest byResolution = CutoutRequest.of(Region.centered(1050,
			2050, 105).pixels(10, 10)).withImageMip(Mip.at(R8)).withSegmentationMip(
				Mip.at(R8));
		assertEquals(client.imageAndSegmentation(byResolution.withImageMip(1)
			.withSegmentationMip(0)).image().box(), client.imageAndSegmentation(
				byResolution).image().box());
	}

	@Test
	void ruling28_theDefaultFrame_isThatOfTheDefaultMip() {
		assertEquals(R8, samples.imagery().imageMip(1).build().resolution());
	}

	@Test
	void ruling28_aGivenFrame_winsOverTheDefaultMip() {
		assertEquals(R4, samples.imagery().imageMip(1).resolution(R4).build()
			.resolution());
	}

	@Test
	void ruling30_boundsWithASize_areCentredOnTheirFirstCorner() {
		final VoxelBox box = client.image(Region.bounds(1050, 2050, 105, 9, 9, 9)
			.size(4, 4)).box();
		assertEquals(VoxelBox.ofSize(new Long3(1048, 2048, 105), new Long3(4, 4,
			1)), box);
	}

	@Test
	void boundsFromCenter_isTheReferenceFunction() {
		assertEquals(new Region.Corners(new Point(8, 8, 9), new Point(13, 12, 12)),
			ImageryClient.boundsFromCenter(new double[] { 10, 10, 10 }, 5, 4, 3));
	}

	@Test
	void bboxSizeFromDimensions_isInVoxelsOfTheFrame() {
		assertArrayEquals(new double[] { 202, 198, 3 }, client
			.imageBboxSizeFromDimensions(new double[] { 101, 99, 3 }, Mip.index(1),
				java.util.Optional.empty()));
	}

	@Test
	void image_notResampled_holdsTheVoxelsOfTheVolume() {
		final ImageCutout<?> cutout = client.image(REQUEST.withImageMip(1));
		assertEquals(samples.em.valueAt(1, 500 + 17, 1001 + 23, 101 + 3, 0),
			ImageValues.at(cutout, 17, 23, 3));
	}

	@Test
	void image_outsideTheVolume_isZeroAndCounted() {
		final ImageCutout<?> cutout = client.image(Region.bounds(990, 2000, 100,
			1010, 2001, 101));
		assertEquals(10, cutout.status().image().voxelsOutside());
		assertEquals(0, ImageValues.at(cutout, 9, 0, 0));
	}

	@Test
	void segmentation_masksWithTheNullRoot_coverEveryVoxel() {
		final SegmentationCutout cutout = client.segmentation(REGION);
		assertEquals(cutout.box().voxelCount(), cutout.masks(true).stream()
			.mapToLong(RootMask::voxelCount).sum());
	}

	@Test
	void segmentation_rawIds_areThoseStored() {
		assertArrayEquals(client.segmentation(REGION).ids(), client.segmentation(
			REGION, RootSelection.rawIds()).ids());
	}

	@Test
	void pair_notResized_saysThatGridsDiffer() {
		assertFalse(client.imageAndSegmentation(REQUEST.withImageMip(0).withResize(
			false)).isOnOneGrid());
	}

	@Test
	void pair_status_addsBothSides() {
		final PairedCutout pair = client.imageAndSegmentation(REQUEST);
		assertEquals(pair.plan().chunks(), pair.status().total().chunksPlanned());
	}

	private static SegmentationCutout bigIds() {
		return ImageryClient.builder(samples.session).segmentationSource(samples
			.address("big_ids")).build().segmentation(Region.bounds(0, 0, 0, 40, 30,
				8));
	}
}
