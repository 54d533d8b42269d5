// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.overlay;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

import org.imageryclient.color.ColorScheme;
import org.imageryclient.color.Palette;
import org.imageryclient.color.RootColors;
import org.imageryclient.cutout.ImageCutout;
import org.imageryclient.cutout.PairedCutout;
import org.imageryclient.cutout.SegmentationCutout;
import org.imageryclient.geom.Long3;
import org.imageryclient.geom.Resolution;
import org.imageryclient.geom.VoxelBox;
import org.imageryclient.mask.LabelImage;
import org.imageryclient.mask.MaskSet;
import org.imageryclient.mask.RootMask;
import org.imageryclient.picture.GridMatch;
import org.imageryclient.picture.IntensityRange;
import org.imageryclient.picture.Picture;
import org.imageryclient.picture.PlaneStack;
import org.imageryclient.picture.Slices;

/**
 * Figures of segments in colour, over imagery or over nothing.
 *
 * <pre>
 *
 * Picture.Rgba figure = Overlay.of(pair).colors(ColorScheme.parse("tab10"))
 * 	.alpha(0.4).outline(Outline.outside(3)).picture(0);
 * </pre>
 *
 * Masks are laid one over the other in their order. Immutable: each setting
 * gives a new overlay. Follows {@code composite_overlay} of ImageryClient
 * ({@code composite.py}) bit for bit.
 */
public final class Overlay {

	private static final ColorScheme USUAL_COLORS = ColorScheme.of(Palette.of(
		"husl"));

	private final Long3 size;
	private final GridMatch match;
	private final List<RootMask> masks;
	private final int[] argb;
	private final Settings settings;

	/**
	 * @param size in voxels of the imagery, or of the masks without imagery
	 * @param match the voxel of the masks for each of these
	 */
	private Overlay(final Long3 size, final GridMatch match,
		final List<RootMask> masks, final int[] argb, final Settings settings)
	{
		this.size = size;
		this.match = match;
		this.masks = masks;
		this.argb = argb;
		this.settings = settings;
	}

	/**
	 * Filled shapes of opacity 0.2 in the colours of the palette husl, across z,
	 * over nothing.
	 *
	 * @param masks in the order of drawing
	 * @throws IllegalArgumentException if there are none, or of several sizes
	 */
	public static Overlay of(final List<RootMask> masks) {
		if (masks.isEmpty()) throw new IllegalArgumentException(
			"Expected at least one mask to draw but got none; try other root ids or a larger region.");
		final Long3 size = masks.get(0).size();
		for (final RootMask mask : masks)
			if (!mask.size().equals(size)) throw new IllegalArgumentException(
				"Expected masks of one size but " + masks.get(0) + " is " + size +
					" and " + mask + " is " + mask.size() + ".");
		return of(size, masks);
	}

	/** The same, for all masks of a cutout in ascending order of their ids. */
	public static Overlay of(final MaskSet masks) {
		return of(Long3.of(masks.labels().indices().dimensionsAsLongArray()), masks
			.stream().toList());
	}

	/** The same, for all ids of a label image, such as a segmentation, but 0. */
	public static Overlay of(final LabelImage labels) {
		return of(MaskSet.of(labels));
	}

	/**
	 * The masks of a pair over its imagery, whether both are on one grid or not:
	 * each voxel of the imagery has the mask that covers its centre.
	 */
	public static Overlay of(final PairedCutout pair) {
		final ImageCutout<?> image = pair.image();
		final SegmentationCutout labels = pair.segmentation();
		final GridMatch match = image.size().equals(labels.size()) ? GridMatch.same(
			image.size()) : GridMatch.of(image.size(), image.origin(), image
				.resolution(), labels.size(), labels.origin(), labels.resolution());
		return of(image.size(), match, pair.masks().stream().toList()).over(image);
	}

	/** Imagery alone, without a mask. */
	public static Overlay of(final ImageCutout<?> image) {
		return of(image.size(), List.of()).over(image);
	}

	private static Overlay of(final Long3 size, final List<RootMask> masks) {
		return of(size, GridMatch.same(size), masks);
	}

