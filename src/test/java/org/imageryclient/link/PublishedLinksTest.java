// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

import org.imageryclient.geom.Point;
import org.imageryclient.geom.Resolution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Links and states as the tools of others make them. */
class PublishedLinksTest {

	private static final Resolution NM = Resolution.of(4, 4, 40);

	private static final String EM =
		"precomputed://https://bossdb-open-data.s3.amazonaws.com/iarpa_microns/minnie/minnie65/em";

	private static final String SEGMENTATION =
		"graphene://middleauth+https://minnie.microns-daf.com/segmentation/table/minnie65_public";

	@ParameterizedTest
	@ValueSource(strings = { "link-current.txt", "state-current.json" })
	void current_hasItsPlace(final String file) {
		final NeuroglancerState state = NeuroglancerState.parse(Links.file(file));

		assertEquals(Optional.of(NM), state.resolution());
		assertEquals(Optional.of(new Point(240640.5, 207872.5, 21360.5)), state
			.position());
		assertEquals(OptionalDouble.of(0.5), state.crossSectionScale());
		assertEquals(OptionalDouble.of(2), state.nmPerPixel());
	}

	@ParameterizedTest
	@ValueSource(strings = { "link-current.txt", "state-current.json" })
	void current_hasItsLayers(final String file) {
		final NeuroglancerState state = NeuroglancerState.parse(Links.file(file));

		assertEquals(Optional.of(EM), state.imageSource());
		assertEquals(Optional.of(SEGMENTATION), state.segmentationSource());
		assertEquals(List.of("em", "seg"), state.layers().stream().map(Layer::name)
			.toList());
		assertEquals(List.of(), state.notes());
	}

	@ParameterizedTest
	@ValueSource(strings = { "link-current.txt", "state-current.json" })
	void current_hasItsSegments(final String file) {
		final SegmentationLayer layer = NeuroglancerState.parse(Links.file(file))
			.segmentation().orElseThrow();

		assertEquals(List.of(864691135571546917L, 864691136577830164L), layer
			.segments());
		assertEquals(Map.of(864691135571546917L, 0xffff0000, 864691136577830164L,
			0xff00ff80), layer.segmentColors());
		assertEquals(OptionalDouble.of(0.3), layer.alphas().selected());
	}

	@Test
	void spelunker_hasItsValues() {
		final NeuroglancerState state = NeuroglancerState.parse(Links.file(
			"link-spelunker.txt"));

		assertEquals(Optional.of(NM), state.resolution());
		assertEquals(Optional.of(new Point(240640, 207872, 21360)), state
			.position());
		assertEquals(OptionalDouble.of(1), state.crossSectionScale());
		assertEquals(Optional.of(EM), state.imageSource());
		assertEquals(Optional.of(SEGMENTATION), state.segmentationSource());
		final SegmentationLayer layer = state.segmentation().orElseThrow();
		assertEquals(List.of(864691135571546917L), layer.segments());
		assertEquals(new SegmentationLayer.Alphas(OptionalDouble.of(0.2),
			OptionalDouble.of(0), OptionalDouble.of(0.9)), layer.alphas());
		assertEquals(List.of(), state.notes());
	}

	@Test
	void seungLab_hasItsPlace() {
		final NeuroglancerState state = NeuroglancerState.parse(Links.file(
			"state-pinky100.json"));

		assertEquals(Optional.of(NM), state.resolution());
		assertEquals(Optional.of(new Point(97087, 55441, 1462)), state.position());
		assertEquals(OptionalDouble.of(8), state.nmPerPixel());
	}

	@Test
	void seungLab_hasItsLayers() {
		final NeuroglancerState state = NeuroglancerState.parse(Links.file(
			"state-pinky100.json"));

		assertEquals(Optional.of(
			"precomputed://gs://neuroglancer/pinky100_v0/son_of_alignment_v15_rechunked"),
			state.imageSource());
		assertEquals(Optional.of(
			"precomputed://gs://microns_public_datasets/pinky100_v185/seg"), state
				.segmentationSource());
		final SegmentationLayer layer = state.segmentation().orElseThrow();
		assertEquals(6, layer.segments().size());
		assertEquals(6, layer.segmentColors().size());
		assertEquals(0xfffcaf93, layer.segmentColors().get(648518346349538689L));
	}

	@Test
	void seungLab_saysWhichLayerIsNotRead() {
		assertEquals(List.of(
			"Layer \"synapses\" of type annotation, $.layers[2], is not read."),
			NeuroglancerState.parse(Links.file("state-pinky100.json")).notes());
	}
}
