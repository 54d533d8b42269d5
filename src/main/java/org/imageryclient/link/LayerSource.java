// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.link;

import java.util.Optional;

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

	/** A volume where it says that it is. */
	public static LayerSource of(final String url) {
		return new LayerSource(url, Optional.empty());
	}

	/** Whether it is the address of a volume that can be read here. */
	public boolean isReadable() {
		try {
			SourceUrl.parse(url);
			return url.contains("://");
		}
		catch (final IllegalArgumentException | Unsupported e) {
			return false;
		}
	}
}
