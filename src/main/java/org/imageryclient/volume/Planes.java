// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.volume;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;

import net.imglib2.img.NativeImg;
import net.imglib2.img.basictypeaccess.array.ArrayDataAccess;
import net.imglib2.img.cell.Cell;
import net.imglib2.img.cell.CellGrid;
import net.imglib2.img.cell.CellImg;
import net.imglib2.img.cell.CellImgFactory;
import net.imglib2.img.list.ListImg;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.NativeType;

import org.imageryclient.TooLarge;

/**
 * The x, y planes of an image as primitive arrays, for code that copies or
 * counts whole rows.
 *
 * <pre>
 *
 * Planes planes = Planes.of(read.image());
 * byte[] pixels = (byte[]) planes.plane(z); // width * height long
 * </pre>
 *
 * Plane {@code z + depth * channel} starts at {@link #offset(int)} of
 * {@link #array(int)}, x fastest. Usually each plane is an array of its own;
 * where that would waste the heap, some share one. Images that {@link Volume}
 * and {@link Resampler} return are of this kind.
 */
public final class Planes {

	private final Object[] arrays;
	private final int planesPerArray;
	private final int width;
	private final int height;
	private final int depth;
	private final int channels;

	private Planes(final Object[] arrays, final int planesPerArray,
		final int width, final int height, final int depth, final int channels)
	{
		this.arrays = arrays;
		this.planesPerArray = planesPerArray;
		this.width = width;
		this.height = height;
		this.depth = depth;
		this.channels = channels;
	}

	/**
	 * Planes whose arrays are still to be made, by {@link #allocate}.
	 *
	 * @throws TooLarge if one plane has more samples than a Java array can
	 */
	static Planes ofSize(final int sampleBytes, final long width,
		final long height, final long depth, final long channels)
	{
		if ((double) width * height > Integer.MAX_VALUE - 8 || (double) depth *
			channels > Integer.MAX_VALUE - 8) throw new TooLarge("Expected at most " +
				(Integer.MAX_VALUE - 8) +
				" samples in a plane and as many planes but the box needs " + width +
				" x " + height + " samples in each of " + depth + " x " + channels +
				" planes; try a smaller box or a coarser mip.");
		final long length = width * height;
		final long count = depth * channels;
		return grouped(width, height, depth, channels, SlabSize.planesPerArray(
			length * sampleBytes, count, depth, Runtime.getRuntime().maxMemory()));
	}

	static Planes grouped(final long width, final long height, final long depth,
		final long channels, final int perArray)
	{
		final int perChannel = (int) ((depth + perArray - 1) / perArray);
		return new Planes(new Object[Math.multiplyExact(perChannel,
			(int) channels)], perArray, (int) width, (int) height, (int) depth,
			(int) channels);
	}

	/**
	 * An image without a voxel, which ImgLib2's factories refuse to make: what
	 * there is of a side that is off.
	 *
	 * @param dimensions of which one or more along x, y, z are 0
	 */
	public static <T extends NativeType<T>> NativeImg<T, ?> noVoxels(final T type,
		final long... dimensions)
	{
		return new Planes(new Object[0], 1, 0, 0, 0, 1).image(type, dimensions);
	}

	/**
	 * The planes of an image that {@link Volume} or {@link Resampler} made, or of
	 * any three- or four-dimensional {@code PlanarImg}. Nothing is copied.
	 *
	 * @throws IllegalArgumentException for an image stored in another way
	 */
	public static Planes of(final NativeImg<?, ?> image) {
		final int channels = image.numDimensions() > 3 ? (int) image.dimension(3)
			: 1;
		final int depth = (int) image.dimension(2);
		final int width = (int) image.dimension(0);
		final int height = (int) image.dimension(1);
		final List<Object> arrays = new ArrayList<>();
		int perArray = 1;
		if (image instanceof PlanarImg) {
			final PlanarImg<?, ?> planar = (PlanarImg<?, ?>) image;
			for (int i = 0; i < planar.numSlices(); i++)
				arrays.add(planar.getPlane(i).getCurrentStorageArray());
		}
		else if (image instanceof CellImg && hasWholePlanes(
			(CellImg<?, ?>) image))
		{
			final CellImg<?, ?> cells = (CellImg<?, ?>) image;
			perArray = cells.getCellGrid().cellDimension(2);
			for (final Cell<?> cell : cells.getCells())
				arrays.add(((ArrayDataAccess<?>) cell.getData())
					.getCurrentStorageArray());
		}
		else throw new IllegalArgumentException(
			"Expected an image stored in whole planes but got a " + image.getClass()
				.getSimpleName() +
				"; try copying it to a PlanarImg with ImgUtil.copy.");
		return new Planes(arrays.toArray(), perArray, width, height, depth,
			channels);
	}

