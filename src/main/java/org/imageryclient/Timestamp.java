// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * A moment at which a proofread segmentation is looked at, to the millisecond,
 * as servers of chunked graphs resolve it.
 *
 * <pre>
 * Timestamp.parse("2024-03-05 12:34:56.789", clock); // no zone: UTC
 * Timestamp.parse("1709642096.789", clock); // seconds since 1970
 * Timestamp.parse("now", clock); // frozen here, once
 * </pre>
 *
 * @param instant whole milliseconds
 */
public record Timestamp(Instant instant) implements Comparable<Timestamp> {

	/** How far ahead of this machine's clock a time may lie: clocks differ. */
	private static final Duration TOLERANCE = Duration.ofSeconds(60);

	private static final BigDecimal LAST_SECOND = BigDecimal.valueOf(
		253402300799L);

	public Timestamp {
		instant = instant.truncatedTo(ChronoUnit.MILLIS);
	}

	/** This moment, by the given clock. */
	public static Timestamp now(final Clock clock) {
		return new Timestamp(clock.instant());
	}

	/** The moment so many seconds after 1970, as servers give it. */
	public static Timestamp ofSeconds(final double seconds) {
		return new Timestamp(Instant.ofEpochMilli(Math.round(seconds * 1000)));
	}

	/**
	 * Reads what a user typed: {@code now}, a date or date and time in ISO 8601
	 * (UTC unless it names a zone; a blank may stand for the {@code T}), or
	 * seconds since 1970.
	 *
	 * @throws IllegalArgumentException if the text is none of these, or lies more
	 *           than a minute in the future
	 */
	public static Timestamp parse(final String text, final Clock clock) {
		if (text == null) throw unreadable("nothing", null);
		final String trimmed = text.trim();
		if (trimmed.equalsIgnoreCase("now")) return now(clock);
		return new Timestamp(looksLikeSeconds(trimmed) ? seconds(trimmed) : iso(
			trimmed)).notInFuture(clock, "\"" + text + "\", which is ");
	}

	/**
	 * This time, for which something can be looked up.
	 *
	 * @throws IllegalArgumentException if it lies more than a minute in the future
	 *           (ruling 29 of doc/parity.md)
	 */
	public Timestamp notInFuture(final Clock clock) {
		return notInFuture(clock, "");
	}

	private Timestamp notInFuture(final Clock clock, final String given) {
		if (instant.isAfter(clock.instant().plus(TOLERANCE)))
			throw new IllegalArgumentException(
				"Expected a timestamp that is not in the future but got " + given +
					this + "; it is now " + now(clock) +
					". Seconds are expected, not milliseconds; \"now\" gives the present.");
		return this;
	}

	/** Seconds since 1970 without a needless fraction, as servers take them. */
	public String toSeconds() {
		return BigDecimal.valueOf(instant.toEpochMilli(), 3).stripTrailingZeros()
			.toPlainString();
	}

	@Override
	public int compareTo(final Timestamp other) {
		return instant.compareTo(other.instant);
	}

	/** ISO 8601 in UTC: {@code 2024-03-05T12:34:56.789Z}. */
	@Override
	public String toString() {
		return instant.toString();
	}

	private static boolean looksLikeSeconds(final String text) {
		return text.matches("[+-]?\\d+(\\.\\d*)?");
	}

	private static Instant seconds(final String text) {
		final BigDecimal seconds = new BigDecimal(text.endsWith(".") ? text + "0"
			: text);
		if (seconds.signum() < 0) throw unreadable(text, null);
		return Instant.ofEpochMilli(seconds.min(LAST_SECOND).movePointRight(3)
			.setScale(0, RoundingMode.FLOOR).longValueExact());
	}

	private static Instant iso(final String text) {
		final String normal = text.replaceFirst("^(\\S+)\\s+(\\d)", "$1T$2")
			.toUpperCase(Locale.ROOT).replaceFirst("([+-]\\d\\d)(\\d\\d)?$", "$1:$2")
			.replaceFirst("([+-]\\d\\d):$", "$1:00");
		try {
			if (!text.contains(":")) return LocalDate.parse(text).atStartOfDay()
				.toInstant(ZoneOffset.UTC);
			final boolean zoned = normal.matches(".*T.*(Z|[+-]\\d\\d:\\d\\d)");
			return zoned ? OffsetDateTime.parse(normal).toInstant() : LocalDateTime
				.parse(normal).toInstant(ZoneOffset.UTC);
		}
		catch (final DateTimeException e) {
			throw unreadable(text, e);
		}
	}

	private static IllegalArgumentException unreadable(final String text,
		final Exception cause)
	{
		return new IllegalArgumentException(
			"Expected a timestamp such as 2024-03-05T12:34:56Z, 1709642096.789 (seconds since 1970) or now, but got \"" +
				text + "\".", cause);
	}
}
