// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.color;

import com.carrotsearch.hppc.LongIntHashMap;

import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** The kinds of {@link ColorScheme}. */
final class Schemes {

	private static final int OPAQUE = 0xff000000;
	private static final int WHITE = 0xffffffff;

	private Schemes() {}

	/** Neuroglancer's colours. */
	record Hashed(int seed) implements ColorScheme {

	@Override
	public RootColors forIds(final long... ids) {
		return RootColors.hashed(seed);
	}

	@Override
	public OptionalInt hashSeed() {
		return OptionalInt.of(seed);
	}

	@Override
	public String toString() {
		return seed == 0 ? "hashed" : "hashed " + Integer.toUnsignedString(seed);
	}

}

/** One colour for all. */
	record Solid(int argb) implements ColorScheme {

	@Override
	public RootColors forIds(final long... ids) {
		return argb == WHITE ? RootColors.WHITE : id -> argb;
	}

	@Override
	public OptionalInt solidColor() {
		return OptionalInt.of(argb);
	}

	@Override
	public String toString() {
		return argb == WHITE ? "white" : RootColors.text(argb);
	}

	}

	/** A colour for each id by its place in the list. */
	record OfPalette(Palette palette) implements ColorScheme {

	@Override
	public RootColors forIds(final long... ids) {
		final double[][] colors = palette.colors(ids.length);
		final LongIntHashMap table = new LongIntHashMap(ids.length);
		for (int i = 0; i < ids.length; i++)
			table.put(ids[i], OPAQUE | Palette.rgb(colors[i]));
		return new FixedColors(table, RootColors.WHITE);
	}

	@Override
	public String toString() {
		return palette.toString();
	}

	}

	/** Some ids by a table. */
	record Fixed(Map<Long, Integer> colors, ColorScheme others) implements
		ColorScheme
	{

	@Override
	public RootColors forIds(final long... ids) {
		final LongIntHashMap table = new LongIntHashMap(colors.size());
		colors.forEach(table::put);
		return new FixedColors(table, others.forIds(Arrays.stream(ids).filter(
			id -> !colors.containsKey(id)).toArray()));
	}

	@Override
	public Map<Long, Integer> givenColors() {
		return Collections.unmodifiableMap(colors);
	}

	@Override
	public OptionalInt hashSeed() {
		return others.hashSeed();
	}

	@Override
	public OptionalInt solidColor() {
		return others.solidColor();
	}

	@Override
	public String toString() {
		return colors.entrySet().stream().map(e -> Long.toUnsignedString(e
			.getKey()) + "=" + RootColors.text(e.getValue())).collect(Collectors
				.joining(" ")) + " " + others;
	}

}}
