// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.graphene;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.imageryclient.json.JsonCursor;

/**
 * Which roots the voxels of some roots belonged to at other times. A root that
 * the server has nothing to say of is missing.
 *
 * @param past by root, in the order of the server
 * @param future the same, for a later time
 */
public record IdMapping(Map<Long, List<Long>> past,
	Map<Long, List<Long>> future)
{

	static IdMapping parse(final JsonCursor reply) {
		return new IdMapping(map(reply.get("past_id_map")), map(reply.get(
			"future_id_map")));
	}

	/** A server gives one id alone, and several as a list. */
	private static Map<Long, List<Long>> map(final JsonCursor byRoot) {
		final Map<Long, List<Long>> map = new LinkedHashMap<>();
		for (final String root : byRoot.members()) {
			final JsonCursor ids = byRoot.get(root);
			map.put(Long.parseUnsignedLong(root), ids.isArray() ? ids.elements()
				.stream().map(JsonCursor::asUnsignedLong).toList() : List.of(ids
					.asUnsignedLong()));
		}
		return Collections.unmodifiableMap(map);
	}
}
