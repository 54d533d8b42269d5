// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.golden;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.imageryclient.golden.NumberArray.Kind;

/**
 * Reads one array in NumPy's npy format, versions 1 to 3 (numpy/lib/format.py):
 * magic, version, header length, a Python dictionary with {@code descr},
 * {@code fortran_order} and {@code shape}, then the elements. All bool, integer
 * and floating types, in either byte order.
 */
final class NpyReader {

	private static final byte[] MAGIC = { (byte) 0x93, 'N', 'U', 'M', 'P', 'Y' };

	private static final Pattern DESCR = Pattern.compile(
		"'descr'\\s*:\\s*'([<>|=]?)([a-zA-Z?])(\\d*)'");
	private static final Pattern ORDER = Pattern.compile(
		"'fortran_order'\\s*:\\s*(True|False)");
	private static final Pattern SHAPE = Pattern.compile(
		"'shape'\\s*:\\s*\\(([^)]*)\\)");

	private NpyReader() {}

	/**
	 * @throws IOException if the bytes are not an array of numbers
	 */
	static NumberArray read(final byte[] file) throws IOException {
		if (file.length < 10 || !Arrays.equals(file, 0, 6, MAGIC, 0, 6))
			throw new IOException("Expected the npy magic at byte 0.");
		final ByteBuffer buffer = ByteBuffer.wrap(file).order(
			ByteOrder.LITTLE_ENDIAN);
		final int version = file[6];
		final int start = version == 1 ? 10 : 12;
		final int length = version == 1 ? buffer.getShort(8) & 0xffff : buffer
			.getInt(8);
		final String header = new String(file, start, length, version < 3
			? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
		final Matcher descr = find(DESCR, header);
		final int[] shape = shape(find(SHAPE, header).group(1));
		if (">".equals(descr.group(1))) buffer.order(ByteOrder.BIG_ENDIAN);
		final String type = descr.group(2) + descr.group(3);
		buffer.position(start + length);
		final long[] stored = elements(buffer, type, NumberArray.product(shape));
		final boolean fortran = "True".equals(find(ORDER, header).group(1));
		return NumberArray.of(shape, kind(type), fortran ? stored
			: firstAxisFastest(stored, shape));
	}

	private static Matcher find(final Pattern pattern, final String header)
		throws IOException
	{
		final Matcher matcher = pattern.matcher(header);
		if (!matcher.find()) throw new IOException("Expected " + pattern.pattern() +
			" in the npy header but it was " + header.trim() + ".");
		return matcher;
	}

	private static int[] shape(final String tuple) {
		return Arrays.stream(tuple.split(",")).map(String::trim).filter(s -> !s
			.isEmpty()).mapToInt(Integer::parseInt).toArray();
	}

	private static Kind kind(final String type) {
		return switch (type.charAt(0)) {
			case 'f' -> Kind.REAL;
			case 'i' -> Kind.SIGNED;
			default -> Kind.UNSIGNED;
		};
	}

	private static long[] elements(final ByteBuffer in, final String type,
		final int count) throws IOException
	{
		final long[] out = new long[count];
		for (int i = 0; i < count; i++)
			out[i] = element(in, type);
		return out;
	}

	private static long element(final ByteBuffer in, final String type)
		throws IOException
	{
		return switch (type) {
			case "b1", "?", "u1" -> in.get() & 0xffL;
			case "i1" -> in.get();
			case "u2" -> in.getShort() & 0xffffL;
			case "i2" -> in.getShort();
			case "u4" -> in.getInt() & 0xffffffffL;
			case "i4" -> in.getInt();
			case "u8", "i8" -> in.getLong();
			case "f2" -> Double.doubleToRawLongBits(half(in.getShort()));
			case "f4" -> Double.doubleToRawLongBits(in.getFloat());
			case "f8" -> Double.doubleToRawLongBits(in.getDouble());
			default -> throw new IOException("Expected an npy array of bool, " +
				"integer or floating type but was " + type + ".");
		};
	}

	/** IEEE 754 binary16: one sign bit, five of exponent, ten of fraction. */
	private static double half(final short bits) {
		final int exponent = bits >> 10 & 0x1f;
		final int fraction = bits & 0x3ff;
		final double sign = bits < 0 ? -1 : 1;
		if (exponent == 0x1f) return fraction == 0 ? sign * Double.POSITIVE_INFINITY
			: Double.NaN;
		if (exponent == 0) return sign * Math.scalb((double) fraction, -24);
		return sign * Math.scalb((double) (fraction | 0x400), exponent - 25);
	}

	private static long[] firstAxisFastest(final long[] lastFastest,
		final int[] shape)
	{
		final long[] out = new long[lastFastest.length];
		final int[] at = new int[shape.length];
		final int[] stride = new int[shape.length];
		int step = 1;
		for (int d = 0; d < shape.length; d++) {
			stride[d] = step;
			step *= shape[d];
		}
		for (final long value : lastFastest) {
			int target = 0;
			for (int d = 0; d < at.length; d++)
				target += at[d] * stride[d];
			out[target] = value;
			for (int d = at.length - 1; d >= 0 && ++at[d] == shape[d]; d--)
				at[d] = 0;
		}
		return out;
	}
}
