// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.golden;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import java.time.OffsetDateTime;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The call of a case as a Python script would write it. */
final class PythonSource {

	/** What the scripts begin with: the names that calls use. */
	static final String PRELUDE = """
			import datetime
			import imageryclient as ic

			class Zone(datetime.tzinfo):
			    def __init__(self, seconds):
			        self.offset = datetime.timedelta(seconds=seconds)
			    def utcoffset(self, time):
			        return self.offset
			    def dst(self, time):
			        return None
			""";

	private PythonSource() {}

	/** {@code name(argument = value, …)}. */
	static String call(final String name, final Map<String, String> arguments) {
		return arguments.entrySet().stream().map(a -> a.getKey() + "=" + a
			.getValue()).collect(Collectors.joining(", ", name + "(", ")"));
	}

	/** A value with the tags of golden/README.md, as Python writes it. */
	static String literal(final JsonElement value) {
		if (value.isJsonNull()) return "None";
		if (value.isJsonArray()) return list(value);
		if (value.isJsonObject()) return tagged(value.getAsJsonObject());
		if (value.getAsJsonPrimitive().isBoolean()) return value.getAsBoolean()
			? "True" : "False";
		return value.getAsJsonPrimitive().isNumber() ? value.getAsString() : text(
			value.getAsString());
	}

	static String text(final String value) {
		return "u'" + value.chars().mapToObj(c -> c < ' ' || c > '~' || c == '\'' ||
			c == '\\' ? String.format("\\u%04x", c) : String.valueOf((char) c))
			.collect(Collectors.joining()) + "'";
	}

	private static String tagged(final JsonObject value) {
		final Map.Entry<String, JsonElement> only = value.entrySet().iterator()
			.next();
		return switch (only.getKey()) {
			case "$ids" -> PythonArguments.ids(value).stream().collect(Collectors
				.joining(", ", "[", "]"));
			case "$array" -> literal(only.getValue());
			case "$datetime" -> time(only.getValue().getAsString());
			case "$idmap" -> only.getValue().getAsJsonObject().entrySet().stream()
				.map(e -> e.getKey() + ": " + literal(e.getValue())).collect(Collectors
					.joining(", ", "{", "}"));
			default -> throw new CaseProblem("The runner knows no tag " + only
				.getKey() + ".");
		};
	}

	private static String list(final JsonElement values) {
		final List<String> parts = new ArrayList<>();
		values.getAsJsonArray().forEach(v -> parts.add(literal(v)));
		return "[" + String.join(", ", parts) + "]";
	}

	private static String time(final String iso) {
		try {
			final OffsetDateTime time = OffsetDateTime.parse(iso);
			return time(time.toLocalDateTime(), ", Zone(" + time.getOffset()
				.getTotalSeconds() + ")");
		}
		catch (final DateTimeParseException withoutZone) {
			return time(LocalDateTime.parse(iso), "");
		}
	}

	private static String time(final LocalDateTime t, final String zone) {
		return "datetime.datetime(" + List.of(t.getYear(), t.getMonthValue(), t
			.getDayOfMonth(), t.getHour(), t.getMinute(), t.getSecond(), t.getNano() /
				1000).stream().map(String::valueOf).collect(Collectors.joining(", ")) +
			zone + ")";
	}
}