	private static Overlay of(final Long3 size, final GridMatch match,
		final List<RootMask> masks)
	{
		return new Overlay(size, match, List.copyOf(masks), new int[0],
			Settings.USUAL).colors(USUAL_COLORS);
	}

	/** Colours for the masks in their order. */
	public Overlay colors(final ColorScheme scheme) {
		return colors(scheme.forIds(masks.stream().mapToLong(RootMask::id)
			.toArray()));
	}

	/** Colours by id; their own alpha counts besides that of the overlay. */
	public Overlay colors(final RootColors colors) {
		return new Overlay(size, match, masks, masks.stream().mapToInt(
			mask -> colors.argb(mask.id())).toArray(), settings);
	}

	/**
	 * Colours for the masks in their order, {@code 0xAARRGGBB}.
	 *
	 * @throws IllegalArgumentException unless there is one for each mask
	 */
	public Overlay colors(final int... colors) {
		if (colors.length != masks.size()) throw new IllegalArgumentException(
			"Expected a colour for each of the " + masks.size() + " masks but got " +
				colors.length + ".");
		return new Overlay(size, match, masks, colors.clone(), settings);
	}

	/**
	 * Colours for the masks in their order, as the reference takes them.
	 *
	 * @param colors three numbers from 0 to 1 each, red, green and blue, as list
	 *          or array; a fourth is not heeded
	 * @throws IllegalArgumentException unless there is one for each mask; for
	 *           anything else, which it names
	 */
	public Overlay colorShares(final List<?> colors) {
		return colors(colors.stream().mapToInt(ColorShares::argb).toArray());
	}

	/**
	 * Colours by id, as the reference takes them.
	 *
	 * @param colors from id (a number, unsigned, or its decimal text) to colour
	 *          as in {@link #colorShares}
	 * @throws IllegalArgumentException if a mask has none; for anything else,
	 *           which it names
	 */
	public Overlay colorSharesById(final Map<?, ?> colors) {
		return colors(ColorShares.byId(colors, masks.stream().map(RootMask::id)
			.toList()));
	}

	/**
	 * @param alpha opacity of what is drawn, 0 to 1
	 * @throws IllegalArgumentException if it is outside
	 */
	public Overlay alpha(final double alpha) {
		return with(settings.withAlpha(alpha));
	}

	/** Lines along the borders instead of filled shapes. */
	public Overlay outline(final Outline outline) {
		return with(settings.withOutline(Optional.of(outline)));
	}

	/** Whether a mask is drawn where an earlier one is already. */
	public Overlay overlap(final boolean value) {
		return with(settings.withOverlap(value));
	}

	/**
	 * @param axis across the slices: 0, 1, 2 for x, y, z; see {@link Slices}
	 * @throws IllegalArgumentException for another
	 */
	public Overlay acrossAxis(final int axis) {
		return with(settings.withAxis(axis));
	}

	/**
	 * Over imagery of one channel, which is grey, or of red, green and blue.
	 * Samples of 8 bits stay as they are; of others the least becomes 0 and the
	 * greatest 255.
	 *
	 * @throws IllegalArgumentException if it has not the voxels of the masks
	 */
	public Overlay over(final ImageCutout<?> imagery) {
		final PlaneStack stack = PlaneStack.of(imagery);
		return over(stack, IntensityRange.toEightBits(stack));
	}

	/**
	 * Over imagery that is brought to 8 bits by a range.
	 *
	 * @throws IllegalArgumentException if it has not the voxels of the masks
	 */
	public Overlay over(final ImageCutout<?> imagery,
		final IntensityRange range)
	{
		return over(PlaneStack.of(imagery), Optional.of(range));
	}

	/**
	 * Over imagery of no cutout.
	 *
	 * @param range brings it to 8 bits first
	 * @throws IllegalArgumentException if it has not the voxels of the masks
	 */
	public Overlay over(final PlaneStack imagery,
		final Optional<IntensityRange> range)
	{
		if (!imagery.size().equals(size)) throw new IllegalArgumentException(
			"Expected imagery of the size of the masks, " + size + ", but it is " +
				imagery.size() + "; try one region and resize = true for both.");
		return with(settings.withImagery(imagery, range));
	}

