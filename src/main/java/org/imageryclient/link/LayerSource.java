// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.link;

import java.util.Optional;
import java.util.regex.Pattern;

import org.imageryclient.Unsupported;
import org.imageryclient.store.SourceUrl;

/**
 * Where the data of a layer comes from.
 *
 * @param url as Neuroglancer has it, such as {@code precomputed://gs://b/em}
 * @param moved where the link moves, turns or scales the volume: the place in
 *          the state that says so
 */
public record LayerSource(String url, Optional<String> moved) {

	/** Meshes and skeletons beside a volume may be named so. */
	private static final Pattern OTHER_DATA = Pattern.compile("#.*type=");

	/** A volume where it says that it is. */
	public static LayerSource of(final String url) {
		return new LayerSource(url, Optional.empty());
	}

	/** Whether it is the address of a volume that can be read here. */
	public boolean isReadable() {
		if (OTHER_DATA.matcher(url).find()) return false;
		try {
			SourceUrl.parse(url);
			return url.contains("://");
		}
		catch (final IllegalArgumentException | Unsupported e) {
			return false;
		}
	}
}
