// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.bdv;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.imageryclient.geom.Point;
import org.imageryclient.geom.Resolution;

/**
 * A position as people paste it: {@code 5319, 8677, 1201} in voxels of a stated
 * resolution, as Neuroglancer copies it, or {@code 21276 34708 48040 nm}.
 */
final class PositionText {

	private static final Pattern NM = Pattern.compile("(?i)(.*?)\\s*nm\\s*");
	private static final String NUMBER =
		"[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?";

	private PositionText() {}

	/**
	 * Where that is in nm. A whole number names a voxel, which is shown at its
	 * centre; one with a fraction is where it says, as in Neuroglancer.
	 *
	 * @throws IllegalArgumentException unless there are three numbers
	 */
	static Point nm(final String text, final Resolution voxels) {
		final Matcher nm = NM.matcher(text);
		final boolean isNm = nm.matches();
		final String[] words = Arrays.stream((isNm ? nm.group(1) : text).split(
			"[\\s,;\\[\\]()]+")).filter(w -> !w.isEmpty()).toArray(String[]::new);
		if (words.length != 3 || !Arrays.stream(words).allMatch(w -> w.matches(
			NUMBER))) throw new IllegalArgumentException(
				"Expected a position as three numbers, such as \"5319, 8677, 1201\" in voxels of " +
					voxels + " or \"21276, 34708, 48040 nm\", but was \"" + text + "\".");
		final double[] position = new double[3];
		for (int d = 0; d < 3; d++) {
			position[d] = Double.parseDouble(words[d]);
			if (!isNm) position[d] = (words[d].matches("[-+]?\\d+") ? position[d] +
				0.5 : position[d]) * voxels.get(d);
		}
		return Point.of(position);
	}

	/** A position in voxels, as {@link #nm} reads it. */
	static String voxels(final double[] nm, final Resolution voxels) {
		final long[] position = new long[3];
		for (int d = 0; d < 3; d++)
			position[d] = (long) Math.floor(nm[d] / voxels.get(d));
		return position[0] + ", " + position[1] + ", " + position[2];
	}
}
