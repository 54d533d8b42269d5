// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.testing;

/** What a voxel holds, as a pure function of where its centre is. */
@FunctionalInterface
public interface PositionFormula {

	/**
	 * Different for nearly every nanometre: two voxels of one scale hardly ever
	 * agree, in all 64 bits or in the lowest 8.
	 */
	PositionFormula DISTINCT = (x, y, z) -> {
		long h = Math.round(x * 16) * 0x9E3779B97F4A7C15L + Math.round(y * 16) *
			0xC2B2AE3D27D4EB4FL + Math.round(z * 16) * 0x165667B19E3779F9L;
		h ^= h >>> 29;
		h *= 0xBF58476D1CE4E5B9L;
		return h ^ h >>> 32;
	};

	/**
	 * Cubes of 100 nm, each with an id like those of CAVE, above 2<sup>53</sup>;
	 * about every seventh cube is background.
	 */
	PositionFormula CUBES = (x, y, z) -> {
		final long cube = DISTINCT.at(Math.floor(x / 100), Math.floor(y / 100), Math
			.floor(z / 100));
		return Long.remainderUnsigned(cube, 7) == 0 ? 0 : 864691135000000001L + Long
			.remainderUnsigned(cube, 1000003);
	};

	/**
	 * @return the value; smaller types keep its lowest bits, floating-point ones
	 *         the number of its lowest 16
	 */
	long at(double xNm, double yNm, double zNm);
}
