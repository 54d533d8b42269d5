// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.volume;

import org.imageryclient.Unsupported;
import org.imageryclient.graphene.ChunkedGraphClient;
import org.imageryclient.graphene.GrapheneAddress;
import org.imageryclient.graphene.GrapheneInfo;
import org.imageryclient.precomputed.PrecomputedInfo;
import org.imageryclient.precomputed.PrecomputedVolume;
import org.imageryclient.store.SourceUrl;

/**
 * Opens {@code graphene://} sources: the description comes from the graph's
 * server, which gets the token; the supervoxels from the bucket that the
 * description names, which does not (ruling 33 of doc/parity.md).
 */
final class GrapheneVolume {

	private GrapheneVolume() {}

	static Volume<?> open(final SourceUrl url, final ReadSession session) {
		final ChunkedGraphClient graph = new ChunkedGraphClient(GrapheneAddress.of(
			url), session.stores().transport());
		final GrapheneInfo info = graph.info();
		final SourceUrl dataDir = SourceUrl.parse(info.dataDir()).anonymous();
		// Nor must a server lead into the user's own disk.
		if (dataDir.isFile()) throw new Unsupported(
			"Expected supervoxels in a bucket but those of " + graph.address() +
				" are in " + info.dataDir() +
				", a folder of the server; ask those who run it.");
		final PrecomputedVolume supervoxels = PrecomputedVolume.of(url.text(),
			PrecomputedInfo.parse(info.json(), graph.address().info().toString()),
			session.stores().open(dataDir));
		return Volume.of(new PrecomputedSource(supervoxels), session,
			new Agglomeration(session, session.lookup(graph, info.layout())));
	}
}
