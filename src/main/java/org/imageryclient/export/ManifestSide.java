// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.export;

import org.imageryclient.cutout.SidePlan;
import org.imageryclient.geom.Resolution;
import org.imageryclient.geom.VoxelBox;
import org.imageryclient.precomputed.DataType;
import org.imageryclient.volume.ReadStatus;

/**
 * What a manifest says of one volume and of the result that was made of it.
 *
 * @param source the volume's address as it was given, without secrets
 * @param address where that is, whatever the working folder; blank where only a
 *          plugin knows
 * @param mip that was read, from 0, the finest
 * @param mipResolution of that mip
 * @param readBox what was read, on the grid of the mip
 * @param resolution of the result
 * @param box where the result lies, on the grid of {@code resolution}
 * @param dataType of the samples in the volume
 * @param channels at least 1
 * @param status why voxels may be zero
 */
public record ManifestSide(String source, String address, int mip,
	Resolution mipResolution, VoxelBox readBox, Resolution resolution,
	VoxelBox box, DataType dataType, int channels, ReadStatus status)
{

	static ManifestSide of(final SidePlan plan, final ReadStatus status) {
		return new ManifestSide(PublicAddress.of(plan.source()), PublicAddress
			.resolved(plan.source()), plan.mip(), plan.mipResolution(), plan
				.readBox(), plan.resolution(), plan.box(), plan.type(), plan.channels(),
			status);
	}

	/**
	 * Where to open the volume: as it was given, but a folder by its whole path,
	 * since the working folder may be another.
	 */
	public String location() {
		return address.startsWith("file:") ? address : source;
	}

	/** Whether a result made now is on the same voxels, of the same type. */
	boolean isLike(final ManifestSide other) {
		return resolution.equals(other.resolution) && box.equals(other.box) &&
			dataType == other.dataType && channels == other.channels;
	}
}
