// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.link;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.imageryclient.Unsupported;
import org.imageryclient.store.SourceUrl;

/**
 * The address of a volume as Neuroglancer spells it, such as
 * {@code graphene://middleauth+https://host/segmentation/table/name}.
 */
final class ViewerAddress {

	/** Buckets that Neuroglancer knows by these names too. */
	private static final Pattern BUCKET = Pattern.compile(
		"(?i)(?:precomputed://)?((?:gs|s3)://(?!https?:)[^|#]*?)/*(?:\\|.*|#.*)?");

	private ViewerAddress() {}

	/**
	 * @param source in any form of {@link SourceUrl#parse}; what that doesn't
	 *          know stays as it is
	 */
	static String of(final String source) {
		final Matcher bucket = BUCKET.matcher(source.strip());
		if (bucket.matches()) return "precomputed://" + bucket.group(1);
		try {
			final SourceUrl url = SourceUrl.parse(source);
			return url.formatWord() + "://" + (url.authenticated() ? "middleauth+"
				: "") + url.address();
		}
		catch (final IllegalArgumentException | Unsupported e) {
			return source;
		}
	}
}
