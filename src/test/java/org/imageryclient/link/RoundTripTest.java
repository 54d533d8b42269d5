// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.imageryclient.Timestamp;
import org.imageryclient.color.ColorScheme;
import org.imageryclient.color.RootColors;
import org.imageryclient.cutout.CutoutPlan;
import org.imageryclient.cutout.CutoutRequest;
import org.imageryclient.cutout.Fit;
import org.imageryclient.cutout.ImageryClient;
import org.imageryclient.cutout.Mip;
import org.imageryclient.cutout.PairedCutout;
import org.imageryclient.cutout.Resample;
import org.imageryclient.cutout.RootSelection;
import org.imageryclient.geom.Region;
import org.imageryclient.geom.Resolution;
import org.imageryclient.precomputed.DataType;
import org.imageryclient.testing.SamplePair;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A copied link, pasted back, asks for the same. */
class RoundTripTest {

	private static final ColorScheme HASHED = ColorScheme.hashed(0);

	private static final CutoutRequest REQUEST = CutoutRequest.of(Region.centered(
		130, 224, 12).size(20, 10, 2));

	@TempDir
	static Path folder;

	private static SamplePair sample;
	private static ImageryClient client;

	@BeforeAll
	static void open() {
		sample = new SamplePair(folder, DataType.UINT8, 1);
		client = sample.client();
	}

	@AfterAll
	static void close() {
		sample.close();
	}

	private static NeuroglancerState pasted(final CutoutPlan plan,
		final ColorScheme colors)
	{
		return NeuroglancerState.parse(NeuroglancerState.of(plan, colors).toLink());
	}

	@ParameterizedTest
	@MethodSource("requests")
	void pair_givesAnEqualRequest(final CutoutRequest request) {
		final CutoutPlan plan = client.planImageAndSegmentation(request);

		assertEquals(Optional.of(plan.standaloneRequest()), pasted(plan, HASHED)
			.request());
	}

	@ParameterizedTest
	@MethodSource("requests")
	void pair_givesAnEqualPlan(final CutoutRequest request) {
		final CutoutPlan plan = client.planImageAndSegmentation(request);

		final CutoutPlan again = client.planImageAndSegmentation(pasted(plan,
			HASHED).request().orElseThrow());

		assertEquals(plan.sides().toList(), again.sides().toList());
	}

	@ParameterizedTest
	@MethodSource("requests")
	void image_givesAnEqualRequest(final CutoutRequest request) {
		final CutoutPlan plan = client.planImage(request);

		assertEquals(Optional.of(plan.standaloneRequest()), pasted(plan, HASHED)
			.request());
	}

	@ParameterizedTest
	@MethodSource("requests")
	void segmentation_givesAnEqualRequest(final CutoutRequest request) {
		final CutoutPlan plan = client.planSegmentation(request);

		assertEquals(Optional.of(plan.standaloneRequest()), pasted(plan, HASHED)
			.request());
	}

	static Stream<CutoutRequest> requests() {
		final Resolution nm = Resolution.of(4.6, 9.2, 40);
		return Stream.of(REQUEST, REQUEST.withRegion(REQUEST.region().at(nm)),
			REQUEST.withRegion(Region.bounds(110.5, 210.25, 11, 140, 230, 13).at(
				Resolution.of(4, 4, 40))), REQUEST.withRegion(Region.bounds(140, 230,
					13, 110, 210, 11)), REQUEST.withRegion(Region.centered(130.5, 224, 12)
						.pixels(16, 8)), REQUEST.withRegion(Region.centered(-130, -224,
							9007199254740L).size(20, 10)), REQUEST.withImageMip(0), REQUEST
								.withImageMip(-1).withSegmentationMip(0), REQUEST
									.withSegmentationMip(Mip.at(Resolution.of(8, 8, 40))), REQUEST
										.withRoots(RootSelection.rawIds()), REQUEST.withRoots(
											RootSelection.ofBits()), REQUEST.withRoots(RootSelection
												.of("18446744073709551615", "9007199254740993",
													"9223372036854775809", "7")), REQUEST.withTimestamp(
														Timestamp.parse("2024-03-05 12:34:56.789", Clock
															.systemUTC())), REQUEST.withFit(Fit.NATIVE)
																.withResample(Resample.IMAGERYCLIENT), REQUEST
																	.withResize(false).withStrict(true));
	}