	/**
	 * With square pixels where voxels are not square in the plane: the finer of
	 * the two sides keeps a pixel for each voxel, along the other voxels are
	 * repeated, so that shapes are not distorted. Outlines keep their width in
	 * pixels.
	 *
	 * @param nmPerVoxel of the imagery, or of the masks without imagery
	 */
	public Overlay squarePixels(final Resolution nmPerVoxel) {
		return with(settings.withSquarePixels(nmPerVoxel));
	}

	Settings settings() {
		return settings;
	}

	private Overlay with(final Settings other) {
		return new Overlay(size, match, masks, argb, other);
	}

	/** Voxels of the imagery, or of the masks without imagery, along x, y, z. */
	public Long3 size() {
		return size;
	}

	/** Across the slices: 0, 1, 2 for x, y, z. */
	public int axis() {
		return settings.axis();
	}

	/** The colour of each mask, in their order, without the overlay's opacity. */
	public Legend legend() {
		return new Legend(IntStream.range(0, masks.size()).mapToObj(
			i -> new Legend.Entry(masks.get(i).id(), argb[i])).toList());
	}

	/** Whether the imagery, if there is any, is grey. */
	public boolean isGray() {
		return settings.imagery().map(stack -> stack.channels() == 1).orElse(true);
	}

	/** Pixels in a row of a picture. */
	public int width() {
		return grid().width();
	}

	/** Rows of a picture. */
	public int height() {
		return grid().height();
	}

	/** The number of pictures: one for each slice. */
	public int count() {
		return Math.toIntExact(size.get(settings.axis()));
	}

	/**
	 * Draws one slice: columns are the earlier remaining axis, rows the later
	 * one. Opaque over imagery, else transparent where no mask is.
	 *
	 * @param slice from 0
	 * @throws IndexOutOfBoundsException if there is no such slice
	 * @throws org.imageryclient.Unsupported if pictures can't hold the imagery
	 */
	public Picture.Rgba picture(final int slice) {
		final int[] drawn = canvas(slice).pixels();
		return new Picture.Rgba(width(), height(), backdrop(slice).map(
			below -> Blend.over(below.samples(), drawn)).orElse(drawn));
	}

	/**
	 * The imagery of one slice as it is below the masks, if there is any.
	 *
	 * @param slice from 0
	 * @throws IndexOutOfBoundsException if there is no such slice
	 */
	public Optional<Picture.Rgba> backdrop(final int slice) {
		Objects.checkIndex(slice, count());
		final int perRow = Math.toIntExact(size.get(PixelGrid.columnAxis(axis())));
		return settings.backdrop(slice).map(pixels -> new Picture.Rgba(width(),
			height(), grid().show(pixels, perRow)));
	}

	/**
	 * What of each mask is seen in one slice, in the order of drawing. Laid over
	 * each other and over the {@link #backdrop} they make the {@link #picture}.
	 *
	 * @param slice from 0
	 * @throws IndexOutOfBoundsException if there is no such slice
	 */
	public List<Layer> layers(final int slice) {
		return canvas(slice).layers();
	}

	/** All slices. */
	public List<Picture.Rgba> pictures() {
		return IntStream.range(0, count()).mapToObj(this::picture).toList();
	}

	private Canvas canvas(final int slice) {
		final int maskSlice = match.along(axis())[Objects.checkIndex(slice,
			count())];
		final Canvas canvas = new Canvas(width(), height(), settings);
		final PixelGrid pixels = grid().on(match);
		for (int i = 0; i < masks.size(); i++)
			if (isIn(masks.get(i), maskSlice)) canvas.draw(masks.get(i).id(), pixels
				.shape(masks.get(i), maskSlice, Canvas.margin(settings)), argb[i]);
		return canvas;
	}

	private PixelGrid grid() {
		return settings.pixelsOf(size);
	}

	private boolean isIn(final RootMask mask, final int slice) {
		final VoxelBox bounds = mask.bounds();
		return bounds.min().get(axis()) <= slice && slice < bounds.max().get(
			axis());
	}

	@Override
	public String toString() {
		return "Overlay of " + masks.size() + " masks, " + Arrays.toString(size
			.toArray()) + ", " + settings;
	}
}
