// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.export;

import java.util.Optional;

import org.imageryclient.cutout.Cutout;
import org.imageryclient.picture.PlaneStack;
import org.imageryclient.cutout.SegmentationCutout;
import org.imageryclient.geom.Long3;
import org.imageryclient.geom.Resolution;
import org.imageryclient.mask.LabelIndex;
import org.imageryclient.precomputed.DataType;
import org.imageryclient.volume.Planes;

/**
 * Segment ids as small numbers that any format holds: 1…n in ascending order of
 * the ids, 0 the background, in 8, 16 or 32 bits as n needs. Planes are made on
 * demand.
 */
public final class LabelStack implements PlaneStack {

	/**
	 * How far 32-bit floats, which ImageJ has for 32 bits, count without leaving
	 * a number out.
	 */
	public static final int MOST_IN_FLOATS = 1 << 24;

	private final Planes indices;
	private final LabelIndex labels;
	private final int[] labelOfIndex;
	private final Resolution resolution;
	private final Long3 origin;
	private final Optional<Cutout> cutout;

	/**
	 * @param indices x, y, z; {@code int} positions in the table
	 * @param table the id of each index
	 * @param labels which number each id gets
	 */
	public LabelStack(final Planes indices, final long[] table,
		final LabelIndex labels, final Resolution resolution, final Long3 origin)
	{
		this(indices, table, labels, resolution, origin, Optional.empty());
	}

	private LabelStack(final Planes indices, final long[] table,
		final LabelIndex labels, final Resolution resolution, final Long3 origin,
		final Optional<Cutout> cutout)
	{
		this.indices = indices;
		this.labels = labels;
		this.labelOfIndex = labels.labelsOf(table);
		this.resolution = resolution;
		this.origin = origin;
		this.cutout = cutout;
	}

	/** The ids that occur in a cutout. */
	public static LabelStack of(final SegmentationCutout segmentation) {
		return new LabelStack(Planes.of(segmentation.indices()), segmentation
			.table(), LabelIndex.of(segmentation.ids()), segmentation.resolution(),
			segmentation.origin(), Optional.of(segmentation));
	}

	@Override
	public Optional<Cutout> cutout() {
		return cutout;
	}

	/** Which id each number stands for. */
	public LabelIndex labels() {
		return labels;
	}

	@Override
	public Long3 size() {
		return new Long3(indices.width(), indices.height(), indices.depth());
	}

	@Override
	public int channels() {
		return 1;
	}

	@Override
	public DataType dataType() {
		return switch (labels.bitDepth()) {
			case 8 -> DataType.UINT8;
			case 16 -> DataType.UINT16;
			default -> DataType.UINT32;
		};
	}

	@Override
	public Resolution resolution() {
		return resolution;
	}

	@Override
	public Long3 origin() {
		return origin;
	}

	/** Which id each number stands for, a line for each. */
	@Override
	public String notes() {
		final StringBuilder lines = new StringBuilder("label = root id\n");
		for (int label = 1; label <= labels.size(); label++)
			lines.append(label).append(" = ").append(Long.toUnsignedString(labels
				.idOf(label))).append('\n');
		return lines.toString();
	}

	/** A new array each time. */
	@Override
	public Object plane(final int channel, final int z) {
		final int[] array = (int[]) indices.array(z);
		final int from = indices.offset(z);
		final int length = indices.width() * indices.height();
		return switch (labels.bitDepth()) {
			case 8 -> bytes(array, from, length);
			case 16 -> shorts(array, from, length);
			default -> ints(array, from, length);
		};
	}

	private byte[] bytes(final int[] array, final int from, final int length) {
		final byte[] out = new byte[length];
		for (int i = 0; i < length; i++)
			out[i] = (byte) labelOfIndex[array[from + i]];
		return out;
	}

	private short[] shorts(final int[] array, final int from, final int length) {
		final short[] out = new short[length];
		for (int i = 0; i < length; i++)
			out[i] = (short) labelOfIndex[array[from + i]];
		return out;
	}

	private int[] ints(final int[] array, final int from, final int length) {
		final int[] out = new int[length];
		for (int i = 0; i < length; i++)
			out[i] = labelOfIndex[array[from + i]];
		return out;
	}
}
