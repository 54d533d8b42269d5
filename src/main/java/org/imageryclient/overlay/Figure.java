// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.overlay;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

import org.imageryclient.color.RootColors;
import org.imageryclient.cutout.Cutout;
import org.imageryclient.cutout.PairedCutout;
import org.imageryclient.cutout.SegmentationCutout;
import org.imageryclient.cutout.SidePlan;
import org.imageryclient.geom.Long3;
import org.imageryclient.geom.Resolution;
import org.imageryclient.picture.Picture;

/**
 * An overlay with what a reader needs: a scale bar, and a legend that says which
 * colour stands for which root id.
 *
 * <pre>
 *
 * Overlay overlay = Overlay.of(pair).colors(ColorScheme.parse("tab10")).alpha(
 * 	0.4);
 * Figure figure = Figure.of(overlay, pair).withLegend(LegendPlace.BOTH);
 * cutouts.save(figure, "fig.png"); // flat, and fig_legend.svg
 * cutouts.save(figure, "fig.tif"); // in layers that can be edited
 * </pre>
 *
 * <b>Pixels are square.</b> Where voxels are not square in the plane, as across
 * x or y of most volumes, the overlay is drawn with {@link Overlay#squarePixels
 * square pixels} of the shorter side. So the scale bar, which lies along the
 * columns, is true along rows and columns alike, and shapes are not distorted.
 * <p>
 * Immutable, without I/O. The bar's text is drawn where there are fonts, in
 * {@code fiji.ij}.
 * </p>
 *
 * @param overlay with square pixels; over white where it has no imagery
 * @param nmPerPixel along columns and rows
 * @param nmPerSlice from one picture to the next
 * @param origin the column, row and slice that the first pixel has on a grid of
 *          these sizes from 0 nm on; where voxels are not square, the nearest
 * @param scaleBar if there is one
 * @param legendPlace where the legend is
 * @param cutout that it shows, if it is of one
 */
public record Figure(Overlay overlay, double nmPerPixel, double nmPerSlice,
	Long3 origin, Optional<ScaleBar> scaleBar, LegendPlace legendPlace,
	Optional<Cutout> cutout)
{

	/** Opacity at which both labels and the membranes under them are seen. */
	public static final double USUAL_ALPHA = 0.4;

	/** Of outlines, in pixels. */
	public static final int USUAL_WIDTH = 3;

	private static final int WHITE = 0xffffffff;

	/**
	 * A pair in Neuroglancer's colours, across z, with a scale bar and a legend
	 * beside it.
	 */
	public static Figure of(final PairedCutout pair) {
		return of(Overlay.of(pair).colors(RootColors.hashed()).alpha(USUAL_ALPHA),
			pair);
	}

	/**
	 * An overlay of a cutout, with a scale bar of a round length and a legend
	 * beside it.
	 *
	 * @param overlay of the cutout's masks, or over its imagery, or both
	 */
	public static Figure of(final Overlay overlay, final Cutout cutout) {
		final SidePlan grid = gridOf(cutout);
		return of(overlay, grid.resolution(), grid.box().min(), Optional.of(
			cutout));
	}

	/** The imagery's where there is any. */
	private static SidePlan gridOf(final Cutout cutout) {
		final boolean isImagery = !(cutout instanceof SegmentationCutout);
		return (isImagery ? cutout.plan().image() : cutout.plan().segmentation())
			.orElseThrow();
	}

	/**
	 * The same, of an overlay of no cutout.
	 *
	 * @param nmPerVoxel of the overlay's voxels
	 * @param origin its first voxel on their grid
	 */
	public static Figure of(final Overlay overlay, final Resolution nmPerVoxel,
		final Long3 origin)
	{
		return of(overlay, nmPerVoxel, origin, Optional.empty());
	}

	private static Figure of(final Overlay overlay, final Resolution nmPerVoxel,
		final Long3 origin, final Optional<Cutout> cutout)
	{
		final Overlay square = overlay.squarePixels(nmPerVoxel);
		final int axis = square.axis();
		final double nm = PixelGrid.squareNm(axis, nmPerVoxel);
		final int column = PixelGrid.columnAxis(axis);
		final int row = PixelGrid.rowAxis(axis);
		return new Figure(square, nm, nmPerVoxel.get(axis), new Long3(Math.round(
			origin.get(column) * nmPerVoxel.get(column) / nm), Math.round(origin.get(
				row) * nmPerVoxel.get(row) / nm), origin.get(axis)), Optional.of(
					ScaleBar.fitting(nm, square.width())), LegendPlace.FILE, cutout);
	}

	/**
	 * With a scale bar of a length.
	 *
	 * @throws IllegalArgumentException if it is not above 0, or longer than the
	 *           picture
	 */
	public Figure withScaleBar(final double nm) {
		final ScaleBar bar = new ScaleBar(nm, nmPerPixel);
		if (bar.pixels() > overlay.width()) throw new IllegalArgumentException(
			"Expected a scale bar within the picture, at most " + new ScaleBar(overlay
				.width() * nmPerPixel, nmPerPixel).text() + ", but got " + bar.text() +
				".");
		return new Figure(overlay, nmPerPixel, nmPerSlice, origin, Optional.of(bar),
			legendPlace, cutout);
	}

	/** Without a scale bar. */
	public Figure withoutScaleBar() {
		return new Figure(overlay, nmPerPixel, nmPerSlice, origin, Optional.empty(),
			legendPlace, cutout);
	}

	/** With the legend at another place. */
	public Figure withLegend(final LegendPlace place) {
		return new Figure(overlay, nmPerPixel, nmPerSlice, origin, scaleBar, place,
			cutout);
	}

	/** The number of pictures. */
	public int count() {
		return overlay.count();
	}

	/** The roots in the order of drawing, with their colours. */
	public Legend legend() {
		return overlay.legend();
	}

	/**
	 * How it is drawn, by those keys of the command Overlay Figure that don't have
	 * their defaults, without those for its cutout and its colours. Nothing where
	 * the command draws no such figure: with imagery left out, or masks in another
	 * order than that of their ids.
	 */
	public Optional<Map<String, String>> keys() {
		final boolean isImageryThere = cutout.filter(
			c -> !(c instanceof SegmentationCutout)).isPresent();
		return isImageryThere == overlay.settings().imagery().isPresent() &&
			cutout.isPresent() && legend().isInOrderOfIds() ? Optional.of(
				new FigureKeys(this).all()) : Optional.empty();
	}

	/** One picture, flat, without scale bar and legend. */
	public Picture.Rgb picture(final int slice) {
		return onWhite(overlay.picture(slice)).toRgb();
	}

	/** What is below the masks in one picture: imagery, or white. */
	public Picture.Rgba backdrop(final int slice) {
		return overlay.backdrop(slice).orElseGet(() -> {
			final int[] white = new int[Math.multiplyExact(overlay.width(), overlay
				.height())];
			Arrays.fill(white, WHITE);
			return new Picture.Rgba(overlay.width(), overlay.height(), white);
		});
	}

	private static Picture.Rgba onWhite(final Picture.Rgba picture) {
		final int[] pixels = new int[picture.samples().length];
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = Blend.over(WHITE, picture.samples()[i]);
		return new Picture.Rgba(picture.width(), picture.height(), pixels);
	}
}
