// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.cave;

import java.util.Optional;
import java.util.stream.Stream;

import org.imageryclient.geom.Resolution;
import org.imageryclient.json.JsonCursor;

/**
 * What the CAVE info service records of a datastack. Any part may be missing.
 *
 * @param name of the datastack
 * @param imageSource address of the aligned imagery
 * @param segmentationSource address of the proofread segmentation
 * @param viewerResolution the voxel size in which people note positions
 * @param localServer that runs the services of this datastack
 * @param viewerSite a Neuroglancer that shows it
 * @param description in words
 */
public record DatastackInfo(String name, Optional<String> imageSource,
	Optional<String> segmentationSource, Optional<Resolution> viewerResolution,
	Optional<String> localServer, Optional<String> viewerSite,
	Optional<String> description)
{

	static DatastackInfo of(final String name, final JsonCursor record) {
		final Optional<JsonCursor> aligned = record.find("aligned_volume");
		return new DatastackInfo(name, aligned.flatMap(a -> text(a,
			"image_source")), text(record, "segmentation_source"), resolution(record),
			text(record, "local_server"), text(record, "viewer_site"), text(record,
				"description"));
	}

	private static Optional<String> text(final JsonCursor record,
		final String member)
	{
		return record.find(member).map(JsonCursor::asString).filter(s -> !s
			.isBlank());
	}

	private static Optional<Resolution> resolution(final JsonCursor record) {
		final double[] nm = Stream.of("x", "y", "z").map(d -> record.find(
			"viewer_resolution_" + d)).flatMap(Optional::stream).mapToDouble(
				JsonCursor::asDouble).toArray();
		return nm.length == 3 ? Optional.of(Resolution.of(nm)) : Optional.empty();
	}
}