	@Test
	void defaultsOfTheClient_areInTheLink() {
		final CutoutPlan plan = client.planImageAndSegmentation(REQUEST
			.withImageMip(0));

		assertEquals(Optional.of(Resolution.of(4, 4, 40)), pasted(plan, HASHED)
			.request().orElseThrow().region().frame());
	}

	@ParameterizedTest
	@ValueSource(strings = { "hashed", "hashed 7", "hashed 4294967295", "white",
		"#ff8000", "#ff800080", "tab10", "husl 0.3 0.7 0.5",
		"864691135571546917=#ff8000 hashed 3",
		"18446744073709551615=#00ff0080 1=#123456 white", "1=#123456 Set1" })
	void colors_areEqual(final String colors) {
		final ColorScheme scheme = ColorScheme.parse(colors);
		final CutoutPlan plan = client.planImageAndSegmentation(REQUEST.withRoots(
			RootSelection.of("18446744073709551615", "9007199254740993", 1)));

		assertEquals(scheme, pasted(plan, scheme).colors());
	}

	@ParameterizedTest
	@ValueSource(strings = { "hashed 7", "tab10", "white" })
	void colorsOfWhatOccurs_areEqual(final String colors) {
		final ColorScheme scheme = ColorScheme.parse(colors);
		final PairedCutout cutout = client.imageAndSegmentation(REQUEST);

		final NeuroglancerState state = NeuroglancerState.parse(NeuroglancerState
			.of(cutout, scheme).toLink());

		assertEquals(scheme, state.colors());
		final long[] ids = cutout.segmentation().ids();
		assertTrue(Arrays.stream(ids).allMatch(id -> scheme.forIds(ids).argb(
			id) == shown(state, id)));
	}

	@Test
	void colorsOfAFunction_areThoseOfTheIds() {
		final PairedCutout cutout = client.imageAndSegmentation(REQUEST);

		final NeuroglancerState state = NeuroglancerState.of(cutout,
			(RootColors) id -> 0xff000000 | (int) id);

		final long id = cutout.segmentation().ids()[0];
		assertEquals(0xff000000 | (int) id, shown(state, id));
	}

	/** As the viewer colours it. */
	private static int shown(final NeuroglancerState state, final long id) {
		return state.segmentation().orElseThrow().colors().forIds(id).argb(id);
	}

	@Test
	void state_isEqual() {
		final NeuroglancerState state = NeuroglancerState.of(client
			.imageAndSegmentation(REQUEST), ColorScheme.parse("1=#ff0000 hashed 7"));

		assertEquals(state, NeuroglancerState.parse(state.toLink()));
		assertEquals(state, NeuroglancerState.parse(state.toJson()));
	}

	@Test
	void position_isTheMiddleOfTheBox() {
		final NeuroglancerState state = NeuroglancerState.of(client.planImage(
			REQUEST), HASHED);

		assertEquals("130, 224, 12", state.position().orElseThrow().toString());
		assertEquals("120, 219, 11", state.box().orElseThrow().min().toString());
		assertEquals("140, 229, 13", state.box().orElseThrow().max().toString());
	}

	@Test
	void zoom_showsTheWholeBox() {
		final NeuroglancerState state = NeuroglancerState.of(client.planImage(
			REQUEST.withRegion(Region.centered(130, 224, 12).size(30, 10, 2).at(
				Resolution.of(8, 4, 40)))), HASHED);

		assertEquals(30 * 8 / 600.0, state.nmPerPixel().orElseThrow(), 1e-3);
	}

