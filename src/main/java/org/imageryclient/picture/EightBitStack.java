// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.picture;

import java.util.Optional;

import org.imageryclient.cutout.Cutout;
import org.imageryclient.geom.Long3;
import org.imageryclient.geom.Resolution;
import org.imageryclient.precomputed.DataType;

/**
 * A stack converted to 8 bits, plane by plane.
 *
 * @param stack that is converted
 * @param range of its samples that becomes 0 to 255
 */
public record EightBitStack(PlaneStack stack, IntensityRange range) implements
	PlaneStack
{

	@Override
	public Long3 size() {
		return stack.size();
	}

	@Override
	public int channels() {
		return stack.channels();
	}

	@Override
	public DataType dataType() {
		return DataType.UINT8;
	}

	@Override
	public Resolution resolution() {
		return stack.resolution();
	}

	@Override
	public Long3 origin() {
		return stack.origin();
	}

	@Override
	public Object plane(final int channel, final int z) {
		return range.toBytes(stack.plane(channel, z), stack.dataType());
	}

	@Override
	public String notes() {
		return stack.notes();
	}

	@Override
	public Optional<Cutout> cutout() {
		return stack.cutout();
	}
}