	private static boolean hasWholePlanes(final CellImg<?, ?> image) {
		final CellGrid grid = image.getCellGrid();
		return grid.cellDimension(0) == image.dimension(0) && grid.cellDimension(
			1) == image.dimension(1) && (image.numDimensions() < 4 || grid
				.cellDimension(3) == 1);
	}

	/** The number of samples along x. */
	public int width() {
		return width;
	}

	/** The number of samples along y. */
	public int height() {
		return height;
	}

	/** The number of planes of one channel. */
	public int depth() {
		return depth;
	}

	/** The number of planes: depth times channels. */
	public int count() {
		return depth * channels;
	}

	/**
	 * The primitive array that holds plane {@code z + depth * channel}, at
	 * {@link #offset}. Shared with the image.
	 */
	public Object array(final int plane) {
		return arrays[arrayIndex(plane)];
	}

	/** Where plane {@code z + depth * channel} begins in its array. */
	public int offset(final int plane) {
		return plane % depth % planesPerArray * width * height;
	}

	/** Whether {@link #plane} gives the image's own arrays. */
	public boolean areShared() {
		return planesPerArray == 1;
	}

	/**
	 * Exactly the samples of plane {@code z + depth * channel}: the image's own
	 * array where {@link #areShared}, else a copy.
	 */
	public Object plane(final int plane) {
		if (areShared()) return array(plane);
		final Object copy = Array.newInstance(array(plane).getClass()
			.getComponentType(), width * height);
		System.arraycopy(array(plane), offset(plane), copy, 0, width * height);
		return copy;
	}

	private int arrayIndex(final int plane) {
		final int perChannel = (depth + planesPerArray - 1) / planesPerArray;
		return plane / depth * perChannel + plane % depth / planesPerArray;
	}

	/** The number of arrays that {@link #allocate} is to be called for. */
	int arrayCount() {
		return arrays.length;
	}

	/** Makes array {@code i}, all zeros. Different arrays may be made at once. */
	void allocate(final int i, final NativeType<?> type) {
		final int perChannel = (depth + planesPerArray - 1) / planesPerArray;
		final int first = i % perChannel * planesPerArray;
		final int planes = Math.min(planesPerArray, depth - first);
		arrays[i] = PixelTypes.newArray(type, planes * width * height);
	}

	/**
	 * These planes, all allocated, as an image.
	 *
	 * @param dimensions x, y, z or x, y, z, channel
	 */
	@SuppressWarnings({ "rawtypes", "unchecked" })
	<T extends NativeType<T>> NativeImg<T, ?> image(final T type,
		final long... dimensions)
	{
		if (areShared()) {
			final List accesses = new ArrayList<>();
			for (final Object array : arrays)
				accesses.add(PixelTypes.access(array));
			final PlanarImg image = new PlanarImg(accesses, dimensions, type
				.getEntitiesPerPixel());
			return link(image, type);
		}
		final int[] cellSize = new int[dimensions.length];
		for (int d = 0; d < cellSize.length; d++)
			cellSize[d] = d == 2 ? planesPerArray : d == 3 ? 1 : (int) dimensions[d];
		final CellGrid grid = new CellGrid(dimensions, cellSize);
		final List cells = new ArrayList<>();
		for (int i = 0; i < arrays.length; i++) {
			final long[] min = new long[dimensions.length];
			final int[] size = new int[dimensions.length];
			grid.getCellDimensions(i, min, size);
			cells.add(new Cell(size, min, PixelTypes.access(arrays[i])));
		}
		final CellImgFactory factory = new CellImgFactory(type, cellSize);
		return link(new CellImg(factory, grid, new ListImg(cells, grid
			.getGridDimensions()), type.getEntitiesPerPixel()), type);
	}

	@SuppressWarnings({ "rawtypes", "unchecked" })
	private static <T extends NativeType<T>> NativeImg<T, ?> link(
		final NativeImg image, final T type)
	{
		image.setLinkedType(type.getNativeTypeFactory().createLinkedType(image));
		return image;
	}
}
