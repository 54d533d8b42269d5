// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.volume;

import net.imglib2.img.basictypeaccess.array.ArrayDataAccess;
import net.imglib2.img.basictypeaccess.array.ByteArray;
import net.imglib2.img.basictypeaccess.array.DoubleArray;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.basictypeaccess.array.IntArray;
import net.imglib2.img.basictypeaccess.array.LongArray;
import net.imglib2.img.basictypeaccess.array.ShortArray;
import net.imglib2.type.NativeType;
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

/** Where the sample types of the formats meet the pixel types of ImgLib2. */
final class PixelTypes {

	private PixelTypes() {}

	static NativeType<?> of(final DataType type) {
		return switch (type) {
			case UINT8 -> new UnsignedByteType();
			case INT8 -> new ByteType();
			case UINT16 -> new UnsignedShortType();
			case INT16 -> new ShortType();
			case UINT32 -> new UnsignedIntType();
			case INT32 -> new IntType();
			case UINT64 -> new UnsignedLongType();
			case INT64 -> new LongType();
			case FLOAT32 -> new FloatType();
			case FLOAT64 -> new DoubleType();
		};
	}

	/** The bytes that one pixel takes in its array. */
	static int byteLength(final NativeType<?> type) {
		return type.getNativeTypeFactory().getPrimitiveType().getByteCount();
	}

	/** A new primitive array of the kind in which {@code type} is stored. */
	static Object newArray(final NativeType<?> type, final int length) {
		return switch (type.getNativeTypeFactory().getPrimitiveType()) {
			case BYTE -> new byte[length];
			case SHORT -> new short[length];
			case INT -> new int[length];
			case LONG -> new long[length];
			case FLOAT -> new float[length];
			case DOUBLE -> new double[length];
			default -> throw new IllegalArgumentException(
				"Expected a numeric pixel type but got " + type.getClass()
					.getSimpleName() + ".");
		};
	}

	/** How ImgLib2 reads {@code array}, which is shared, not copied. */
	static ArrayDataAccess<?> access(final Object array) {
		if (array instanceof byte[]) return new ByteArray((byte[]) array);
		if (array instanceof short[]) return new ShortArray((short[]) array);
		if (array instanceof int[]) return new IntArray((int[]) array);
		if (array instanceof long[]) return new LongArray((long[]) array);
		if (array instanceof float[]) return new FloatArray((float[]) array);
		if (array instanceof double[]) return new DoubleArray((double[]) array);
		throw new IllegalArgumentException(
			"Expected a primitive numeric array but got " + array.getClass()
				.getSimpleName() + ".");
	}
}
