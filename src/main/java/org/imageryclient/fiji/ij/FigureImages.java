// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.ij;

import ij.ImagePlus;
import ij.process.ColorProcessor;

import java.awt.Rectangle;
import java.util.Arrays;

import org.imageryclient.export.FigurePlanes;
import org.imageryclient.export.SaveOptions;
import org.imageryclient.fiji.ij.ImageJSamples.Rounding;
import org.imageryclient.overlay.Figure;
import org.imageryclient.overlay.ScaleBar;
import org.imageryclient.picture.Picture;

/**
 * Figures as ImageJ's images and as flat pictures.
 *
 * <pre>
 *
 * FigureImages.layered(Figure.of(pair)).show();
 * </pre>
 */
public final class FigureImages {

	private FigureImages() {}

	/**
	 * A figure in layers: imagery of 8 bits as pixels, calibrated in nm, and over
	 * it, as elements of the image's overlay, a ROI for each root (named by its
	 * id, in its colour), the scale bar and the legend. Image ▸ Overlay ▸ Flatten
	 * makes it one picture, Image ▸ Overlay ▸ To ROI Manager lists the elements.
	 * The image's info holds the manifest.
	 */
	public static ImagePlus layered(final Figure figure) {
		final FigureLayout layout = new FigureLayout(figure);
		final ImagePlus image = CutoutImages.of(new FigurePlanes(figure, layout
			.panelWidth(), new FigureFiles(figure, SaveOptions.prefix("")).info()),
			"figure", Rounding.REFUSED);
		image.setOverlay(new FigureElements(figure, layout).all());
		return image;
	}

	/**
	 * One picture with everything drawn into its pixels. Segments and bar are
	 * drawn by this project to the last bit, text by Java.
	 *
	 * @param slice from 0
	 */
	public static Picture.Rgb flat(final Figure figure, final int slice) {
		final FigureLayout layout = new FigureLayout(figure);
		final Picture.Rgb picture = withPanel(figure.picture(slice), layout
			.panelWidth());
		final ImagePlus image = new ImagePlus("", new ColorProcessor(picture
			.width(), picture.height(), picture.samples()));
		image.setOverlay(new FigureElements(figure, layout).annotations());
		final int[] pixels = (int[]) image.flatten().getProcessor().getPixels();
		figure.scaleBar().ifPresent(bar -> draw(bar, layout.bar(bar), pixels,
			picture.width()));
		return new Picture.Rgb(picture.width(), picture.height(), pixels);
	}

	private static Picture.Rgb withPanel(final Picture.Rgb picture,
		final int panelWidth)
	{
		final int width = picture.width() + panelWidth;
		final int[] wide = new int[Math.multiplyExact(width, picture.height())];
		Arrays.fill(wide, 0xffffff);
		for (int y = 0; y < picture.height(); y++)
			System.arraycopy(picture.samples(), y * picture.width(), wide, y * width,
				picture.width());
		return new Picture.Rgb(width, picture.height(), wide);
	}

	/** White, in its last column by the share that it covers. */
	private static void draw(final ScaleBar bar, final Rectangle place,
		final int[] pixels, final int width)
	{
		for (int y = place.y; y < Math.min(place.y + place.height, pixels.length /
			width); y++)
			for (int x = place.x; x < Math.min(width, place.x + place.width + 1); x++)
				pixels[y * width + x] = whitened(pixels[y * width + x], bar.coverage(x -
					place.x));
	}

	private static int whitened(final int rgb, final double share) {
		int mixed = 0;
		for (int shift = 0; shift <= 16; shift += 8) {
			final int channel = rgb >> shift & 0xff;
			mixed |= (int) Math.round(channel + (255 - channel) * share) << shift;
		}
		return mixed;
	}
}
