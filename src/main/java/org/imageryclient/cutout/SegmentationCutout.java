// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.cutout;

import java.util.Arrays;
import java.util.Optional;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.img.NativeImg;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.integer.LongType;
import net.imglib2.type.numeric.integer.UnsignedIntType;
import net.imglib2.type.numeric.integer.UnsignedLongType;

import org.imageryclient.Progress;
import org.imageryclient.Timestamp;
import org.imageryclient.cutout.RootResolver.Shown;
import org.imageryclient.geom.Long3;
import org.imageryclient.geom.Resolution;
import org.imageryclient.geom.VoxelBox;
import org.imageryclient.mask.LabelImage;
import org.imageryclient.mask.MaskSet;
import org.imageryclient.volume.ReadStatus;

/**
 * Segment ids of a region, all in memory: an image of small numbers and a table
 * of the 64-bit ids that they stand for. Ids are unsigned and exact, resampled
 * or not (rulings 3 and 4 of doc/parity.md). Immutable.
 */
public final class SegmentationCutout implements Cutout, LabelImage {

	private static final System.Logger LOG = System.getLogger(
		SegmentationCutout.class.getName());

	private final NativeImg<UnsignedIntType, ?> indices;
	private final long[] stored;
	private final ReadStatus read;
	private final RootResolver resolver;
	private final Shown shown;
	private final long[] table;
	private final MaskSet masks;
	private final boolean isRepeatable;

	/**
	 * @param indices x, y, z; each below {@code stored.length}
	 * @param stored the id in the volume that each index stands for
	 * @param shown the ids that the cutout shows in their place; several indices
	 *          may show one id, and some ids may not occur
	 */
	SegmentationCutout(final NativeImg<UnsignedIntType, ?> indices,
		final long[] stored, final ReadStatus read, final RootResolver resolver,
		final Shown shown)
	{
		this(indices, stored, read, resolver, shown, true);
	}

	/**
	 * @param isRepeatable whether its request gives it again
	 */
	SegmentationCutout(final NativeImg<UnsignedIntType, ?> indices,
		final long[] stored, final ReadStatus read, final RootResolver resolver,
		final Shown shown, final boolean isRepeatable)
	{
		this.indices = indices;
		this.stored = stored;
		this.read = read;
		this.resolver = resolver;
		this.shown = shown;
		table = shown.table();
		this.isRepeatable = isRepeatable;
		masks = MaskSet.of(this, roots().ids(), false);
	}

	@Override
	public Optional<Timestamp> timestamp() {
		return shown.time();
	}

	/**
	 * Not what {@link #difference} gives, nor what {@link #at} gives of a list of
	 * roots or of stored ids: no request says these.
	 */
	@Override
	public boolean isRepeatable() {
		return isRepeatable;
	}

	/** As {@link #at(Timestamp, Progress)}, without progress. */
	public SegmentationCutout at(final Timestamp time) {
		return at(time, Progress.NONE);
	}

	/**
	 * The same voxels with the roots of another time. No chunk is fetched; one
	 * POST for each 250,000 supervoxels that were not looked up at that time
	 * before. Of a list of roots those are shown that exist then.
	 *
	 * @return a cutout that shares the voxels with this one
	 * @throws IllegalArgumentException if the segmentation is a flat one, or the
	 *           time lies in the future
	 * @throws org.imageryclient.CutoutException if the server can't be asked; if
	 *           the request was strict, also if a root is missing
	 */
	public SegmentationCutout at(final Timestamp time, final Progress progress) {
		return with(resolver.at(stored, time, progress), isRepeatable && roots()
			.isAll());
	}

	/**
	 * The voxels whose root differs between two times, by their root at the
	 * second; all others are 0. Costs what {@link #at} costs, twice.
	 *
	 * @return a cutout that shares the voxels with this one
	 */
	public SegmentationCutout difference(final Timestamp first,
		final Timestamp second, final Progress progress)
	{
		final long[] before = resolver.at(stored, first, progress).table();
		final Shown after = resolver.at(stored, second, progress);
		final long[] changed = after.table().clone();
		for (int i = 0; i < changed.length; i++)
			if (before[i] == changed[i]) changed[i] = 0;
		return with(new Shown(changed, after.time(), after.status()), false);
	}

