// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import org.imageryclient.Progress;
import org.imageryclient.cutout.CutoutRequest;
import org.imageryclient.cutout.Fit;
import org.imageryclient.cutout.Mip;
import org.imageryclient.cutout.PairedCutout;
import org.imageryclient.cutout.Part;
import org.imageryclient.cutout.RootSelection;
import org.imageryclient.cutout.SegmentationCutout;
import org.imageryclient.geom.Region;
import org.imageryclient.mask.RootId;
import org.imageryclient.picture.PlaneStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The request that a manifest has is the one whose result was saved. */
class ManifestRequestTest extends ManifestCase {

	@ParameterizedTest
	@MethodSource("requests")
	void request_plansTheSameAgain(final CutoutRequest request) {
		final PairedCutout pair = pair(request);

		final CutoutRequest again = saved(pair).request();

		assertEquals(pair.plan().sides().toList(), sample.client()
			.planImageAndSegmentation(again).sides().toList());
	}

	@ParameterizedTest
	@MethodSource("requests")
	void request_isTheOneThatWasAsked(final CutoutRequest request) {
		final CutoutRequest again = saved(pair(request)).request();

		assertEquals(request.withRegion(again.region()).withFit(again.fit())
			.withImageMip(again.imageMip()).withSegmentationMip(again
				.segmentationMip()), again);
		assertEquals(request.region().at(request.region().frame().orElse(FINE)),
			again.region());
	}

	@Test
	void frameAndFit_areThoseThatWereDecided() {
		final CutoutRequest again = saved(pair(REQUEST)).request();

		assertEquals(Optional.of(FINE), again.region().frame());
		assertEquals(Fit.BOUNDS, again.fit());
		assertEquals(Mip.index(0), again.imageMip());
	}

	@Test
	void part_isTheSideThatWasSaved() {
		final PairedCutout pair = pair(REQUEST);

		assertEquals(List.of(Part.ALL, Part.IMAGERY, Part.SEGMENTATION), List.of(
			saved(pair).part(), savedImagery(pair.image()).part(), savedMasks(pair
				.segmentation(), options()).part()));
	}

	@Test
	void request_ofSomeMasks_asksForTheseAlone() {
		final SegmentationCutout labels = pair(REQUEST).segmentation();
		final long id = labels.ids()[1];
		writer.saveMasks(List.of(labels.masks().mask(id)), options(),
			Progress.NONE);

		final Manifest manifest = read();

		assertEquals(RootSelection.ofBits(id), manifest.request().roots());
		assertEquals(List.of(RootId.toBigInteger(id)), manifest.ids());
	}

	@Test
	void request_ofDataOfNoCutout_saysThatThereIsNone() {
		writer.saveImagery(SmallStacks.grey(2, 2, 1), options(), Progress.NONE);

		final String message = assertThrows(IllegalArgumentException.class,
			() -> read().request()).getMessage();

		assertTrue(message.contains("data of no cutout"), message);
		assertEquals(Optional.empty(), read().macro());
	}

	@Test
	void request_ofImageryAndMasksOfTwoRequests_saysThatThereIsNone() {
		final PairedCutout other = pair(REQUEST.withRegion(Region.centered(130, 220,
			12).size(20, 10, 2)));
		writer.saveImageryAndMasks(PlaneStack.of(pair(REQUEST).image()), other
			.masks(), options(), Progress.NONE);

		assertThrows(IllegalArgumentException.class, () -> read().request());
	}

	@Test
	void background_isWhetherItHasAMask() {
		final PairedCutout pair = pair(REQUEST);

		assertFalse(savedMasks(pair.segmentation(), options()).background());
		writer.saveMasks(pair.segmentation().masks(true), options(), Progress.NONE);
		assertTrue(read().background());
	}
}
