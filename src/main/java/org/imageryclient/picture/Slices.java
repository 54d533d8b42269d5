// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.imageryclient.Unsupported;
import org.imageryclient.precomputed.DataType;

/**
 * Pictures of the slices of a stack across one axis, as the reference cuts
 * them: rows are the later remaining axis, columns the earlier one, nothing is
 * flipped.
 */
public final class Slices {

	private final PlaneStack stack;
	private final int axis;
	private final Optional<IntensityRange> range;

	/**
	 * @param axis across the slices: 0, 1, 2 for x, y, z
	 * @param range where given, samples are converted to 8 bits by it
	 * @throws Unsupported for samples that no picture holds, without a range
	 */
	public Slices(final PlaneStack stack, final int axis,
		final Optional<IntensityRange> range)
	{
		this.stack = stack;
		this.axis = axis;
		this.range = range;
		if (range.isEmpty() && !isLossless(stack.dataType())) throw new Unsupported(
			"Expected uint8 or uint16 samples for pictures but the imagery has " +
				stack.dataType().word() +
				"; try saving it as a TIFF stack, which keeps them, or giving the range of values that becomes 0 to 255.");
	}

	private static boolean isLossless(final DataType type) {
		return type == DataType.UINT8 || type == DataType.UINT16;
	}

	/** How many there are. */
	public long count() {
		return stack.size().get(axis);
	}

	/**
	 * One picture, grey or of three 8-bit channels red, green and blue; for any
	 * other number of channels, or 16 bits in colour, a grey picture for each.
	 */
	public List<Picture> pictures(final int slice) {
		final int channels = stack.channels();
		final boolean isEightBit = range.isPresent() || stack
			.dataType() == DataType.UINT8;
		if (channels == 3 && isEightBit) return List.of(new Picture.Rgb(width(),
			height(), pack(bytes(slice, 0), bytes(slice, 1), bytes(slice, 2))));
		final List<Picture> pictures = new ArrayList<>();
		for (int c = 0; c < channels; c++)
			pictures.add(isEightBit ? new Picture.Gray8(width(), height(), bytes(
				slice, c)) : new Picture.Gray16(width(), height(), (short[]) samples(
					slice, c)));
		return pictures;
	}

	private byte[] bytes(final int slice, final int channel) {
		final Object samples = samples(slice, channel);
		return range.isPresent() ? range.get().toBytes(samples, stack.dataType())
			: (byte[]) samples;
	}

	private int width() {
		return (int) (axis == 0 ? stack.size().y() : stack.size().x());
	}

	private int height() {
		return (int) (axis == 2 ? stack.size().y() : stack.size().z());
	}

	private Object samples(final int slice, final int channel) {
		if (axis == 2) return stack.plane(channel, slice);
		final int width = width();
		final Object out = stack.dataType().newArray(Math.multiplyExact(width,
			height()));
		for (int z = 0; z < height(); z++)
			copyRow(stack.plane(channel, z), slice, out, z * width, width);
		return out;
	}

	@SuppressWarnings("SuspiciousSystemArraycopy")
	private void copyRow(final Object plane, final int slice, final Object out,
		final int start, final int width)
	{
		if (axis == 1) {
			System.arraycopy(plane, slice * width, out, start, width);
			return;
		}
		final int step = (int) stack.size().x();
		for (int y = 0; y < width; y++)
			System.arraycopy(plane, slice + y * step, out, start + y, 1);
	}

	private static int[] pack(final byte[] red, final byte[] green,
		final byte[] blue)
	{
		final int[] out = new int[red.length];
		for (int i = 0; i < out.length; i++)
			out[i] = (red[i] & 0xff) << 16 | (green[i] & 0xff) << 8 | blue[i] & 0xff;
		return out;
	}
}
