// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.cutout;

import java.util.Optional;

import org.imageryclient.geom.Resolution;

/**
 * Which scale of a volume to read: by number, by resolution, or the default.
 *
 * <pre>
 * Mip.index(2);
 * Mip.index(-1); // the coarsest
 * Mip.at(Resolution.of(16, 16, 40));
 * </pre>
 *
 * @param index from 0, the finest; below zero counts from the coarsest
 * @param resolution of the scale, exactly
 */
public record Mip(Optional<Integer> index, Optional<Resolution> resolution) {

	/**
	 * The client's default, and where that has none the first scale that is not a
	 * placeholder.
	 */
	public static final Mip DEFAULT = new Mip(Optional.empty(), Optional.empty());

	public Mip {
		if (index.isPresent() && resolution.isPresent())
			throw new IllegalArgumentException(
				"Expected a mip by number or by resolution but got both: " + index
					.get() + " and " + resolution.get() + ".");
	}

	public static Mip index(final int index) {
		return new Mip(Optional.of(index), Optional.empty());
	}

	public static Mip at(final Resolution resolution) {
		return new Mip(Optional.empty(), Optional.of(resolution));
	}

	public boolean isDefault() {
		return index.isEmpty() && resolution.isEmpty();
	}

	/** This one, or {@code other} where this is the default. */
	public Mip or(final Mip other) {
		return isDefault() ? other : this;
	}

	/** {@code default}, {@code 2}, or {@code 16 x 16 x 40 nm}. */
	@Override
	public String toString() {
		return index.map(String::valueOf).or(() -> resolution.map(
			Resolution::toString)).orElse("default");
	}
}
