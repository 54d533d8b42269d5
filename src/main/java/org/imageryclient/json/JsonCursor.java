// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.json;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import com.google.gson.stream.JsonReader;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.imageryclient.CorruptData;

/**
 * A value in a JSON document that knows where it is, so that what is wrong with
 * it can be said in one line:
 *
 * <pre>
 *
 * JsonCursor info = JsonCursor.parse(text, address);
 * long width = info.get("scales").at(0).get("size").at(0).asLong();
 * // Expected a whole number but was "x" at $.scales[0].size[0] of https://…/info; …
 * </pre>
 *
 * Whole numbers are exact up to 64 bits. Reading is strict (RFC 8259). No I/O;
 * every failure is {@link CorruptData}.
 */
public final class JsonCursor {

	private static final Gson GSON = new Gson();

	private static final BigInteger UNSIGNED_LIMIT = BigInteger.ONE.shiftLeft(64);

	/** Longer texts than this are no numbers that anyone means. */
	private static final int MAX_NUMBER_LENGTH = 400;

	private static final int MAX_QUOTE_LENGTH = 60;

	private static final Pattern PLACE = Pattern.compile("line \\d+ column \\d+");

	private final JsonElement element;

	private final String path;

	private final String where;

	private JsonCursor(final JsonElement element, final String path,
		final String where)
	{
		this.element = element;
		this.path = path;
		this.where = where;
	}

	/**
	 * @param where the address of the document, for messages
	 * @throws CorruptData if the text is not one JSON value
	 */
	public static JsonCursor parse(final String json, final String where) {
		final JsonReader reader = new JsonReader(new StringReader(json));
		try {
			final JsonElement root = GSON.getAdapter(JsonElement.class).read(reader);
			// Throws if something follows.
			reader.peek();
			return new JsonCursor(root, "$", where);
		}
		catch (IOException | JsonParseException | IllegalStateException
				| NumberFormatException exc)
		{
			throw notJson(json, brokenAt(exc), where, exc);
		}
	}

	/** The place of this value, such as {@code $.scales[0].size}. */
	public String path() {
		return path;
	}

	/** The address of the document. */
	public String where() {
		return where;
	}

	public boolean isObject() {
		return element.isJsonObject();
	}

	public boolean isArray() {
		return element.isJsonArray();
	}

	public boolean isString() {
		return element.isJsonPrimitive() && element.getAsJsonPrimitive().isString();
	}

	/**
	 * A member that must be there.
	 *
	 * @throws CorruptData if this is no object, or has no such member, or null
	 */
	public JsonCursor get(final String member) {
		return find(member).orElseThrow(() -> new CorruptData(
			"Expected a member \"" + member + "\" but there is none at " + place()));
	}

	/**
	 * A member that may be there; one that is null counts as absent.
	 *
	 * @throws CorruptData if this is no object
	 */
	public Optional<JsonCursor> find(final String member) {
		if (!isObject()) throw error("an object");
		final JsonElement value = element.getAsJsonObject().get(member);
		if (value == null || value.isJsonNull()) return Optional.empty();
		return Optional.of(new JsonCursor(value, path + "." + member, where));
	}

	/** The names of all members, in the order of the document. */
	public List<String> members() {
		if (!isObject()) throw error("an object");
		return List.copyOf(element.getAsJsonObject().keySet());
	}

	/** The number of elements of an array. */
	public int size() {
		if (!isArray()) throw error("an array");
		return element.getAsJsonArray().size();
	}

	/** The element {@code index} of an array, from 0. */
	public JsonCursor at(final int index) {
		if (index >= size()) throw error("an array of more than " + index +
			" elements");
		return new JsonCursor(element.getAsJsonArray().get(index), path + "[" +
			index + "]", where);
	}

	/** All elements of an array. */
	public List<JsonCursor> elements() {
		final int n = size();
		final List<JsonCursor> all = new ArrayList<>(n);
		for (int i = 0; i < n; i++)
			all.add(at(i));
		return List.copyOf(all);
	}

	public String asString() {
		if (!isString()) throw error("a string");
		return element.getAsString();
	}

