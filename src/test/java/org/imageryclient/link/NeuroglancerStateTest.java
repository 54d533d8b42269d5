// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

import org.imageryclient.CorruptData;
import org.imageryclient.Unsupported;
import org.imageryclient.color.ColorScheme;
import org.imageryclient.cutout.RootSelection;
import org.imageryclient.geom.Point;
import org.imageryclient.geom.Region;
import org.imageryclient.geom.Resolution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NeuroglancerStateTest {

	private static final String XYZ =
		"\"x\":[8e-9,\"m\"],\"y\":[8e-9,\"m\"],\"z\":[4e-8,\"m\"]";

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '^', value = { //
		"[4.6e-9,\"m\"]                    | 4.6", //
		"[4.600000000000001e-09,\"m\"]     | 4.6", //
		"[18.4,\"nm\"]                     | 18.4", //
		"[0.25,\"µm\"]                     | 250", //
		"[0.25,\"um\"]                     | 250", //
		"[3.3333333333333335e-9,\"m\"]     | 3.33333333333", //
		"[0.001,\"mm\"]                    | 1000" })
	void dimensions_areLengthsOfAnyUnit(final String x, final double nm) {
		final String state = Links.state("\"dimensions\":{\"x\":" + x +
			",\"y\":[4e-9,\"m\"],\"z\":[4e-8,\"m\"]}");

		assertEquals(Optional.of(Resolution.of(nm, 4, 40)), NeuroglancerState.parse(
			state).resolution());
	}

	@Test
	void position_countsByTheNamesOfTheDimensions() {
		final String state = Links.state(
			"\"dimensions\":{\"t\":[1,\"s\"],\"z\":[4e-8,\"m\"],\"y\":[8e-9,\"m\"],\"x\":[9e-9,\"m\"]},\"position\":[7,3.5,2.5,1.5]");

		assertEquals(Optional.of(new Point(1.5, 2.5, 3.5)), NeuroglancerState.parse(
			state).position());
	}

	@Test
	void position_withoutDimensions_isInVoxelsOfTheVolume() {
		final NeuroglancerState state = NeuroglancerState.parse(Links.state(
			"\"position\":[1,2,3]"));

		assertEquals(Optional.of(new Point(1, 2, 3)), state.position());
		assertEquals(Optional.empty(), state.resolution());
		assertEquals(Region.centered(1, 2, 3).size(4, 4), state.request(4, 4)
			.region());
	}

	@Test
	void oldPosition_mayBeInNm() {
		assertEquals(Optional.of(new Point(10, 20, 3)), NeuroglancerState.parse(
			Links.state(
				"\"navigation\":{\"pose\":{\"position\":{\"voxelSize\":[4,4,40],\"spatialCoordinates\":[40,80,120]}}}"))
			.position());
	}

	@Test
	void oldLayers_mayBeAnObject() {
		final NeuroglancerState state = NeuroglancerState.parse(
			"{'layers':{'em':{'type':'image'_'source':'precomputed://gs://b/em'}_'g':'graphene://https://h/segmentation/1.0/t'}}");

		assertEquals(Optional.of("precomputed://gs://b/em"), state.imageSource());
		assertEquals(Optional.of("graphene://https://h/segmentation/1.0/t"), state
			.segmentationSource());
		assertEquals("g", state.segmentation().get().name());
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"precomputed://gs://b/em\"",
		"{\"url\":\"precomputed://gs://b/em\"}", "[\"precomputed://gs://b/em\"]",
		"[{\"url\":\"precomputed://gs://b/em\",\"subsources\":{}},\"precomputed://gs://b/mesh\"]",
		"[\"local://annotations\",\"precomputed://gs://b/em\"]",
		"[\"precomputed://gs://b/mesh#type=mesh\",\"precomputed://gs://b/em\"]",
		"{\"url\":\"precomputed://gs://b/em\",\"transform\":{\"outputDimensions\":{" +
			XYZ + "}}}",
		"{\"url\":\"precomputed://gs://b/em\",\"transform\":{\"matrix\":[[1,0,0,0],[0,1,0,0],[0,0,1,0]],\"outputDimensions\":{" +
			XYZ + "}}}" })
	void source_isTextObjectOrList(final String source) {
		assertEquals(Optional.of("precomputed://gs://b/em"), NeuroglancerState
			.parse("{\"layers\":[{\"type\":\"image\",\"source\":" + source + "}]}")
			.imageSource());
	}

	@ParameterizedTest
	@ValueSource(strings = {
		"\"source\":{\"url\":\"gs://b/em\",\"transform\":{\"matrix\":[[1,0,0,5],[0,1,0,0],[0,0,1,0]],\"outputDimensions\":{" +
			XYZ + "}}}",
		"\"source\":{\"url\":\"gs://b/em\",\"transform\":{\"outputDimensions\":{\"z\":[4e-8,\"m\"],\"y\":[8e-9,\"m\"],\"x\":[8e-9,\"m\"]}}}",
		"\"source\":\"gs://b/em\",\"transform\":[[0,1,0,0],[1,0,0,0],[0,0,1,0],[0,0,0,1]]",
		"\"source\":\"gs://b/em\",\"transform\":{\"translation\":[1,2,3]}" })
	void movedSource_isRefusedWithItsPlace(final String source) {
		final NeuroglancerState state = NeuroglancerState.parse(
			"{\"layers\":[{\"type\":\"image\",\"name\":\"em\"," + source + "}]}");

		final String message = assertThrows(Unsupported.class, state::imageSource)
			.getMessage();
		assertTrue(message.contains("transform") && message.contains("$.layers[0]"),
			message);
	}

	@Test
	void layer_isTheFirstThatIsShown() {
		final NeuroglancerState state = NeuroglancerState.parse(
			"{\"layers\":[{\"type\":\"image\",\"visible\":false,\"source\":\"gs://b/hidden\"},{\"type\":\"image\",\"source\":\"gs://b/shown\"}]}");

		assertEquals(Optional.of("gs://b/shown"), state.imageSource());
	}

	@Test
	void segments_areExactAndHiddenOnesApart() {
		final SegmentationLayer layer = Links.layer(
			"\"segments\":[\"18446744073709551615\",\"!9223372036854775809\",\"9007199254740993\",864691136577830163]");

		assertEquals(List.of(-1L, 9007199254740993L, 864691136577830163L), layer
			.segments());
		assertEquals(List.of(0x8000000000000001L), layer.hidden());
	}

	@Test
	void segments_ofTheSeungLabViewer_areHiddenInAListOfTheirOwn() {
		assertEquals(List.of(7L), Links.layer(
			"\"segments\":[\"5\"],\"hiddenSegments\":[\"7\"]").hidden());
	}

	@Test
	void roots_areTheShownSegments_orAllWhereNoneIsShown() {
		assertEquals(RootSelection.of(5), Links.layer("\"segments\":[\"5\",\"!6\"]")
			.roots());
		assertEquals(RootSelection.all(), Links.layer("\"segments\":[\"!6\"]")
			.roots());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "#ff8000|ffff8000", "#F80|ffff8800",
		"rgb(255, 128, 0)|ffff8000", "rgba(1,2,3,0.5)|ff010203" })
	void segmentColors_areCssColours(final String css, final String argb) {
		assertEquals(Map.of(-1L, Integer.parseUnsignedInt(argb, 16)), Links.layer(
			"\"segmentColors\":{\"18446744073709551615\":\"" + css + "\"}")
			.segmentColors());
	}

	@Test
	void colors_areThoseOfTheViewer() {
		assertEquals(ColorScheme.parse("7=#ff0000 hashed 4294967295"), Links.layer(
			"\"segmentColors\":{\"7\":\"#ff0000\"},\"colorSeed\":4294967295")
			.colors());
		assertEquals(ColorScheme.parse("7=#ff0000 #00ff00"), Links.layer(
			"\"segmentColors\":{\"7\":\"#ff0000\"},\"segmentDefaultColor\":\"#00ff00\",\"colorSeed\":3")
			.colors());
		assertEquals(OptionalInt.empty(), Links.layer("\"colorSeed\":3")
			.defaultColor());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '^', value = { //
		"1709642096789        | 2024-03-05T12:34:56.789Z", //
		"1709642096           | 2024-03-05T12:34:56Z", //
		"\"1709642096\"       | 2024-03-05T12:34:56Z", //
		"\"1709642096.5\"     | 2024-03-05T12:34:56.500Z", //
		"\"2024-03-05T12:34:56Z\" | 2024-03-05T12:34:56Z" })
	void timestamp_isInMillisecondsOrSeconds(final String json,
		final String time)
	{
		assertEquals(time, Links.layer("\"timestamp\":" + json).timestamp()
			.orElseThrow().toString());
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "\"\"", "null" })
	void timestamp_ofNothing_isNone(final String json) {
		assertEquals(Optional.empty(), Links.layer("\"timestamp\":" + json)
			.timestamp());
	}

	@Test
	void request_isAroundTheVoxelOfThePositionWithSegmentsAndTime() {
		final NeuroglancerState state = NeuroglancerState.parse(
			"{\"dimensions\":{" + XYZ +
				"},\"position\":[10.5,20.5,30.5],\"layers\":[{\"type\":\"segmentation\",\"source\":\"graphene://https://h/segmentation/table/t\",\"segments\":[\"5\"],\"timestamp\":1709642096789}]}");

		assertEquals(Region.centered(10, 20, 30).size(4, 6, 2).at(Resolution.of(8,
			8, 40)), state.request(4, 6, 2).region());
		assertEquals(RootSelection.of(5), state.request(4, 6, 2).roots());
		assertEquals("2024-03-05T12:34:56.789Z", state.request(4, 6).timestamp()
			.orElseThrow().toString());
	}

	@Test
	void request_ofALinkThatIsNoCutouts_isEmpty() {
		assertEquals(Optional.empty(), NeuroglancerState.parse(Links.file(
			"link-current.txt")).request());
	}

	@Test
	void zoom_ofOldStatesIsInNmPerPixel() {
		assertEquals(OptionalDouble.of(2), NeuroglancerState.parse(Links.state(
			"\"navigation\":{\"zoomFactor\":8,\"pose\":{\"position\":{\"voxelSize\":[4,4,40],\"voxelCoordinates\":[1,2,3]}}}"))
			.crossSectionScale());
	}

	@Test
	void layersThatShowNoVolume_areNoted() {
		assertEquals(List.of("Layer \"m\" of type mesh, $.layers[0], is not read.",
			"Layer \"n\" whose type is not said, $.layers[1], is not read."),
			NeuroglancerState.parse(
				"{\"layers\":[{\"type\":\"mesh\",\"name\":\"m\",\"source\":\"gs://b/m\"},{\"name\":\"n\",\"source\":\"gs://b/n\"}]}")
				.notes());
	}

	@Test
	void overriddenVoxelSize_isNoted() {
		final String note = NeuroglancerState.parse(
			"{\"layers\":[{\"type\":\"image\",\"name\":\"em\",\"source\":{\"url\":\"gs://b/em\",\"transform\":{\"inputDimensions\":{" +
				XYZ + "},\"outputDimensions\":{" + XYZ + "}}}}]}").notes().get(0);

		assertTrue(note.contains("\"em\"") && note.contains(
			"$.layers[0].source.transform.inputDimensions"), note);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '^', value = { //
		"{\"layers\":[                                            | $", //
		"{}                                                       | layers", //
		"{\"layers\":5}                                           | $.layers", //
		"{\"layers\":[5]}                                         | $.layers[0]", //
		"{\"layers\":[{\"type\":5}]}                              | $.layers[0].type", //
		"{\"layers\":[{\"type\":\"image\",\"source\":5}]}         | $.layers[0].source", //
		"{\"layers\":[{\"type\":\"image\",\"source\":[{}]}]}      | $.layers[0].source[0]", //
		"{\"layers\":[{\"type\":\"image\",\"visible\":1,\"source\":\"gs://b/em\"}]} | $.layers[0].visible", //
		"{\"layers\":[],\"dimensions\":{\"x\":[1,\"m\"]}}         | $.dimensions", //
		"{\"layers\":[],\"dimensions\":{\"x\":[1,\"s\"],\"y\":[1,\"m\"],\"z\":[1,\"m\"]}} | $.dimensions.x", //
		"{\"layers\":[],\"dimensions\":{\"x\":[0,\"m\"],\"y\":[1,\"m\"],\"z\":[1,\"m\"]}} | $.dimensions.x", //
		"{\"layers\":[],\"dimensions\":{\"x\":[1],\"y\":[1,\"m\"],\"z\":[1,\"m\"]}}       | $.dimensions.x", //
		"{\"layers\":[],\"position\":[1,2]}                       | $.position", //
		"{\"layers\":[],\"position\":[1,2,\"3\"]}                 | $.position[2]", //
		"{\"layers\":[],\"position\":[1,2,1e300]}                 | $.position", //
		"{\"layers\":[],\"crossSectionScale\":0}                  | $.crossSectionScale", //
		"{\"layers\":[],\"navigation\":{\"pose\":{\"position\":{\"voxelSize\":[4,4,0]}}}} | $.navigation.pose.position.voxelSize" })
	void invalidState_isRefusedWithThePlace(final String json,
		final String place)
	{
		final String message = assertThrows(CorruptData.class,
			() -> NeuroglancerState.parse(json)).getMessage();

		assertTrue(message.startsWith("Expected ") && message.contains(place),
			message);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '^', value = { //
		"\"segments\":5                          | segments", //
		"\"segments\":[\"seven\"]                | segments[0]", //
		"\"segments\":[\"1\",\"-2\"]             | segments[1]", //
		"\"segments\":[1.5]                      | segments[0]", //
		"\"segments\":[\"18446744073709551616\"] | segments[0]", //
		"\"segmentColors\":[]                    | segmentColors", //
		"\"segmentColors\":{\"x\":\"#ff0000\"}   | segmentColors.x", //
		"\"segmentColors\":{\"7\":\"#ff00\"}     | segmentColors.7", //
		"\"segmentColors\":{\"7\":\"rgb(1,2,256)\"} | segmentColors.7", //
		"\"segmentDefaultColor\":7               | segmentDefaultColor", //
		"\"colorSeed\":-1                        | colorSeed", //
		"\"colorSeed\":4294967296                | colorSeed", //
		"\"selectedAlpha\":2                     | selectedAlpha", //
		"\"timestamp\":\"yesterday\"             | timestamp", //
		"\"timestamp\":-5                        | timestamp", //
		"\"timestamp\":1e300                     | timestamp", //
		"\"timestamp\":true                      | timestamp" })
	void invalidSegmentation_isRefusedWithThePlace(final String members,
		final String place)
	{
		final String message = assertThrows(CorruptData.class,
			() -> NeuroglancerState.parse(Links.segmentation(members))).getMessage();

		assertTrue(message.startsWith("Expected ") && message.contains(
			"$.layers[0]." + place + " "), message);
	}

	@Test
	void storedState_isNotParsedWithoutFetching() {
		final String message = assertThrows(IllegalArgumentException.class,
			() -> NeuroglancerState.parse(
				"https://s.org/#!middleauth+https://g.org/nglstate/api/v1/7"))
			.getMessage();

		assertTrue(message.contains("read"), message);
	}
}
