// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.picture;

import java.util.Optional;

import org.imageryclient.cutout.Cutout;
import org.imageryclient.cutout.ImageCutout;
import org.imageryclient.geom.Long3;
import org.imageryclient.geom.Resolution;
import org.imageryclient.precomputed.DataType;
import org.imageryclient.volume.Planes;

/**
 * Voxels as x, y planes: what slices and stacks are written from. Planes may be
 * made on demand, so a stack can be larger than memory.
 */
public interface PlaneStack {

	/** Voxels along x, y, z. */
	Long3 size();

	/** Samples per voxel. */
	int channels();

	/** The type of all samples. */
	DataType dataType();

	/** The size of its voxels. */
	Resolution resolution();

	/**
	 * The voxel of its lower corner on the grid of {@link #resolution()}: sample
	 * (0, 0, 0) covers from {@code origin * resolution} nm on.
	 */
	Long3 origin();

	/**
	 * The {@code size().x() * size().y()} samples of a plane, x fastest, in the
	 * kind of array of {@link DataType#newArray}. The array may be shared: don't
	 * change it.
	 */
	Object plane(int channel, int z);

	/**
	 * What a reader of the file should know about its samples, in lines; empty
	 * for imagery.
	 */
	default String notes() {
		return "";
	}

	/** Of which cutout these are voxels, where they are of one. */
	default Optional<Cutout> cutout() {
		return Optional.empty();
	}

	/** Planes that are in memory already; they are shared, not copied. */
	static PlaneStack of(final Planes planes, final DataType dataType,
		final Resolution resolution, final Long3 origin)
	{
		return new PlanesInMemory(planes, dataType, resolution, origin, Optional
			.empty());
	}

	/**
	 * The imagery of a cutout.
	 *
	 * @throws IllegalArgumentException if the cutout is empty
	 */
	static PlaneStack of(final ImageCutout<?> image) {
		if (image.isEmpty()) throw new IllegalArgumentException(
			"Expected imagery but the cutout of " + image.source() +
				" is empty; try a client with an image source.");
		return new PlanesInMemory(Planes.of(image.pixels()), image.dataType(), image
			.resolution(), image.origin(), Optional.of(image));
	}
}
