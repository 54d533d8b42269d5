// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.cutout;

import static org.imageryclient.cutout.SampleClients.R16;
import static org.imageryclient.cutout.SampleClients.R4;
import static org.imageryclient.cutout.SampleClients.R8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;

import org.imageryclient.geom.Long3;
import org.imageryclient.geom.Region;
import org.imageryclient.geom.Resolution;
import org.imageryclient.geom.VoxelBox;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What plans decide, by the sections of the semantics and the rulings. */
class CutoutPlanTest {

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
	}

	@AfterAll
	static void close() {
		samples.close();
	}

	@Test
	void fitAuto_nobodyChoseAMip_isBounds() {
		assertEquals(Fit.BOUNDS, client.planImage(REQUEST).fit());
	}

	@Test
	void fitAuto_mipInTheCall_isNative() {
		assertEquals(Fit.NATIVE, client.planImage(REQUEST.withImageMip(0)).fit());
	}

	@Test
	void fitAuto_mipAsClientDefault_isNative() {
		assertEquals(Fit.NATIVE, samples.imagery().imageMip(0).build().planImage(
			REQUEST).fit());
	}

	@Test
	void standaloneRequest_isPlannedTheSameByAClientWithOtherDefaults() {
		final CutoutPlan plan = samples.both().resolution(SampleClients.R8)
			.imageMip(1).build().planImageAndSegmentation(CutoutRequest.of(Region
				.centered(520, 1020, 105).size(20, 20)));

		final CutoutPlan again = client.planImageAndSegmentation(plan
			.standaloneRequest());

		assertEquals(plan.sides().toList(), again.sides().toList());
	}

	@Test
	void fitAuto_pixels_isNative() {
		assertEquals(Fit.NATIVE, client.planImage(CutoutRequest.of(Region.centered(
			1050, 2050, 105).pixels(20, 20))).fit());
	}

	@Test
	void fitAuto_pairWithOneMip_isNative() {
		assertEquals(Fit.NATIVE, client.planImageAndSegmentation(REQUEST
			.withSegmentationMip(1)).fit());
	}

	@Test
	void fitAuto_segmentationMipGiven_doesNotMatterForImagery() {
		assertEquals(Fit.BOUNDS, client.planImage(REQUEST.withSegmentationMip(1))
			.fit());
	}

	@Test
	void fitBounds_withPixels_isBounds() {
		assertEquals(Fit.BOUNDS, client.planImage(CutoutRequest.of(Region.centered(
			1050, 2050, 105).pixels(20, 20)).withFit(Fit.BOUNDS)).fit());
	}

	@Test
	void fitNative_readsWhatItReturns() {
		final SidePlan side = image(REQUEST.withImageMip(1));
		assertEquals(side.readBox(), side.box());
	}

	@Test
	void fitNative_needsNoMemoryBesideTheResult() {
		assertEquals(0, image(REQUEST.withImageMip(1)).workingBytes());
	}

	@Test
	void fitBounds_onTheGridOfTheMip_readsWhatItReturns() {
		assertFalse(image(REQUEST).isResampled());
	}

	@Test
	void fitBounds_ofACoarseMip_comesOnTheFrame() {
		final SidePlan side = image(REQUEST.withImageMip(2).withFit(Fit.BOUNDS));
		assertEquals(new VoxelBox(new Long3(1001, 2003, 101), new Long3(1081, 2081,
			105)), side.box());
	}

	@Test
	void aligned_readsExactlyTheVoxelsItNeeds() {
		final SidePlan side = image(REQUEST.withImageMip(1).withFit(Fit.BOUNDS));
		assertEquals(new VoxelBox(new Long3(500, 1001, 101), new Long3(541, 1041,
			105)), side.readBox());
	}

	@Test
	void imageryclient_readsTheReferenceBox() {
		final SidePlan side = image(REQUEST.withImageMip(1).withFit(Fit.BOUNDS)
			.withResample(Resample.IMAGERYCLIENT));
		assertEquals(new VoxelBox(new Long3(500, 1001, 101), new Long3(540, 1040,
			105)), side.readBox());
	}

	@Test
	void imageryclient_pixelsFittedToBounds_readsTheReferenceBox() {
		final SidePlan side = client.planImage(CutoutRequest.of(Region.centered(808,
			1608, 104).pixels(11, 11, 1).at(Resolution.of(5, 5, 40))).withImageMip(1)
			.withFit(Fit.BOUNDS).withResample(Resample.IMAGERYCLIENT)).image().get();
		assertEquals(new Long3(10, 10, 1), side.readBox().size());
	}

	@ParameterizedTest
	@CsvSource({
		// image mip, segmentation mip, nm along x, along z
		"0, 0, 4, 40", "1, 0, 8, 40", "2, 0, 8, 40", "0, 1, 4, 40", "2, 1, 16, 80",
		"-1, -1, 16, 80" })
	void pair_comesOnTheFinerGrid(final int imageMip, final int segmentationMip,
		final double x, final double z)
	{
		final CutoutPlan plan = pair(REQUEST.withImageMip(imageMip)
			.withSegmentationMip(segmentationMip));
		final Resolution expected = Resolution.of(x, x, z);
		assertTrue(plan.sides().allMatch(s -> s.resolution().equals(expected)), plan
			.describe());
	}

	@Test
	void pair_resized_hasOneBox() {
		final CutoutPlan plan = pair(REQUEST.withImageMip(0).withSegmentationMip(
			1));
		assertEquals(plan.image().get().box(), plan.segmentation().get().box());
	}

	@Test
	void pair_notResized_keepsBothGrids() {
		final CutoutPlan plan = pair(REQUEST.withImageMip(0).withSegmentationMip(1)
			.withResize(false));
		assertEquals(R16, plan.segmentation().get().resolution());
	}

	@Test
	void pair_notResizedButFitted_fitsOnlyTheFiner() {
		final CutoutPlan plan = pair(REQUEST.withImageMip(1).withSegmentationMip(1)
			.withResize(false).withFit(Fit.BOUNDS));
		assertEquals(R4, plan.image().get().resolution());
		assertEquals(R16, plan.segmentation().get().resolution());
	}

	@Test
	void pair_ofEqualVoxels_fitsBoth() {
		final CutoutPlan plan = pair(REQUEST.withImageMip(1).withSegmentationMip(0)
			.withResize(false).withFit(Fit.BOUNDS));
		assertEquals(R4, plan.segmentation().get().resolution());
	}

	@Test
	void pair_imageryclient_zoomsEachFromItsOwnNativeBox() {
		final CutoutPlan plan = pair(REQUEST.withImageMip(1).withSegmentationMip(1)
			.withFit(Fit.BOUNDS).withResample(Resample.IMAGERYCLIENT));
		assertEquals(new AxisRule.Zoom(80, 40), plan.image().get().x());
		assertEquals(new AxisRule.Zoom(80, 20), plan.segmentation().get().x());
	}

	@Test
	void pair_inPixels_countsThoseOfTheFinerSide() {
		final CutoutPlan plan = pair(CutoutRequest.of(Region.centered(1050, 2050,
			105).pixels(33, 31, 2)));
		assertTrue(plan.sides().allMatch(s -> s.box().size().equals(new Long3(33,
			31, 2))), plan.describe());
	}

	@Test
	void mip_byResolution_isTheSameAsByNumber() {
		assertEquals(image(REQUEST.withImageMip(2)), image(REQUEST.withImageMip(Mip
			.at(R16))));
	}

	@Test
	void mip_belowZero_countsFromTheCoarsest() {
		assertEquals(2, image(REQUEST.withImageMip(-1)).mip());
	}

	@Test
	void mip_asClientDefault_countsWhereTheRequestHasNone() {
		assertEquals(1, samples.imagery().imageMip(Mip.at(R8)).build().planImage(
			REQUEST).image().get().mip());
	}

	@Test
	void chunks_areThoseTheReadBoxTouches() {
		assertEquals(3 * 3 * 2, client.planImage(REQUEST).chunks());
	}

	@Test
	void chunks_outsideTheVolume_areNone() {
		assertEquals(0, client.planImage(CutoutRequest.of(Region.bounds(0, 0, 0, 20,
			20, 4))).chunks());
	}

	@Test
	void resultBytes_ofLabels_areFourAVoxel() {
		assertEquals(4 * 40 * 39 * 4, client.planSegmentation(REQUEST
			.withSegmentationMip(0)).resultBytes());
	}

	@Test
	void peakBytes_resampled_countsWhatIsReadToo() {
		final CutoutPlan plan = client.planImage(REQUEST.withImageMip(1).withFit(
			Fit.BOUNDS));
		assertEquals(80 * 78 * 4 + 41 * 40 * 4, plan.peakBytes());
	}

	@Test
	void peakBytes_ofAnAbsurdBox_doNotWrapAround() {
		final CutoutPlan plan = client.planImage(CutoutRequest.of(Region.bounds(0,
			0, 0, 9e15, 9e15, 9e15)));
		assertEquals(Long.MAX_VALUE, plan.peakBytes());
	}

	@Test
	void plan_twice_isEqual() {
		assertEquals(pair(REQUEST), pair(REQUEST));
	}

	@Test
	void looksUpRoots_ofAPrecomputedVolume_isFalse() {
		assertFalse(pair(REQUEST).looksUpRoots());
	}

	@Test
	void describe_saysMipChunksSizeAndMemory() {
		final String text = pair(REQUEST.withSegmentationMip(1)).describe();
		for (final String part : new String[] { "mip 1 (16 x 16 x 80 nm)",
			"18 chunks", "80 x 78 x 4 voxels of 4 x 4 x 40 nm",
			"0.32 x 0.312 x 0.16 µm", "resampled from 16 x 16 x 80 nm", "memory",
			"121.9 kB" })
			assertTrue(text.contains(part), part + " in\n" + text);
	}

	@Test
	void chunkBytes_countsWholeChunksClippedToTheVolume() {
		final CutoutPlan all = client.planImage(CutoutRequest.of(Region.bounds(0, 0,
			0, 100000, 100000, 100000)).withImageMip(0).withFit(Fit.NATIVE));
		final CutoutPlan one = client.planImage(CutoutRequest.of(Region.bounds(1001,
			2003, 101, 1002, 2004, 102)).withImageMip(0));

		assertEquals(client.imageVolume().get().bounds(0).voxelCount(), all
			.chunkBytes());
		assertEquals(client.imageVolume().get().grid(0).chunkSize().product(), one
			.chunkBytes());
	}

	@Test
	void planWithin_takesTheFinestMipsThatFit() {
		final long bytes = client.planImage(REQUEST.withImageMip(1)).peakBytes();

		assertEquals(0, client.planWithin(REQUEST, Long.MAX_VALUE,
			client::planImage).get().image().get().mip());
		assertEquals(1, client.planWithin(REQUEST, bytes, client::planImage).get()
			.image().get().mip());
		assertTrue(client.planWithin(REQUEST, 1, client::planImage).isEmpty());
	}

	@Test
	void describe_manyRoots_saysHowMany() {
		final String text = pair(REQUEST.withRoots(RootSelection.of(21, 22, 23, 24,
			25, 26))).describe();
		assertTrue(text.contains("6 ids, 21 the first, as stored"), text);
	}

	@Test
	void describe_pixels_saysTheFrameOfTheCentre() {
		final String text = client.planImage(CutoutRequest.of(Region.centered(1050,
			2050, 105).pixels(20, 20))).describe();
		assertTrue(text.contains(
			"centre [1050, 2050, 105] in voxels of 4 x 4 x 40 nm, 20 x 20 pixels"),
			text);
	}

	private static SidePlan image(final CutoutRequest request) {
		return client.planImage(request).image().get();
	}

	private static CutoutPlan pair(final CutoutRequest request) {
		return client.planImageAndSegmentation(request);
	}
}
