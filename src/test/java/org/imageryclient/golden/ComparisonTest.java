// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.google.gson.JsonParser;

/** What counts as the same, and what does not, when a case is judged. */
class ComparisonTest {

	private static final Optional<String> SAME = Optional.empty();

	private static final int[] PAIR = { 2 };

	@Test
	void uint64_equals_int64_of_the_same_number() {
		assertEquals(SAME, ArrayComparison.firstDifference(NumberArray.unsigned(
			PAIR, 1, Long.MAX_VALUE), NumberArray.signed(PAIR, 1, Long.MAX_VALUE),
			0));
	}

	@Test
	void uint64_above_int64_does_not_equal_the_negative_number_of_its_bits() {
		assertNotEquals(SAME, ArrayComparison.firstDifference(NumberArray.unsigned(
			PAIR, 1, -1), NumberArray.signed(PAIR, 1, -1), 0));
	}

	@Test
	void whole_number_equals_the_same_real() {
		assertEquals(SAME, ArrayComparison.firstDifference(NumberArray.signed(PAIR,
			4, -4), NumberArray.real(PAIR, 4.0, -4.0), 0));
	}

	@Test
	void id_does_not_equal_its_rounding_to_a_double() {
		assertNotEquals(SAME, ArrayComparison.firstDifference(NumberArray.unsigned(
			PAIR, 0, 864691136577830163L), NumberArray.real(PAIR, 0,
				864691136577830163.0), 0));
	}

	@Test
	void tolerance_allows_just_that_much() {
		final NumberArray expected = NumberArray.unsigned(PAIR, 100, 100);

		assertEquals(SAME, ArrayComparison.firstDifference(expected, NumberArray
			.unsigned(PAIR, 98, 102), 2));
		assertNotEquals(SAME, ArrayComparison.firstDifference(expected, NumberArray
			.unsigned(PAIR, 100, 103), 2));
	}

	@Test
	void axes_of_length_one_do_not_count() {
		assertEquals(SAME, ArrayComparison.firstDifference(NumberArray.signed(
			new int[] { 2, 3 }, 1, 2, 3, 4, 5, 6), NumberArray.signed(new int[] { 2,
				1, 3, 1 }, 1, 2, 3, 4, 5, 6), 0));
	}

	@Test
	void scalar_equals_an_array_of_unit_axes() {
		assertEquals(SAME, ArrayComparison.firstDifference(NumberArray.signed(
			new int[0], 7), NumberArray.signed(new int[] { 1, 1, 1, 1 }, 7), 0));
	}

	@Test
	void other_axes_in_another_order_are_another_shape() {
		final Optional<String> difference = ArrayComparison.firstDifference(
			NumberArray.signed(new int[] { 2, 3 }, 1, 2, 3, 4, 5, 6), NumberArray
				.signed(new int[] { 3, 2 }, 1, 2, 3, 4, 5, 6), 0);

		assertTrue(difference.orElseThrow().contains("expected 2 x 3, found 3 x 2"),
			difference.toString());
	}

	@Test
	void difference_names_position_both_values_and_the_count() {
		final Optional<String> difference = ArrayComparison.firstDifference(Map.of(
			"seg", NumberArray.signed(new int[] { 2, 2 }, 1, 2, 3, 4)), Map.of("seg",
				NumberArray.signed(new int[] { 2, 2 }, 1, 2, 9, 8)), 0);

		assertEquals("seg at [0, 1]: expected 3, found 9 (2 of 4 differ)",
			difference.orElseThrow());
	}

	@Test
	void missing_mask_is_a_difference() {
		assertNotEquals(SAME, ArrayComparison.firstDifference(Map.of("mask_1",
			NumberArray.empty()), Map.of(), 0));
	}

	@Test
	void grey_picture_equals_colour_picture_of_the_same_grey() {
		final BufferedImage grey = new BufferedImage(2, 1,
			BufferedImage.TYPE_BYTE_GRAY);
		grey.getRaster().setSample(1, 0, 0, 77);
		final BufferedImage colour = new BufferedImage(2, 1,
			BufferedImage.TYPE_INT_RGB);
		colour.setRGB(1, 0, 0x4d4d4d);

		assertEquals(SAME, Picture.of(grey).firstDifference(Picture.of(colour)));
	}

	@Test
	void picture_of_16_bits_differs_from_one_of_8() {
		final BufferedImage deep = new BufferedImage(1, 1,
			BufferedImage.TYPE_USHORT_GRAY);
		final BufferedImage flat = new BufferedImage(1, 1,
			BufferedImage.TYPE_BYTE_GRAY);

		assertTrue(Picture.of(flat).firstDifference(Picture.of(deep)).orElseThrow()
			.contains("8 bits"));
	}

	@Test
	void alpha_of_one_pixel_is_a_difference_at_its_place() {
		final BufferedImage clear = new BufferedImage(3, 2,
			BufferedImage.TYPE_INT_ARGB);
		final BufferedImage spot = new BufferedImage(3, 2,
			BufferedImage.TYPE_INT_ARGB);
		spot.setRGB(2, 1, 0x01000000);

		assertEquals("at column 2, row 1: expected alpha 0, found 1", Picture.of(
			clear).firstDifference(Picture.of(spot)).orElseThrow());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "[4, 4, 40] | [4.0, 4, 40.00]",
		"\"864691136577830163\" | 864691136577830163", "true | true",
		"{\"a\": {\"b\": null}} | {\"a\": {\"b\": null}}" })
	void json_values_are_equal_by_value(final String expected,
		final String found)
	{
		assertEquals(SAME, JsonComparison.firstDifference(JsonParser.parseString(
			expected), JsonParser.parseString(found)));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "[4] | [4, 4] | $",
		"{\"a\": [1, 2]} | {\"a\": [1, 3]} | $.a[1]", "true | \"true\" | $",
		"{\"a\": 1} | {\"a\": 1, \"b\": 2} | $", "1 | null | $" })
	void json_difference_is_named_by_its_path(final String expected,
		final String found, final String path)
	{
		final Optional<String> difference = JsonComparison.firstDifference(
			JsonParser.parseString(expected), JsonParser.parseString(found));

		assertTrue(difference.orElseThrow().startsWith("at " + path + ":"),
			difference.toString());
	}
}
