// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.link;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Puts a state into the address of a viewer. */
final class ViewerLink {

	/** What chat programs and browsers leave alone in an address. */
	private static final String PLAIN = "-_.~/:,";

	private static final Pattern SITE = Pattern.compile(
		"https?://[^/\\s?#@]+(/[^\\s?#]*)?");

	private ViewerLink() {}

	/**
	 * @param site such as {@code https://spelunker.cave-explorer.org}
	 * @throws IllegalArgumentException if it is no web address
	 */
	static String of(final String site, final String json) {
		if (!SITE.matcher(site.strip()).matches())
			throw new IllegalArgumentException(
				"Expected the address of a Neuroglancer, such as " +
					NeuroglancerState.DEMO_SITE + ", but was \"" + site + "\".");
		return site.strip().replaceFirst("/+$", "") + "/#!" + encoded(json);
	}

	private static String encoded(final String json) {
		final StringBuilder fragment = new StringBuilder(2 * json.length());
		for (final byte b : json.getBytes(StandardCharsets.UTF_8)) {
			final char c = (char) (b & 0xff);
			if (c < 128 && Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0)
				fragment.append(c);
			else fragment.append(String.format("%%%02X", (int) c));
		}
		return fragment.toString();
	}
}
