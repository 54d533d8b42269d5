// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.cutout;

import java.util.Locale;

import org.imageryclient.geom.Long3;
import org.imageryclient.geom.Resolution;

/** Sizes as people read them. */
final class HumanUnits {

	private static final String[] BYTES = { "B", "kB", "MB", "GB", "TB", "PB",
		"EB" };

	private HumanUnits() {}

	/** {@code 12.6 MB}, in powers of 1024 as ImageJ counts. */
	static String bytes(final long bytes) {
		double value = bytes;
		int unit = 0;
		while (value >= 1000 && unit < BYTES.length - 1) {
			value /= 1024;
			unit++;
		}
		return String.format(Locale.ROOT, unit == 0 ? "%.0f %s" : "%.1f %s", value,
			BYTES[unit]);
	}

	/** {@code 1 chunk}, {@code 12 chunks}. */
	static String count(final long number, final String noun) {
		return number + " " + noun + (number == 1 ? "" : "s");
	}

	/** {@code 400 x 400 x 1}. */
	static String size(final Long3 size) {
		return size.x() + " x " + size.y() + " x " + size.z();
	}

	/** {@code 1.6 x 1.6 x 0.04 µm}. */
	static String extent(final Long3 size, final Resolution r) {
		return micrometres(size.x() * r.x()) + " x " + micrometres(size.y() * r
			.y()) + " x " + micrometres(size.z() * r.z()) + " µm";
	}

	private static String micrometres(final double nm) {
		final String text = String.format(Locale.ROOT, "%.3f", nm / 1000);
		return text.replaceAll("\\.?0+$", "");
	}
}
