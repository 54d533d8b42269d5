// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.cutout;

import com.carrotsearch.hppc.LongHashSet;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;

import org.imageryclient.mask.RootId;

/**
 * Which segments a cutout shows. Source: {@code root_ids} of ImageryClient.
 *
 * <pre>
 * RootSelection.all();
 * RootSelection.of("864691135571546917", 864691136577830164L);
 * RootSelection.rawIds(); // the ids as stored, without looking up roots
 * </pre>
 */
public final class RootSelection {

	private enum Kind {
			ALL, LISTED, RAW
	}

	private static final int MOST_DESCRIBED = 5;

	private static final RootSelection ALL = new RootSelection(Kind.ALL,
		new long[0]);
	private static final RootSelection RAW = new RootSelection(Kind.RAW,
		new long[0]);

	private final Kind kind;
	private final long[] ids;

	private RootSelection(final Kind kind, final long[] ids) {
		this.kind = kind;
		this.ids = ids;
	}

	/** Every segment, by its root id. */
	public static RootSelection all() {
		return ALL;
	}

	/** The ids as the volume stores them: supervoxels where there are such. */
	public static RootSelection rawIds() {
		return RAW;
	}

	/**
	 * These segments; all else is 0. None is a selection too.
	 *
	 * @param ids whole numbers of any kind or their decimal digits as text; taken
	 *          as unsigned 64-bit numbers. A Java {@code long} above 2^63 has a
	 *          sign: give it as text, or use {@link #ofBits}
	 * @throws IllegalArgumentException if one is no unsigned 64-bit number; names
	 *           it
	 */
	public static RootSelection of(final Collection<?> ids) {
		return ofBits(ids.stream().mapToLong(RootId::parse).toArray());
	}

	/** The same, for ids one after the other. */
	public static RootSelection of(final Object... ids) {
		return of(Arrays.asList(ids));
	}

	/** The same, for ids held as the 64 bits of a Java {@code long}. */
	public static RootSelection ofBits(final long... ids) {
		return new RootSelection(Kind.LISTED, Arrays.stream(ids).distinct()
			.toArray());
	}

	/**
	 * A selection as it is written: {@code all}, {@code raw}, or ids separated by
	 * spaces, commas or semicolons.
	 *
	 * @throws IllegalArgumentException for anything else
	 */
	public static RootSelection parse(final String text) {
		final String trimmed = text.trim();
		if (trimmed.equalsIgnoreCase("all")) return ALL;
		if (trimmed.equalsIgnoreCase("raw")) return RAW;
		final String[] words = trimmed.isEmpty() ? new String[0] : trimmed.split(
			"[\\s,;]+");
		try {
			return of((Object[]) words);
		}
		catch (final IllegalArgumentException e) {
			throw new IllegalArgumentException(
				"Expected roots as \"all\", \"raw\" or a list of ids but got \"" +
					text + "\": " + e.getMessage(), e);
		}
	}

	public boolean isAll() {
		return kind == Kind.ALL;
	}

	public boolean isRaw() {
		return kind == Kind.RAW;
	}

	/** Whether only the {@link #ids()} are shown. */
	public boolean isListed() {
		return kind == Kind.LISTED;
	}

	/** The listed ids in the given order, each once; empty where not listed. */
	public long[] ids() {
		return ids.clone();
	}

	/** The table with all ids but the selected ones replaced by 0. */
	long[] applyTo(final long[] table) {
		if (kind != Kind.LISTED) return table;
		final LongHashSet wanted = LongHashSet.from(ids);
		return Arrays.stream(table).map(id -> wanted.contains(id) ? id : 0)
			.toArray();
	}

	@Override
	public boolean equals(final Object other) {
		return other instanceof RootSelection r && kind == r.kind && Arrays.equals(
			ids, r.ids);
	}

	@Override
	public int hashCode() {
		return 31 * kind.hashCode() + Arrays.hashCode(ids);
	}

	/** The selection in a few words, however many ids it lists. */
	String describe() {
		return ids.length > MOST_DESCRIBED ? ids.length + " ids, " + Long
			.toUnsignedString(ids[0]) + " the first" : isListed() && ids.length == 0
				? "none" : toString();
	}

	/** What {@link #parse} reads. */
	@Override
	public String toString() {
		return switch (kind) {
			case ALL -> "all";
			case RAW -> "raw";
			case LISTED -> Arrays.stream(ids).mapToObj(Long::toUnsignedString)
				.collect(Collectors.joining(" "));
		};
	}
}
