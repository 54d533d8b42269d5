// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.picture;

import org.imageryclient.precomputed.DataType;

/**
 * A stack converted to 8 bits, plane by plane.
 *
 * @param stack that is converted
 * @param range of its samples that becomes 0 to 255
 */
public record EightBitStack(PlaneStack stack, IntensityRange range) implements
	DerivedStack
{

	@Override
	public DataType dataType() {
		return DataType.UINT8;
	}

	@Override
	public Object plane(final int channel, final int z) {
		return range.toBytes(stack.plane(channel, z), stack.dataType());
	}
}