	/** As {@link #difference(Timestamp, Timestamp, Progress)}. */
	public SegmentationCutout difference(final Timestamp first,
		final Timestamp second)
	{
		return difference(first, second, Progress.NONE);
	}

	private SegmentationCutout with(final Shown other,
		final boolean isOtherRepeatable)
	{
		return new SegmentationCutout(indices, stored, read, resolver, other,
			isOtherRepeatable);
	}

	/**
	 * Positions in {@link #table()}: x, y, z, never squeezed. Planes are reached
	 * through {@link org.imageryclient.volume.Planes}.
	 */
	@Override
	public NativeImg<UnsignedIntType, ?> indices() {
		return indices;
	}

	/** A copy of the table from index to id; may hold ids that do not occur. */
	@Override
	public long[] table() {
		return table.clone();
	}

	/**
	 * The id that an index stands for, 0 for the background.
	 *
	 * @throws IndexOutOfBoundsException if there is no such index
	 */
	public long idAt(final int index) {
		return table[index];
	}

	/** The id at a voxel, counted from the lower corner of the cutout. */
	public long idAt(final long x, final long y, final long z) {
		return table[indices.getAt(x, y, z).getInt()];
	}

	/** The ids as a view, x, y, z. */
	public RandomAccessibleInterval<UnsignedLongType> labels() {
		return Converters.convert(
			(RandomAccessibleInterval<UnsignedIntType>) indices, (index, id) -> id
				.set(table[index.getInt()]), new UnsignedLongType());
	}

	/**
	 * The ids as a view of signed numbers, where all of them fit; else
	 * {@link #labels()}, with a warning in the log. Source: {@code
	 * convert_to_int64} as documented (ruling 4 of doc/parity.md).
	 */
	public RandomAccessibleInterval<? extends IntegerType<?>> labelsAsInt64() {
		final long[] ids = ids();
		if (ids.length > 0 && ids[ids.length - 1] < 0) {
			LOG.log(System.Logger.Level.WARNING, "Ids of " + source() + " up to " +
				Long.toUnsignedString(ids[ids.length - 1]) +
				" do not fit signed 64-bit numbers: they are kept unsigned.");
			return labels();
		}
		return Converters.convert(
			(RandomAccessibleInterval<UnsignedIntType>) indices, (index, id) -> id
				.set(table[index.getInt()]), new LongType());
	}

	/** The ids that occur, 0 not among them, in ascending unsigned order. */
	public long[] ids() {
		return masks.ids();
	}

	/** A mask for every id that occurs, views over {@link #indices()}. */
	public MaskSet masks() {
		return masks;
	}

	/** The same, with or without a mask of the background, id 0. */
	public MaskSet masks(final boolean includeNull) {
		return includeNull ? MaskSet.of(this, roots().ids(), true) : masks;
	}

	/** In voxels, as {@link #box()}. */
	public Long3 size() {
		return box().size();
	}

	/** In nm per voxel of the cutout. */
	public Resolution resolution() {
		return side().resolution();
	}

	/** Where it lies on the grid of {@link #resolution()}. */
	public VoxelBox box() {
		return side().box();
	}

	/** The voxel of the lower corner, on the grid of {@link #resolution()}. */
	public Long3 origin() {
		return box().min();
	}

	/** The volume's address as it was given. */
	public String source() {
		return side().source();
	}

	/** The mip that was read, from 0. */
	public int mip() {
		return side().mip();
	}

	@Override
	public CutoutPlan plan() {
		return resolver.plan();
	}

	private SidePlan side() {
		return plan().segmentation().orElseThrow();
	}

	/** Which segments were asked for. */
	public RootSelection roots() {
		return resolver.roots();
	}

	@Override
	public CutoutStatus status() {
		return CutoutStatus.ofSegmentation(read, shown.status());
	}

	/** Whether the client has no segmentation, so that there is nothing here. */
	public boolean isEmpty() {
		return box().isEmpty();
	}

	@Override
	public String toString() {
		return "SegmentationCutout(" + HumanUnits.size(size()) + " voxels of " +
			resolution() + ", " + Arrays.stream(table).filter(id -> id != 0).count() +
			" ids at most)";
	}
}
