// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.link;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.imageryclient.Timestamp;
import org.imageryclient.json.JsonCursor;
import org.imageryclient.link.SegmentationLayer.Alphas;
import org.imageryclient.mask.RootId;

/**
 * Reads what is special to segmentation layers. Sources: Neuroglancer,
 * {@code layer/segmentation/index.ts}; the seung-lab viewer,
 * {@code segmentation_user_layer_with_graph.ts} and its branch
 * {@code spelunker}.
 */
final class SegmentationReader {

	private static final Pattern HEX = Pattern.compile(
		"(?i)#([0-9a-f]{6}|[0-9a-f]{3})");

	private static final Pattern RGB = Pattern.compile(
		"(?i)rgba?\\(\\s*(\\d{1,3})\\s*,\\s*(\\d{1,3})\\s*,\\s*(\\d{1,3})\\s*(?:,[^)]*)?\\)");

	private static final int OPAQUE = 0xff000000;

	private static final long MOST_SEED = 0xffffffffL;

	/** As milliseconds it is 1973, as seconds the year 5138. */
	private static final BigDecimal FIRST_IN_MILLIS = BigDecimal.valueOf(
		100_000_000_000L);

	private static final BigDecimal LAST_MILLI = BigDecimal.valueOf(
		253_402_300_799_999L);

	private static final Clock LATE = Clock.fixed(Instant.ofEpochMilli(LAST_MILLI
		.longValue()), ZoneOffset.UTC);

	private final JsonCursor layer;

	/** @param layer an object, or in old states the address of its source */
	SegmentationReader(final JsonCursor layer) {
		this.layer = layer;
	}

	SegmentationLayer read(final String name, final LayerSource source,
		final boolean isVisible)
	{
		final List<Long> shown = new ArrayList<>();
		final List<Long> hidden = new ArrayList<>();
		find("segments").ifPresent(ids -> ids.elements().forEach(id -> {
			final boolean isHidden = id.isString() && id.asString().startsWith("!");
			(isHidden ? hidden : shown).add(id(id));
		}));
		// The seung-lab viewer lists them apart.
		find("hiddenSegments").ifPresent(ids -> ids.elements().forEach(id -> hidden
			.add(id(id))));
		return new SegmentationLayer(name, source, isVisible, shown, hidden,
			segmentColors(), find("segmentDefaultColor").map(color -> OptionalInt.of(
				color(color))).orElse(OptionalInt.empty()), find("colorSeed").map(
					seed -> (int) seed.asLong(0, MOST_SEED)).orElse(0), find("timestamp")
						.flatMap(SegmentationReader::timestamp), new Alphas(alpha(
							"selectedAlpha"), alpha("notSelectedAlpha"), alpha(
								"objectAlpha")));
	}

	private Optional<JsonCursor> find(final String member) {
		return layer.isObject() ? layer.find(member) : Optional.empty();
	}

	/** Numbers too, as long as they are exact. */
	private static long id(final JsonCursor id) {
		if (!id.isString()) return id.asUnsignedLong();
		return StateReader.checked(id,
			"a segment id, an unsigned 64-bit number in decimal", () -> RootId.parse(
				id.asString().replaceFirst("^!", "")));
	}

	private Map<Long, Integer> segmentColors() {
		final Map<Long, Integer> colors = new LinkedHashMap<>();
		find("segmentColors").ifPresent(all -> all.members().forEach(id -> {
			final Optional<JsonCursor> color = all.find(id);
			color.ifPresent(c -> colors.put(StateReader.checked(c,
				"a colour of a segment id, an unsigned 64-bit number in decimal,",
				() -> RootId.parse(id)), color(c)));
		}));
		return colors;
	}

	private static int color(final JsonCursor color) {
		final String text = color.asString().strip();
		final Matcher hex = HEX.matcher(text);
		if (hex.matches()) return OPAQUE | Integer.parseInt(hex.group(1)
			.length() == 6 ? hex.group(1) : hex.group(1).replaceAll(".", "$0$0"), 16);
		final Matcher rgb = RGB.matcher(text);
		if (!rgb.matches() || IntStream.rangeClosed(1, 3).anyMatch(i -> Integer
			.parseInt(rgb.group(i)) > 255)) throw color.error(
				"a colour such as \"#ff8000\"");
		return OPAQUE | Integer.parseInt(rgb.group(1)) << 16 | Integer.parseInt(rgb
			.group(2)) << 8 | Integer.parseInt(rgb.group(3));
	}

	private OptionalDouble alpha(final String member) {
		return find(member).map(alpha -> {
			final double value = alpha.asDouble();
			if (value < 0 || value > 1) throw alpha.error("a number from 0 to 1");
			return OptionalDouble.of(value);
		}).orElse(OptionalDouble.empty());
	}

	/**
	 * Spelunker writes milliseconds since 1970, the seung-lab viewer seconds,
	 * both as numbers or text; they are told apart by their size. 0 is no time.
	 */
	private static Optional<Timestamp> timestamp(final JsonCursor time) {
		final String text = time.isString() ? time.asString().strip() : time
			.toJson();
		if (text.isEmpty()) return Optional.empty();
		return StateReader.checked(time,
			"a time in milliseconds or seconds since 1970, or as 2024-03-05T12:34:56Z,",
			() -> text.matches("[-+0-9.eE]+") ? ofNumber(new BigDecimal(text))
				: Optional.of(Timestamp.parse(text, LATE)));
	}

	private static Optional<Timestamp> ofNumber(final BigDecimal number) {
		final boolean isInMillis = number.compareTo(FIRST_IN_MILLIS) >= 0;
		final BigDecimal millis = isInMillis ? number : number.scaleByPowerOfTen(3);
		if (millis.signum() < 0 || millis.compareTo(LAST_MILLI) > 0)
			throw new IllegalArgumentException("out of range");
		return millis.signum() == 0 ? Optional.empty() : Optional.of(new Timestamp(
			Instant.ofEpochMilli(millis.longValue())));
	}
}
