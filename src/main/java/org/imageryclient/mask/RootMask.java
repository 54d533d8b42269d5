// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.mask;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.img.NativeImg;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.type.logic.BoolType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedIntType;
import net.imglib2.view.Views;

import org.imageryclient.geom.Long3;
import org.imageryclient.geom.VoxelBox;
import org.imageryclient.volume.Planes;

/**
 * Where one root id is: a view over the label image, which it shares with all
 * other masks. Nothing is stored per voxel.
 */
public final class RootMask {

	private final long id;
	private final NativeImg<UnsignedIntType, ?> indices;
	private final int[] members;
	private final LabelCensus census;
	private final Optional<LabelImage> labels;

	/** A mask of a cutout. */
	RootMask(final long id, final LabelImage labels, final int[] members,
		final LabelCensus census)
	{
		this(id, labels.indices(), members, census, Optional.of(labels));
	}

	private RootMask(final long id, final NativeImg<UnsignedIntType, ?> indices,
		final int[] members, final LabelCensus census,
		final Optional<LabelImage> labels)
	{
		this.id = id;
		this.indices = indices;
		this.members = members;
		this.census = census;
		this.labels = labels;
	}

	/**
	 * A mask of no cutout: a shape under an id. It may be empty.
	 *
	 * @param shape x, y, z, not 0 where the root is; copied
	 */
	public static RootMask of(final long id,
		final RandomAccessibleInterval<? extends RealType<?>> shape)
	{
		final PlanarImg<UnsignedIntType, ?> indices = PlanarImgs.unsignedInts(shape
			.dimensionsAsLongArray());
		final Cursor<UnsignedIntType> target = indices.cursor();
		for (final RealType<?> sample : Views.flatIterable(shape))
			target.next().set(sample.getRealDouble() == 0 ? 0 : 1);
		return new RootMask(id, indices, new int[] { 1 }, new LabelCensus(Planes.of(
			indices), 2), Optional.empty());
	}

	/** What it is a view of: the cutout, where it comes from one. */
	public Optional<LabelImage> labels() {
		return labels;
	}

	/** The root id, unsigned. */
	public long id() {
		return id;
	}

	/** The number of voxels of this root, at least 1 in a cutout. */
	public long voxelCount() {
		return IntStream.of(members).mapToLong(census::count).sum();
	}

	/**
	 * The smallest box around the root's voxels, counted from the lower corner of
	 * the cutout; empty where there are none.
	 */
	public VoxelBox bounds() {
		return IntStream.of(members).filter(i -> census.count(i) > 0).mapToObj(
			census::bounds).reduce((a, b) -> new VoxelBox(a.min().min(b.min()), a
				.max().max(b.max()))).orElse(new VoxelBox(Long3.ZERO, Long3.ZERO));
	}

	/** Of the cutout, in voxels. */
	public Long3 size() {
		return Long3.of(indices.dimensionsAsLongArray());
	}

	/** The mask as a view, x, y, z: true where the root is. */
	public RandomAccessibleInterval<BoolType> image() {
		if (members.length == 1) {
			final int only = members[0];
			return Converters.convert(
				(RandomAccessibleInterval<UnsignedIntType>) indices, (index, is) -> is
					.set(index.getInt() == only), new BoolType());
		}
		final boolean[] isMember = membership();
		return Converters.convert(
			(RandomAccessibleInterval<UnsignedIntType>) indices, (index, is) -> is
				.set(isMember[index.getInt()]), new BoolType());
	}

	/**
	 * One slice of the mask, as an 8-bit picture: 255 where the root is, else 0.
	 *
	 * @param axis the axis across the slice: 2 gives rows y of x, 1 rows z of x,
	 *          0 rows z of y
	 * @param index of the slice, from 0
	 * @return a new array, one row after the other
	 * @throws IndexOutOfBoundsException if there is no such slice
	 */
	public byte[] plane(final int axis, final long index) {
		return plane(axis, index, new VoxelBox(Long3.ZERO, size()));
	}

	/**
	 * The part of a slice that is in a box, such as {@link #bounds()}, beyond
	 * which there is nothing.
	 *
	 * @param index of the slice, from 0, counted from the cutout's corner
	 * @param box within the cutout, counted from its lower corner; its extent
	 *          along {@code axis} does not matter
	 * @return a new array, one row of the box after the other
	 * @throws IndexOutOfBoundsException if there is no such slice, or the box is
	 *           not within the cutout
	 */
	public byte[] plane(final int axis, final long index, final VoxelBox box) {
		final int slice = Math.toIntExact(Objects.checkIndex(index, indices
			.dimension(axis)));
		if (!new VoxelBox(Long3.ZERO, size()).contains(box))
			throw new IndexOutOfBoundsException("Expected a box within " + size() +
				" voxels but got " + box + ".");
		return MaskSlice.of(Planes.of(indices), axis, slice, box, membership());
	}

	private boolean[] membership() {
		final boolean[] isMember = new boolean[census.size()];
		for (final int member : members)
			isMember[member] = true;
		return isMember;
	}

	@Override
	public String toString() {
		return "RootMask(" + Long.toUnsignedString(id) + ", " + voxelCount() +
			" voxels)";
	}
}
