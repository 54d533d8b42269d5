// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.color;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RootColorsTest {

	private static final long ROOT = 864691135571546917L;

	static Stream<Arguments> colorsOfNeuroglancer() throws IOException {
		try (InputStream in = RootColorsTest.class.getResourceAsStream(
			"neuroglancer-segment-colors.json"))
		{
			final JsonArray rows = JsonParser.parseReader(new InputStreamReader(in,
				StandardCharsets.UTF_8)).getAsJsonArray();
			return StreamSupport.stream(rows.spliterator(), false).map(row -> {
				final JsonObject fields = row.getAsJsonObject();
				final JsonArray rgb = fields.getAsJsonArray("rgb");
				return Arguments.of(fields.get("seed").getAsInt(), fields.get("id")
					.getAsString(), rgb.get(0).getAsInt() << 16 | rgb.get(1)
						.getAsInt() << 8 | rgb.get(2).getAsInt());
			}).toList().stream();
		}
	}

	@ParameterizedTest(name = "seed {0}, id {1}")
	@MethodSource("colorsOfNeuroglancer")
	void hashed_equalsNeuroglancer(final int seed, final String id,
		final int rgb)
	{
		assertEquals(String.format("%08x", 0xff000000 | rgb), String.format("%08x",
			RootColors.hashed(seed).argb(Long.parseUnsignedLong(id))));
	}

	static Stream<Arguments> formsOfOneColor() {
		return Stream.of(Arguments.of(ROOT, new int[] { 255, 128, 0 }), //
			Arguments.of("864691135571546917", List.of(255, 128, 0, 255)), //
			Arguments.of(BigInteger.valueOf(ROOT), new Object[] { BigInteger.valueOf(
				255), 128L, (short) 0 }), //
			Arguments.of(ROOT, "#ff8000"), Arguments.of(ROOT, "#FF8000FF"));
	}

	@ParameterizedTest
	@MethodSource("formsOfOneColor")
	void fixed_takesColorsInEveryForm(final Object id, final Object color) {
		assertEquals(0xffff8000, RootColors.fixed(Map.of(id, color)).argb(ROOT));
	}

	@Test
	void fixed_keepsAlpha() {
		assertEquals(0x4d0080ff, RootColors.fixed(Map.of(ROOT, new int[] { 0, 128,
			255, 77 })).argb(ROOT));
	}

	@Test
	void fixed_isWhiteForOthers() {
		assertEquals(0xffffffff, RootColors.fixed(Map.of(ROOT, "#ff0000")).argb(2));
	}

	@Test
	void fixed_asksTheOtherColorsForOthers() {
		assertEquals(RootColors.hashed().argb(2), RootColors.fixed(Map.of(ROOT,
			"#ff0000"), RootColors.hashed()).argb(2));
	}

	@Test
	void fixed_holdsIdsAboveTwoToThe63() {
		assertEquals(0xff010203, RootColors.fixed(Map.of("18446744073709551615",
			new int[] { 1, 2, 3 })).argb(-1L));
	}

	static Stream<Object> whatIsNoColor() {
		return Stream.of(List.of(1.0, 0.5, 0.0), List.of(256, 0, 0), List.of(-1, 0,
			0), List.of(1, 2), List.of(1, 2, 3, 4, 5), "red", "#12345", 7,
			new double[] { 1, 0, 0 });
	}

	@ParameterizedTest
	@MethodSource("whatIsNoColor")
	void fixed_namesIdAndRemedyForWhatIsNoColor(final Object color) {
		final Exception e = assertThrows(IllegalArgumentException.class,
			() -> RootColors.fixed(Map.of(ROOT, color)));
		assertTrue(e.getMessage().startsWith(
			"Expected the colour of root id 864691135571546917 as 3 or 4 whole numbers 0 to 255 "),
			e.getMessage());
	}
}
