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

	/** The imagery of a slice. */
	public String imagery(final long slice) {
		return start(slice) + "imagery." + extension;
	}

	/**
	 * One channel of the imagery of a slice, for channels that don't make one
	 * picture. The reference can't save these.
	 */
	public String imagery(final long slice, final int channel) {
		return start(slice) + "imagery_channel_" + channel + "." + extension;
	}

	/**
	 * The mask of a root in a slice.
	 *
	 * @param root unsigned id
	 */
	public String mask(final long slice, final long root) {
		return start(slice) + "root_id_" + Long.toUnsignedString(root) + "." +
			extension;
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

	private String start(final long slice) {
		return prefix + (sliceCount == 1 ? "_" : "_slice_" + slice + "_");
	}
}
