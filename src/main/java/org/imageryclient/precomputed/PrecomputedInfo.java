// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.precomputed;

import java.util.List;
import java.util.Optional;

import org.imageryclient.geom.VoxelBox;

/**
 * What the {@code info} file of a precomputed volume says. Source: specification
 * of the precomputed volume format; the rules where readers differ are those of
 * Neuroglancer.
 *
 * @param kind for presentation only
 * @param channels at least 1
 * @param scales at least one; the first is the finest and defines the volume
 * @param rois the regions outside of which there is only background, in voxels
 *          of the first scale; empty where nothing is said
 * @param mesh the key of the meshes, if any
 * @param skeletons the key of the skeletons, if any
 * @param segmentProperties the key of the segment properties, if any
 * @param json the file itself, with the members that mean nothing here
 */
public record PrecomputedInfo(Kind kind, DataType dataType, int channels,
	List<Scale> scales, List<VoxelBox> rois, Optional<String> mesh,
	Optional<String> skeletons, Optional<String> segmentProperties, String json)
{

	public PrecomputedInfo {
		scales = List.copyOf(scales);
		rois = List.copyOf(rois);
	}

	/**
	 * Reads an {@code info} file. No I/O. Encodings that can't be read are no
	 * error here: other scales may still be usable.
	 *
	 * @param where the address of the file, for messages
	 * @throws org.imageryclient.CorruptData if it is no JSON, or a member is
	 *           missing or wrong: the message names its path
	 * @throws org.imageryclient.Unsupported if it describes something other than
	 *           a volume, or samples of a type that can't be read
	 */
	public static PrecomputedInfo parse(final String json, final String where) {
		return InfoParser.parse(json, where);
	}

	/** What the samples mean. */
	public enum Kind {
			IMAGE, SEGMENTATION
	}
}
