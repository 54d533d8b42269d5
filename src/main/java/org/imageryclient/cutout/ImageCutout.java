// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.cutout;

import java.util.Optional;

import net.imglib2.img.NativeImg;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;

import org.imageryclient.Timestamp;
import org.imageryclient.geom.Long3;
import org.imageryclient.geom.Resolution;
import org.imageryclient.geom.VoxelBox;
import org.imageryclient.precomputed.DataType;

/**
 * Imagery of a region, all in memory.
 *
 * @param pixels x, y, z, channel, never squeezed; from (0, 0, 0, 0). Planes are
 *          reached through {@link org.imageryclient.volume.Planes}
 * @param plan by which it was made
 * @param status why voxels may be zero
 * @param <T> the pixel type
 */
public record ImageCutout<T extends NativeType<T> & RealType<T>>(
	NativeImg<T, ?> pixels, CutoutPlan plan, CutoutStatus status) implements
	Cutout
{

	/** Nothing: imagery does not change with time. */
	@Override
	public Optional<Timestamp> timestamp() {
		return Optional.empty();
	}

	/** Not where no chunk was to be read: see {@link CutoutOfVoxels}. */
	@Override
	public boolean isRepeatable() {
		return side().chunks() > 0 || isEmpty();
	}

	/** In nm per voxel of {@link #pixels()}. */
	public Resolution resolution() {
		return side().resolution();
	}

	/**
	 * Where it lies on the grid of {@link #resolution()}; its lower corner is
	 * voxel (0, 0, 0) of {@link #pixels()}.
	 */
	public VoxelBox box() {
		return side().box();
	}

	/** Of the samples. */
	public DataType dataType() {
		return side().type();
	}

	/** The volume's address as it was given. */
	public String source() {
		return side().source();
	}

	/** The mip that was read, from 0. */
	public int mip() {
		return side().mip();
	}

	/** In voxels, as {@link #box()}. */
	public Long3 size() {
		return box().size();
	}

	/** The voxel of the lower corner, on the grid of {@link #resolution()}. */
	public Long3 origin() {
		return box().min();
	}

	/** The number of channels, at least 1. */
	public int channels() {
		return (int) pixels.dimension(3);
	}

	/** Whether the client has no imagery, so that there is nothing here. */
	public boolean isEmpty() {
		return box().isEmpty();
	}

	private SidePlan side() {
		return plan.image().orElseThrow();
	}
}
