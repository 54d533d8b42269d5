// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.n5;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.imageryclient.Unsupported;
import org.imageryclient.precomputed.DataType;
import org.janelia.saalfeldlab.n5.N5Reader;
import org.janelia.saalfeldlab.n5.zarr.ZarrKeyValueReader;
import org.janelia.saalfeldlab.n5.zarr.v3.ZarrV3KeyValueReader;

/**
 * What the description of a Zarr array says and the N5 library passes over: it
 * takes codecs that it doesn't know for none, and reads all orders as C. An N5
 * array has none of this. Source: the Zarr storage specification, version 2,
 * and the Zarr core specification, version 3.
 *
 * @param fill what absent chunks hold; empty for 0
 */
record ZarrArray(Optional<JsonPrimitive> fill) {

	/** Of Zarr 2. */
	private static final List<String> KNOWN_COMPRESSORS = List.of("blosc", "bz2",
		"gzip", "zlib", "zstd");

	/**
	 * One GET.
	 *
	 * @param where the address, for messages
	 * @throws Unsupported if the library would misread the array; says what it
	 *           is that it can't read
	 */
	static ZarrArray of(final N5Reader n5, final String path,
		final String where)
	{
		final JsonObject json = description(n5, path);
		member(json, "compressor").filter(JsonElement::isJsonObject).map(
			ZarrArray::id).filter(id -> !KNOWN_COMPRESSORS.contains(id)).ifPresent(
				id -> {
					throw unreadable(where, path, "compressed by one of " +
						KNOWN_COMPRESSORS, "compressed by \"" + id + "\"");
				});
		member(json, "filters").filter(JsonElement::isJsonArray).map(
			JsonElement::getAsJsonArray).filter(filters -> !filters.isEmpty())
			.ifPresent(filters -> {
				throw unreadable(where, path, "without filters", "one with " + names(
					filters));
			});
		member(json, "order").filter(order -> order.getAsString().equals("F"))
			.ifPresent(order -> {
				throw unreadable(where, path, "in order C", "in order F");
			});
		return new ZarrArray(member(json, "fill_value").filter(
			JsonElement::isJsonPrimitive).map(JsonElement::getAsJsonPrimitive).filter(
				fill -> !fill.isNumber() || fill.getAsDouble() != 0));
	}

	/**
	 * The names of the codecs of an array of Zarr 3, whether the library knows
	 * them or not; nothing where there is no such array.
	 */
	static Optional<String> codecs(final N5Reader n5, final String path) {
		return member(description(n5, path), "codecs").filter(
			JsonElement::isJsonArray).map(codecs -> names(codecs.getAsJsonArray()));
	}

	/** Samples of an absent chunk. */
	Object samples(final DataType type, final int count) {
		final Object samples = type.newArray(count);
		fill.ifPresent(value -> {
			if (samples instanceof byte[] a) Arrays.fill(a, (byte) whole(value));
			else if (samples instanceof short[] a) Arrays.fill(a, (short) whole(
				value));
			else if (samples instanceof int[] a) Arrays.fill(a, (int) whole(value));
			else if (samples instanceof long[] a) Arrays.fill(a, whole(value));
			else if (samples instanceof float[] a) Arrays.fill(a, (float) real(value,
				true));
			else Arrays.fill((double[]) samples, real(value, false));
		});
		return samples;
	}

	/** Of any 64 bits. */
	private static long whole(final JsonPrimitive value) {
		return value.getAsBigDecimal().toBigInteger().longValue();
	}

	/** A number, NaN, an infinity, or the bits of one as "0x7fc00000". */
	private static double real(final JsonPrimitive value, final boolean isFloat) {
		final String text = value.getAsString();
		if (!text.startsWith("0x")) return Double.parseDouble(text);
		final long bits = Long.parseUnsignedLong(text.substring(2), 16);
		return isFloat ? Float.intBitsToFloat((int) bits) : Double.longBitsToDouble(
			bits);
	}

	private static Unsupported unreadable(final String where, final String path,
		final String expected, final String found)
	{
		return new Unsupported("Expected an array " + expected + " at " + where +
			"/" + path + " but it is " + found +
			", which the N5 library can't read; try to save it anew.");
	}

	private static String names(final JsonArray codecs) {
		return codecs.asList().stream().map(ZarrArray::id).toList().toString();
	}

	/** As Zarr 2 calls it, or 3. */
	private static String id(final JsonElement codec) {
		return codec.isJsonObject() ? codec.getAsJsonObject().asMap().entrySet()
			.stream().filter(e -> Set.of("id", "name").contains(e.getKey())).findFirst()
			.map(e -> e.getValue().getAsString()).orElse(codec.toString()) : codec
				.toString();
	}

	private static Optional<JsonElement> member(final JsonObject json,
		final String name)
	{
		return Optional.ofNullable(json.get(name));
	}

	/** The array's own, as it is stored; not its attributes. N5 has none. */
	private static JsonObject description(final N5Reader n5,
		final String path)
	{
		final JsonElement json = n5 instanceof ZarrV3KeyValueReader zarr3 ? zarr3
			.getRawAttributes(path) : n5 instanceof ZarrKeyValueReader zarr2 ? zarr2
				.getAttributesFromContainer(path, ZarrKeyValueReader.ZARRAY_FILE) : null;
		return json instanceof JsonObject object ? object : new JsonObject();
	}
}
