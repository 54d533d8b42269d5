// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.precomputed;

import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The sample types of precomputed volumes (specification, {@code data_type}),
 * and the two more that are found in the wild: float64 and int64.
 */
public enum DataType {

		UINT8(byte.class, 1), INT8(byte.class, 1), UINT16(short.class, 2), INT16(
			short.class, 2), UINT32(int.class, 4), INT32(int.class, 4), UINT64(
				long.class, 8), INT64(long.class, 8), FLOAT32(float.class, 4), FLOAT64(
					double.class, 8);

	private final Class<?> component;
	private final int byteLength;

	DataType(final Class<?> component, final int byteLength) {
		this.component = component;
		this.byteLength = byteLength;
	}

	/** Bytes per sample. */
	public int byteLength() {
		return byteLength;
	}

	/** Whether samples are whole numbers, and so may be labels. */
	public boolean isInteger() {
		return this != FLOAT32 && this != FLOAT64;
	}

	/**
	 * A new array of the Java primitive that holds this type: {@code byte[]},
	 * {@code short[]}, {@code int[]}, {@code long[]}, {@code float[]} or
	 * {@code double[]}. Unsigned types keep their bits.
	 */
	public Object newArray(final int length) {
		return Array.newInstance(component, length);
	}

	/** The word in {@code info} files, such as {@code uint8}. */
	public String word() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** The type for a word of an {@code info} file, in any case. */
	public static Optional<DataType> ofWord(final String word) {
		return Arrays.stream(values()).filter(t -> t.word().equalsIgnoreCase(word))
			.findFirst();
	}

	/** All words, for messages. */
	public static String words() {
		return Arrays.stream(values()).map(DataType::word).collect(Collectors
			.joining(", "));
	}
}
