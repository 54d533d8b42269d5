// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.export;

import java.util.Locale;

/**
 * The file names of the reference's code (its documentation gives others): one
 * slice is {@code fig_imagery.png} and {@code fig_root_id_8646….png}, several
 * are {@code fig_slice_0_imagery.png} and {@code fig_slice_0_root_id_8646….png},
 * counted from 0 along the slice axis and not padded.
 *
 * @param prefix as given, a folder included; nothing is put in or taken out
 * @param sliceCount number of slices of the cutout
 * @param extension without the dot
 */
public record SliceNames(String prefix, long sliceCount, String extension) {

	/** How the names of imagery end. */
	static final String IMAGERY = "imagery";

	/**
	 * How the names of one channel of imagery end, where channels don't make one
	 * picture. The reference can't save these.
	 */
	static String channel(final String suffix, final int channel) {
		return suffix + "_channel_" + channel;
	}

	/**
	 * How the names of a root's masks end.
	 *
	 * @param root unsigned id
	 */
	static String mask(final long root) {
		return "root_id_" + Long.toUnsignedString(root);
	}

	/**
	 * A picture of a slice as it is seen, {@code fig.png} or
	 * {@code fig_slice_0.png}. The reference has none.
	 */
	public String picture(final long slice) {
		final String end = "." + extension;
		final String stem = prefix.toLowerCase(Locale.ROOT).endsWith(end) ? prefix
			.substring(0, prefix.length() - end.length()) : prefix;
		return stem + (sliceCount == 1 ? "" : "_slice_" + slice) + end;
	}

	/**
	 * What there is of a slice.
	 *
	 * @param suffix how the name ends, without the extension
	 */
	public String slice(final long slice, final String suffix) {
		return prefix + (sliceCount == 1 ? "_" : "_slice_" + slice + "_") + suffix +
			"." + extension;
	}
}
