// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.graphene;

import java.util.Map;

import org.imageryclient.geom.Long3;

/**
 * How a chunked graph packs layer, chunk and number into a 64-bit id, from the
 * most significant bit down: {@code layer | x | y | z | number}. Layer 1 holds
 * supervoxels, the highest layer roots; 0 is background.
 *
 * @param layerBits bits of the layer number, 8 in practice
 * @param layerCount the layer of roots
 * @param spatialBits bits of each chunk coordinate, by layer
 * @see <a href=
 *      "https://github.com/CAVEconnectome/PyChunkedGraph">PyChunkedGraph</a>,
 *      {@code graph.spatial_bit_masks} of the info
 */
public record SegmentLayout(int layerBits, int layerCount,
	Map<Integer, Integer> spatialBits)
{

	public SegmentLayout {
		spatialBits = Map.copyOf(spatialBits);
	}

	/** The layer of an id: 0 for background, 1 for a supervoxel. */
	public int layer(final long id) {
		return (int) (id >>> Long.SIZE - layerBits);
	}

	public boolean isSupervoxel(final long id) {
		return layer(id) == 1;
	}

	public boolean isRoot(final long id) {
		return layer(id) == layerCount;
	}

	/**
	 * Where an id's chunk lies in the grid of its own layer.
	 *
	 * @throws IllegalArgumentException if the graph has no such layer
	 */
	public Long3 chunk(final long id) {
		final int bits = bits(id);
		final int end = Long.SIZE - layerBits;
		final long mask = (1L << bits) - 1;
		return new Long3(id >>> end - bits & mask, id >>> end - 2 * bits & mask,
			id >>> end - 3 * bits & mask);
	}

	/**
	 * The number of an id within its chunk.
	 *
	 * @throws IllegalArgumentException if the graph has no such layer
	 */
	public long number(final long id) {
		return id & (1L << Long.SIZE - layerBits - 3 * bits(id)) - 1;
	}

	private int bits(final long id) {
		final Integer bits = spatialBits.get(layer(id));
		if (bits == null) throw new IllegalArgumentException(
			"Expected an id of layer 1 to " + layerCount + " but " + Long
				.toUnsignedString(id) + " is of layer " + layer(id) + ".");
		return bits;
	}
}
