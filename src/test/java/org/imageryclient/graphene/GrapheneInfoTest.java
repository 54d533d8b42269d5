// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.graphene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;

import org.imageryclient.CorruptData;
import org.imageryclient.Unsupported;
import org.imageryclient.geom.Long3;
import org.imageryclient.store.SourceUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a graph is, and what it says of itself. */
class GrapheneInfoTest {

	private static final String WHERE = "https://h/segmentation/table/t/info";

	private static final String INFO =
		"{\"data_dir\": \"gs://b/ws\", \"app\": {\"supported_api_versions\": [0, 1]}, " +
			"\"graph\": {\"chunk_size\": [256, 256, 512], \"n_layers\": 12, " +
			"\"spatial_bit_masks\": {\"1\": 10, \"2\": 10, \"12\": 1}}}";

	@ParameterizedTest
	@ValueSource(strings = { "graphene://https://h/segmentation/table/t",
		"graphene://https://h/segmentation/table/t/",
		"graphene://middleauth+https://h/segmentation/table/t",
		"graphene://https://h/segmentation/1.0/t",
		"graphene://https://h/segmentation/api/v1/t",
		"graphene://https://h/segmentation/api/v1/table/t" })
	void address_isThatOfTheTableInEveryForm(final String text) {
		final GrapheneAddress address = GrapheneAddress.of(SourceUrl.parse(text));

		assertEquals(WHERE, address.info().toString());
		assertEquals("https://h/segmentation/api/v1/table/t/roots_binary", address
			.api("roots_binary").toString());
	}

	@ParameterizedTest
	@ValueSource(strings = { "graphene://https://h/segmentation",
		"graphene://https://h", "precomputed://https://h/segmentation/table/t" })
	void address_thatNamesNoTable_isRefused(final String text) {
		final Exception e = assertThrows(IllegalArgumentException.class,
			() -> GrapheneAddress.of(SourceUrl.parse(text)));
		assertTrue(e.getMessage().contains(text), e.getMessage());
	}

	@Test
	void info_isReadAsServersWriteIt() {
		final GrapheneInfo info = GrapheneInfo.parse(INFO, WHERE);

		assertEquals("gs://b/ws", info.dataDir());
		assertEquals(new Long3(256, 256, 512), info.chunkSize());
		assertEquals(new SegmentLayout(8, 12, Map.of(1, 10, 2, 10, 12, 1)), info
			.layout());
	}

	@Test
	void info_ofAGraphWhoseSupervoxelsCanBeSplit_isRefused() {
		final Exception e = assertThrows(Unsupported.class, () -> GrapheneInfo
			.parse(INFO.replace("\"n_layers\"", "\"ocdbt_seg\": true, \"n_layers\""),
				WHERE));
		assertTrue(e.getMessage().contains("ocdbt_seg") && e.getMessage().contains(
			WHERE), e.getMessage());
	}

	@Test
	void info_ofAServerThatSpeaksAnotherVersion_isRefused() {
		final Exception e = assertThrows(Unsupported.class, () -> GrapheneInfo
			.parse(INFO.replace("[0, 1]", "[0]"), WHERE));
		assertTrue(e.getMessage().contains("version 1"), e.getMessage());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { //
		"\"gs://b/ws\"     | 5          | $.data_dir", //
		"12,               | \"many\",  | $.graph.n_layers", //
		"[256, 256, 512]   | [256, 256] | $.graph.chunk_size", //
		"256, 256, 512     | 256, 0, 1  | $.graph.chunk_size[1]", //
		"\"1\": 10         | \"x\": 10  | $.graph.spatial_bit_masks", //
		"\"1\": 10         | \"1\": 99  | $.graph.spatial_bit_masks.1" })
	void info_thatIsGarbled_namesThePlace(final String right, final String wrong,
		final String place)
	{
		final Exception e = assertThrows(CorruptData.class, () -> GrapheneInfo
			.parse(INFO.replace(right, wrong), WHERE));
		assertTrue(e.getMessage().contains(place + " of " + WHERE), e.getMessage());
	}
}
