// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.cutout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.imageryclient.Timestamp;
import org.imageryclient.geom.Region;
import org.imageryclient.geom.Resolution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CutoutTextTest {

	@ParameterizedTest
	@ValueSource(strings = { "5319, 8677, 1201", "5319,8677,1201",
		"5319 8677 1201", " [5319, 8677, 1201] ", "(5319; 8677; 1201)",
		"5319.0,8677,1201e0" })
	void region_readsCentresAsTheyArePasted(final String center) {
		final Region region = CutoutText.region(center, "", "400,400,1");

		assertEquals(Region.centered(5319, 8677, 1201).size(400, 400, 1), region);
	}

	@ParameterizedTest
	@ValueSource(strings = { "-1, 2.5, 3, 10, 20, 30",
		"[-1, 2.5, 3] to [10, 20, 30]", "-1,2.5,3;10,20,30" })
	void region_readsBoundsAsTwoCorners(final String bounds) {
		assertEquals(Region.bounds(-1, 2.5, 3, 10, 20, 30), CutoutText.region("",
			bounds, ""));
	}

	@Test
	void region_hasDepthOneWithoutADepth() {
		assertEquals(Region.centered(1, 2, 3).size(400, 300, 1), CutoutText.region(
			"1,2,3", "", "400x300"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "512 x 256 px", "512,256 pixels", "512x256PX" })
	void region_takesPixelsForPixels(final String size) {
		assertEquals(Region.centered(1, 2, 3).pixels(512, 256), CutoutText.region(
			"1,2,3", "", size));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', value = { //
		"1,2     |\"\"         |4,4,4   |center|1,2", //
		"1,b,3   |\"\"         |4,4,4   |center|1,b,3", //
		"1,2,3   |\"\"         |4,4,4,4 |size|4,4,4,4", //
		"1,2,3   |\"\"         |4.5 x 4 px|size|4.5 x 4 px", //
		"1,2,3   |\"\"         |\"\"    |size|1,2,3", //
		"\"\"    |\"\"         |4,4     |center|4,4", //
		"\"\"    |1,2,3,4,5    |\"\"    |bounds|1,2,3,4,5", //
		"1,2,3   |1,2,3,4,5,6  |\"\"    |bounds|1,2,3,4,5,6", //
		"\"\"    |1,2,3,4,5,6  |4,4     |bounds|4,4" })
	void region_namesTheFieldAndWhatWasThere(final String center,
		final String bounds, final String size, final String field,
		final String found)
	{
		final String message = assertThrows(IllegalArgumentException.class,
			() -> CutoutText.region(center, bounds, size)).getMessage();

		assertTrue(message.startsWith("Expected"), message);
		assertTrue(message.contains(field) && message.contains('"' + found + '"'),
			message);
	}

	@ParameterizedTest
	@ValueSource(strings = { "4.6x4.6x45", "4.6 x 4.6 x 45 nm", "4.6,4.6,45",
		"4.6 4.6 45nm" })
	void resolution_readsNanometres(final String text) {
		assertEquals(Resolution.of(4.6, 4.6, 45), CutoutText.resolution(
			"resolution", text));
	}

	@Test
	void resolution_refusesTwoNumbers() {
		final String message = assertThrows(IllegalArgumentException.class,
			() -> CutoutText.resolution("resolution", "8x8")).getMessage();

		assertTrue(message.contains("resolution") && message.contains("\"8x8\""),
			message);
	}

	@Test
	void mips_areDefaultsWhereBlank() {
		assertEquals(List.of(Mip.DEFAULT, Mip.DEFAULT), CutoutText.mips(" "));
	}

	@Test
	void mips_countForBothSidesOrOneEach() {
		assertEquals(List.of(Mip.index(-1), Mip.index(-1)), CutoutText.mips("-1"));
		assertEquals(List.of(Mip.index(1), Mip.index(0)), CutoutText.mips("1, 0"));
	}

	@Test
	void mips_readAResolution() {
		final Mip mip = Mip.at(Resolution.of(8, 8, 40));

		assertEquals(List.of(mip, mip), CutoutText.mips("8x8x40"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "fine", "1.5", "99999999999", "1,b" })
	void mips_refuseOtherWords(final String text) {
		final String message = assertThrows(IllegalArgumentException.class,
			() -> CutoutText.mips(text)).getMessage();

		assertTrue(message.contains("mip") && message.contains('"' + text + '"'),
			message);
	}

	@Test
	void roots_readAllNoneRawAndLists() {
		assertEquals(Optional.of(RootSelection.all()), CutoutText.roots(""));
		assertEquals(Optional.of(RootSelection.all()), CutoutText.roots("ALL"));
		assertEquals(Optional.empty(), CutoutText.roots("none"));
		assertEquals(Optional.of(RootSelection.rawIds()), CutoutText.roots("raw"));
		assertEquals(Optional.of(RootSelection.of("864691135571546917", "7")),
			CutoutText.roots("864691135571546917,7"));
	}

	@Test
	void roots_nameTheWordThatIsNoId() {
		final String message = assertThrows(IllegalArgumentException.class,
			() -> CutoutText.roots("7,seven")).getMessage();

		assertTrue(message.contains("seven"), message);
	}

	@Test
	void fit_readsItsWords() {
		assertEquals(Fit.AUTO, CutoutText.fit(""));
		assertEquals(Fit.NATIVE, CutoutText.fit(" Native"));
	}

	@Test
	void fit_listsItsWordsForAnother() {
		final String message = assertThrows(IllegalArgumentException.class,
			() -> CutoutText.fit("tight")).getMessage();

		assertTrue(message.contains("auto, bounds, native") && message.contains(
			"\"tight\""), message);
	}

	@ParameterizedTest
	@ValueSource(strings = { "default / 1", "1/16x16x40", "8x8x40/default" })
	void mips_readsOneOfEachKind(final String text) {
		assertEquals(2, CutoutText.mips(text).stream().distinct().count());
	}

	@ParameterizedTest
	@MethodSource("requests")
	void keys_giveAnEqualRequestWhenReadBack(final CutoutRequest request) {
		assertEquals(request, CutoutText.request(CutoutText.keys(request), Clock
			.systemUTC()));
	}

	static Stream<CutoutRequest> requests() {
		final Resolution nm = Resolution.of(4.6, 4.6, 1e-3);
		final CutoutRequest plain = CutoutRequest.of(Region.centered(5319, -8677.25,
			1e15).size(400, 300.5, 2));
		return Stream.of(plain, CutoutRequest.of(Region.bounds(9, 8, 7, 1, 2, 3).at(
			nm)), CutoutRequest.of(Region.centered(1, 2, 3).pixels(512, 256).at(nm)),
			plain.withImageMip(1).withSegmentationMip(1), plain.withImageMip(-1)
				.withSegmentationMip(2), plain.withSegmentationMip(3), plain
					.withImageMip(Mip.at(nm)).withSegmentationMip(0), plain.withRoots(
						RootSelection.rawIds()), plain.withRoots(RootSelection.ofBits()),
			plain.withRoots(RootSelection.of("18446744073709551615",
				"9007199254740993")), plain.withTimestamp(Timestamp.parse(
					"2024-03-05 12:34:56.789", Clock.systemUTC())).withFit(Fit.NATIVE)
					.withResample(Resample.IMAGERYCLIENT).withResize(false).withStrict(
						true));
	}

	@ParameterizedTest
	@CsvSource({ "resize, perhaps", "strict, 1", "timestamp, yesterday",
		"fit, tight", "roots, seven" })
	void request_saysWhichKeyIsWrong(final String key, final String value) {
		final String message = assertThrows(IllegalArgumentException.class,
			() -> CutoutText.request(Map.of("center", "1,2,3", "size", "4,4", key,
				value), Clock.systemUTC())).getMessage();

		assertTrue(message.contains(value), message);
	}
}
