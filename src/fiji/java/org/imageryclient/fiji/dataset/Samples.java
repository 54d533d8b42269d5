// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.dataset;

import java.util.Map;
import java.util.Optional;

import net.imglib2.type.numeric.integer.ByteType;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.integer.LongType;
import net.imglib2.type.numeric.integer.ShortType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedIntType;
import net.imglib2.type.numeric.integer.UnsignedLongType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.type.numeric.real.FloatType;

import org.imageryclient.precomputed.DataType;

/** The pixel types of datasets that cutouts have too. */
final class Samples {

	private static final Map<Class<?>, DataType> TYPES = Map.of(
		UnsignedByteType.class, DataType.UINT8, ByteType.class, DataType.INT8,
		UnsignedShortType.class, DataType.UINT16, ShortType.class, DataType.INT16,
		UnsignedIntType.class, DataType.UINT32, IntType.class, DataType.INT32,
		UnsignedLongType.class, DataType.UINT64, LongType.class, DataType.INT64,
		FloatType.class, DataType.FLOAT32, DoubleType.class, DataType.FLOAT64);

	private Samples() {}

	static Optional<DataType> typeOf(final Object pixel) {
		return Optional.ofNullable(TYPES.get(pixel.getClass()));
	}
}
