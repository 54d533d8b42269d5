// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.volume;

import org.imageryclient.http.HttpTransport;
import org.imageryclient.precomputed.PrecomputedVolume;
import org.imageryclient.store.SourceUrl;
import org.imageryclient.store.Stores;

/**
 * The chunks of a volume on this disk, for formats that stand in for servers.
 */
public final class LocalPrecomputed {

	private LocalPrecomputed() {}

	public static ChunkSource open(final String folder) {
		return new PrecomputedSource(PrecomputedVolume.open(SourceUrl.parse(folder),
			new Stores(HttpTransport.anonymous())));
	}
}