	public boolean asBoolean() {
		if (!element.isJsonPrimitive() || !element.getAsJsonPrimitive().isBoolean())
			throw error("true or false");
		return element.getAsBoolean();
	}

	/** A finite number. */
	public double asDouble() {
		if (!isNumber()) throw error("a number");
		final double value = element.getAsDouble();
		if (!Double.isFinite(value)) throw error("a finite number");
		return value;
	}

	/**
	 * A whole number of at most 64 bits, exactly; {@code 5.0} is 5.
	 */
	public long asLong() {
		final String expected = "a whole number of at most 64 bits";
		try {
			return wholeNumber(expected).longValueExact();
		}
		catch (final ArithmeticException exc) {
			throw error(expected);
		}
	}

	/** A whole number from {@code min} to {@code max}, both included. */
	public long asLong(final long min, final long max) {
		final String expected = "a whole number from " + min +
			(max == Long.MAX_VALUE ? "" : " to " + max);
		final BigInteger value = wholeNumber(expected);
		if (value.compareTo(BigInteger.valueOf(min)) < 0 || value.compareTo(
			BigInteger.valueOf(max)) > 0) throw error(expected);
		return value.longValue();
	}

	/**
	 * An unsigned 64-bit number, exactly, as a number or as a string of decimal
	 * digits: the form of segment ids.
	 */
	public long asUnsignedLong() {
		final String expected =
			"an unsigned 64-bit number, or one as decimal digits in a string";
		final BigInteger value;
		if (isString()) {
			final String digits = element.getAsString();
			if (!digits.matches("[0-9]{1,20}")) throw error(expected);
			value = new BigInteger(digits);
		}
		else value = wholeNumber(expected);
		if (value.signum() < 0 || value.compareTo(UNSIGNED_LIMIT) >= 0) throw error(
			expected);
		return value.longValue();
	}

	/** The value as compact JSON. */
	public String toJson() {
		return element.toString();
	}

	/**
	 * What to throw where this value is not what it must be.
	 *
	 * @param expected in words, such as {@code a positive number}
	 */
	public CorruptData error(final String expected) {
		return new CorruptData("Expected " + expected + " but was " + quote(element
			.toString()) + " at " + place());
	}

	@Override
	public String toString() {
		return path + " of " + where;
	}

	private BigInteger wholeNumber(final String expected) {
		if (!isNumber()) throw error(expected);
		final String text = element.getAsString();
		if (text.length() > MAX_NUMBER_LENGTH) throw error(expected);
		final BigDecimal value = new BigDecimal(text);
		// 1e999999999 is valid JSON, and must not become a billion digits.
		if (value.signum() != 0 && value.precision() - (long) value.scale() > 20)
			throw error(expected);
		try {
			return value.toBigIntegerExact();
		}
		catch (final ArithmeticException exc) {
			throw error(expected);
		}
	}

	private boolean isNumber() {
		if (!element.isJsonPrimitive()) return false;
		final JsonPrimitive primitive = element.getAsJsonPrimitive();
		return primitive.isNumber();
	}

	private String place() {
		return path + " of " + where + "; " + remedy();
	}

	private static CorruptData notJson(final String text, final String reason,
		final String where, final Exception cause)
	{
		final String found = text.isBlank() ? "nothing" : quote(text.strip());
		return new CorruptData("Expected JSON but was " + found + " (" + reason +
			") at $ of " + where + "; " + remedy(), cause);
	}

	private static String remedy() {
		return "try another copy, or report it to those who publish it.";
	}

	/**
	 * Gson's own words are for programmers; only its place in the text is kept.
	 */
	private static String brokenAt(final Exception exc) {
		final Matcher place = PLACE.matcher(String.valueOf(exc.getMessage()));
		return place.find() ? "broken at " + place.group() : "broken";
	}

	private static String quote(final String text) {
		final String line = text.replaceAll("\\s+", " ");
		return line.length() <= MAX_QUOTE_LENGTH ? line : line.substring(0,
			MAX_QUOTE_LENGTH) + "…";
	}
}
