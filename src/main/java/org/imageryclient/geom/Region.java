// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.geom;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * The box that a user asks for, in voxels of some resolution.
 *
 * <pre>
 * Region.centered(5319, 8677, 1201).size(400, 400, 1); // voxels of the frame
 * Region.centered(5319, 8677, 1201).pixels(512, 512); // pixels of the mip read
 * Region.bounds(1100, 2100, 110, 1180, 2180, 113).at(Resolution.of(4, 4, 40));
 * </pre>
 *
 * Coordinates may be fractional. They count voxels of {@link #frame()}, or
 * where there is none of the client's resolution. What voxels of a mip they
 * become is decided by {@code CutoutPlan}, not here. Immutable. Source:
 * ImageryClient, {@code bounds}, {@code bbox_size}, {@code image_size},
 * {@code resolution}.
 */
public final class Region {

	private static final System.Logger LOG = System.getLogger(Region.class
		.getName());

	private final Point first;
	private final Optional<Point> second;
	private final Optional<Point> size;
	private final long[] pixels;
	private final Optional<Resolution> frame;

	private Region(final Point first, final Optional<Point> second,
		final Optional<Point> size, final long[] pixels,
		final Optional<Resolution> frame)
	{
		this.first = first;
		this.second = second;
		this.size = size;
		this.pixels = pixels;
		this.frame = frame;
	}

	/**
	 * The box between two opposite corners, in any order.
	 *
	 * @param one x, y, z
	 * @param other x, y, z; not part of the box where it is the larger
	 * @throws IllegalArgumentException if a corner has not three finite numbers
	 */
	public static Region bounds(final double[] one, final double[] other) {
		return new Region(corner(one), Optional.of(corner(other)), Optional.empty(),
			new long[0], Optional.empty());
	}

	/** The same, with six numbers. */
	public static Region bounds(final double x0, final double y0, final double z0,
		final double x1, final double y1, final double z1)
	{
		return bounds(new double[] { x0, y0, z0 }, new double[] { x1, y1, z1 });
	}

	/**
	 * A box around a centre, once {@link #size} or {@link #pixels} says how
	 * large.
	 *
	 * @param xyz exactly three finite numbers
	 */
	public static Region centered(final double... xyz) {
		return new Region(corner(xyz), Optional.empty(), Optional.empty(),
			new long[0], Optional.empty());
	}

	/**
	 * With this size around the centre, in voxels of the frame. Bounds given with
	 * a size count by their first corner only, as the centre (ruling 30 of
	 * doc/parity.md).
	 *
	 * @param whd width, height and, unless it is 1, depth
	 * @throws IllegalArgumentException if there are not 2 or 3 finite numbers
	 *           above zero, or if {@link #pixels} were given too
	 */
	public Region size(final double... whd) {
		if (pixels.length > 0) throw bothSizes();
		checkLength(whd.length, "a size");
		final Point extent = new Point(whd[0], whd[1], whd.length == 3 ? whd[2]
			: 1);
		if (extent.x() <= 0 || extent.y() <= 0 || extent.z() <= 0)
			throw new IllegalArgumentException(
				"Expected a size above zero along x, y and z but got " + extent + ".");
		return new Region(asCentre(), Optional.empty(), Optional.of(extent), pixels,
			frame);
	}

	/**
	 * With exactly this many pixels of the mip that is read, around the centre
	 * (ruling 13 of doc/parity.md). Without a depth it is one voxel of the frame.
	 *
	 * @param whd width, height and perhaps depth
	 * @throws IllegalArgumentException if there are not 2 or 3 numbers above
	 *           zero, or if a {@link #size} was given too
	 */
	public Region pixels(final long... whd) {
		if (size.isPresent()) throw bothSizes();
		checkLength(whd.length, "a number of pixels");
		if (Arrays.stream(whd).anyMatch(n -> n <= 0 || n > Integer.MAX_VALUE))
			throw new IllegalArgumentException(
				"Expected numbers of pixels from 1 to " + Integer.MAX_VALUE +
					" but got " + Arrays.stream(whd).mapToObj(Long::toString).collect(
						Collectors.joining(", ")) + ".");
		return new Region(asCentre(), Optional.empty(), size, whd.clone(), frame);
	}

	/** The same box with its coordinates in voxels of {@code resolution}. */
	public Region at(final Resolution resolution) {
		return new Region(first, second, size, pixels, Optional.of(resolution));
	}

	/** The centre, or one of two corners. */
	public Point first() {
		return first;
	}

	/** The other corner, where the region was given by two. */
	public Optional<Point> second() {
		return second;
	}

	/**
	 * The size around the centre in voxels of the frame, where it was given so.
	 */
	public Optional<Point> extent() {
		return size;
	}

	/** The resolution in whose voxels coordinates count; else the client's. */
	public Optional<Resolution> frame() {
		return frame;
	}

	/** Whether the size is in pixels of the mip that is read. */
	public boolean isInPixels() {
		return pixels.length > 0;
	}

	/** Width, height and perhaps depth in pixels; empty where none were given. */
	public long[] pixelSize() {
		return pixels.clone();
	}

	/**
	 * The two corners in voxels of the frame, the lower one first, exact.
	 *
	 * @param extentOfPixels what {@link #pixelSize()} is in voxels of the frame,
	 *          where the region {@link #isInPixels()}; else not looked at
	 * @throws IllegalArgumentException if the region has neither two corners nor
	 *           a size
	 */
	public Corners corners(final Optional<Point> extentOfPixels) {
		if (second.isPresent()) return new Corners(first.min(second.get()), first
			.max(second.get()));
		final Point extent = (isInPixels() ? extentOfPixels : size).orElseThrow(
			() -> new IllegalArgumentException("Expected a size around the centre [" +
				first +
				"] but there is none; try size(width, height) or pixels(width, " +
				"height), or bounds with two corners."));
		return aroundCentre(first, extent);
	}

	/**
	 * The box of a size around a centre: the lower corner is the centre less half
	 * the size, rounded down. A size of 5 reaches from 2 below to 3 above, 4 from
	 * 2 below to 2 above. Source: {@code bounds_from_center} of ImageryClient.
	 */
	public static Corners aroundCentre(final Point centre, final Point extent) {
		final Point lower = new Point(centre.x() - Math.floor(extent.x() / 2),
			centre.y() - Math.floor(extent.y() / 2), centre.z() - Math.floor(extent
				.z() / 2));
		return new Corners(lower, new Point(lower.x() + extent.x(), lower.y() +
			extent.y(), lower.z() + extent.z()));
	}

	/**
	 * The lower and the upper corner of a box.
	 *
	 * @param min belongs to the box
	 * @param max does not
	 */
	public record Corners(Point min, Point max) {

		/** {@code [1100, 2100, 110] to [1180, 2190, 114]}. */
		@Override
		public String toString() {
			return "[" + min + "] to [" + max + "]";
		}
	}

	@Override
	public boolean equals(final Object other) {
		return other instanceof Region r && first.equals(r.first) && second.equals(
			r.second) && size.equals(r.size) && Arrays.equals(pixels, r.pixels) &&
			frame.equals(r.frame);
	}

	@Override
	public int hashCode() {
		return Arrays.hashCode(new Object[] { first, second, size, frame, Arrays
			.hashCode(pixels) });
	}

	/**
	 * {@code centre [5319, 8677, 1201], 400 x 400 x 1 voxels of 4 x 4 x 40 nm}.
	 */
	@Override
	public String toString() {
		final String unit = frame.map(r -> " voxels of " + r).orElse(" voxels");
		if (second.isPresent()) return "[" + first + "] to [" + second.get() +
			"] in" + unit;
		if (isInPixels()) return "centre [" + first + "] in" + unit + ", " + Arrays
			.stream(pixels).mapToObj(Long::toString).collect(Collectors.joining(
				" x ")) + " pixels";
		return "centre [" + first + "], " + size.map(s -> s.toString().replace(", ",
			" x ")).orElse("no size in") + unit;
	}

	private Point asCentre() {
		if (second.isPresent()) LOG.log(System.Logger.Level.INFO,
			"Bounds were given with a size: their first corner [" + first +
				"] is taken as the centre and [" + second.get() + "] is not used.");
		return first;
	}

	private static Point corner(final double[] xyz) {
		if (xyz.length != 3) throw new IllegalArgumentException(
			"Expected a point of 3 numbers (x, y, z) but got " + xyz.length + ": " +
				DoubleStream.of(xyz).mapToObj(Double::toString).collect(Collectors
					.joining(", ")) + ".");
		return Point.of(xyz);
	}

	private static void checkLength(final int length, final String what) {
		if (length != 2 && length != 3) throw new IllegalArgumentException(
			"Expected " + what +
				" of 2 or 3 numbers (width, height, depth) but got " + length + ".");
	}

	private static IllegalArgumentException bothSizes() {
		return new IllegalArgumentException(
			"Expected one size but got both a size in voxels of the frame (bbox_size) " +
				"and one in pixels of the mip (image_size); give one of them.");
	}
}
