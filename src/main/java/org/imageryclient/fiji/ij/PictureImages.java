// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.ij;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

import java.util.List;

import org.imageryclient.picture.Picture;

/**
 * Pictures as ImageJ's images.
 *
 * <pre>
 *
 * PictureImages.of("figure", Overlay.of(pair).pictures()).show();
 * </pre>
 */
public final class PictureImages {

	private PictureImages() {}

	/**
	 * One image with a slice for each picture. Colour that may be see-through
	 * becomes RGB as if it were opaque, since ImageJ's images have no alpha;
	 * masks become 0 and 255.
	 *
	 * @throws IllegalArgumentException if there is no picture, or of several
	 *           sizes or kinds
	 */
	public static ImagePlus of(final String title,
		final List<? extends Picture> pictures)
	{
		if (pictures.isEmpty()) throw new IllegalArgumentException(
			"Expected at least one picture to show but got none.");
		final ImageStack stack = new ImageStack(pictures.get(0).width(), pictures
			.get(0).height());
		pictures.forEach(picture -> stack.addSlice("", processor(picture)));
		final ImagePlus image = new ImagePlus(title, stack);
		image.setDimensions(1, stack.size(), 1);
		return image;
	}

	/** One picture; see {@link #of(String, List)}. */
	public static ImagePlus of(final String title, final Picture picture) {
		return of(title, List.of(picture));
	}

	/** The samples are shared where ImageJ has the same kind. */
	static ImageProcessor processor(final Picture picture) {
		final int width = picture.width();
		final int height = picture.height();
		if (picture instanceof Picture.Gray8 gray) return new ByteProcessor(width,
			height, gray.samples());
		if (picture instanceof Picture.Gray16 gray) return new ShortProcessor(width,
			height, gray.samples(), null);
		if (picture instanceof Picture.Rgb rgb) return new ColorProcessor(width,
			height, rgb.samples());
		if (picture instanceof Picture.Rgba rgba) return new ColorProcessor(width,
			height, rgba.samples());
		return new ByteProcessor(width, height, ((Picture.Mask) picture).samples());
	}
}