	@Test
	void positionMovedWithinTheBox_leavesTheRequest() {
		final NeuroglancerState state = edited("\"position\":[130,224,12]",
			"\"position\":[135.5,220.5,12.5]");

		assertEquals(Optional.of(plan().standaloneRequest()), state.request());
	}

	@Test
	void positionMovedOutOfTheBox_movesTheRequest() {
		final NeuroglancerState state = edited("\"position\":[130,224,12]",
			"\"position\":[150.5,224.5,12.5]");

		assertEquals(Region.centered(150, 224, 12).size(20, 10, 2).at(Resolution.of(
			4, 4, 40)), state.request().orElseThrow().region());
	}

	@Test
	void cornerMoved_changesTheRequest() {
		final NeuroglancerState state = edited("\"pointB\":[140,229,13]",
			"\"pointB\":[145.5,229,13]");

		assertEquals(Region.bounds(120, 219, 11, 145.5, 229, 13).at(Resolution.of(4,
			4, 40)), state.request().orElseThrow().region());
	}

	/** Neuroglancer keeps corners as 32-bit floats. */
	@Test
	void cornerRoundedToFloat_leavesTheRequest() {
		final CutoutPlan plan = client.planImage(REQUEST.withRegion(Region.bounds(
			16777217, 1, 1, 16777227, 11, 2)));
		final String json = NeuroglancerState.of(plan, HASHED).toJson().replace(
			"[16777217,1,1]", "[16777216,1,1]").replace("[16777227,11,2]",
				"[16777228,11,2]");

		assertEquals(Optional.of(plan.standaloneRequest()), NeuroglancerState.parse(
			json).request());
	}

	@Test
	void descriptionDeleted_leavesTheBox() {
		final NeuroglancerState state = NeuroglancerState.parse(NeuroglancerState
			.of(plan(), HASHED).toJson().replaceFirst("\"description\":\"[^\"]*\",",
				""));

		assertEquals(Region.bounds(120, 219, 11, 140, 229, 13).at(Resolution.of(4,
			4, 40)), state.request().orElseThrow().region());
	}

	@Test
	void descriptionSpoiled_isRefusedWithThePlace() {
		final String message = assertThrows(org.imageryclient.CorruptData.class,
			() -> edited("size=20,10,2", "size=20,b")).getMessage();

		assertTrue(message.contains("$.layers[2].annotations[0].description"),
			message);
	}

	@Test
	void segmentSelectedInTheViewer_isInTheRequest() {
		final NeuroglancerState state = edited("\"segments\":[]",
			"\"segments\":[\"5\",\"!6\"]");

		assertEquals(RootSelection.of(5), state.request().orElseThrow().roots());
	}

	@Test
	void colourChangedInTheViewer_counts() {
		final NeuroglancerState state = edited("\"segments\":[]",
			"\"segments\":[],\"segmentColors\":{\"5\":\"#0000ff\"}");

		assertEquals(ColorScheme.parse("5=#0000ff hashed"), state.colors());
	}

	private static CutoutPlan plan() {
		return client.planImageAndSegmentation(REQUEST);
	}

	/** What comes back after somebody changed something in the viewer. */
	private static NeuroglancerState edited(final String before,
		final String after)
	{
		final String json = NeuroglancerState.of(plan(), HASHED).toJson();
		assertTrue(json.contains(before), json);
		return NeuroglancerState.parse(json.replace(before, after));
	}

	@Test
	void layers_areThoseThatWerePlanned() {
		assertEquals(List.of("imagery"), NeuroglancerState.of(client.planImage(
			REQUEST), HASHED).layers().stream().map(Layer::name).toList());
		assertEquals(List.of("segmentation"), NeuroglancerState.of(client
			.planSegmentation(REQUEST), HASHED).layers().stream().map(Layer::name)
			.toList());
	}
}
