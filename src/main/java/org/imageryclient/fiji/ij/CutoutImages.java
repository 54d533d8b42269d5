// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.ij;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.LUT;

import org.imageryclient.Unsupported;
import org.imageryclient.color.RootColors;
import org.imageryclient.cutout.ImageCutout;
import org.imageryclient.cutout.PairedCutout;
import org.imageryclient.cutout.SegmentationCutout;
import org.imageryclient.export.LabelStack;
import org.imageryclient.picture.PlaneStack;
import org.imageryclient.fiji.ij.ImageJSamples.Rounding;
import org.imageryclient.mask.LabelIndex;

/**
 * Cutouts as ImageJ's images: z slices, channels, pixel size in nm, and an
 * origin that makes the calibrated coordinate of a pixel the position in nm of
 * its lower corner.
 *
 * <pre>
 *
 * CutoutImages.paired(pair, RootColors.hashed(), 0.4).show();
 * </pre>
 */
public final class CutoutImages {

	private CutoutImages() {}

	/**
	 * Imagery, sample for sample.
	 * <ul>
	 * <li>uint8, uint16, float32 share their planes with the cutout; nothing is
	 * copied, and what ImageJ changes changes in the cutout.</li>
	 * <li>int16 becomes ImageJ's signed 16 bits: pixels are shifted by 32768, the
	 * calibrated values are the samples.</li>
	 * <li>int8, and int32, uint32, int64, uint64, float64 as far as 32-bit floats
	 * hold every value exactly, become 32-bit floats.</li>
	 * <li>Several channels become a composite; three are red, green, blue.</li>
	 * </ul>
	 *
	 * @throws Unsupported if a value would change; remedy: {@link #nearest}
	 * @throws IllegalArgumentException if the cutout is empty
	 */
	public static ImagePlus of(final ImageCutout<?> image) {
		return of(PlaneStack.of(image), title(image.source(), image.mip()),
			Rounding.REFUSED);
	}

	/**
	 * Imagery as {@link #of}, but values that no 32-bit float equals are rounded
	 * to the nearest. Not for ids.
	 *
	 * @throws IllegalArgumentException if the cutout is empty
	 */
	public static ImagePlus nearest(final ImageCutout<?> image) {
		return of(PlaneStack.of(image), title(image.source(), image.mip()),
			Rounding.NEAREST);
	}

	/**
	 * Segment ids as labels 1…n in ascending order of the ids, 0 the background,
	 * in 8, 16 or 32 bits as n needs. The image's info, which ImageJ shows and
	 * saves, says which id each label is. Labels of 8 bits have the colours of
	 * their roots.
	 *
	 * @throws Unsupported if there are more than 2<sup>24</sup> ids
	 * @throws IllegalArgumentException if the cutout is empty
	 */
	public static ImagePlus labels(final SegmentationCutout segmentation,
		final RootColors colors)
	{
		if (segmentation.isEmpty()) throw new IllegalArgumentException(
			"Expected a segmentation but the cutout of " + segmentation.source() +
				" is empty; try a client with a segmentation source.");
		final LabelStack stack = LabelStack.of(segmentation);
		checkCount(stack.labels().size());
		final ImagePlus image = of(stack, title(segmentation.source(), segmentation
			.mip()), Rounding.REFUSED);
		image.setDisplayRange(0, Math.max(1, stack.labels().size()));
		if (stack.labels().bitDepth() == 8) {
			image.setDisplayRange(0, 255);
			image.setLut(lut(stack.labels(), colors));
		}
		return image;
	}

	/**
	 * Imagery with its labels over it, as {@link LabelOverlay} paints them.
	 *
	 * @param alpha opacity of the labels, 0 to 1
	 * @throws Unsupported as {@link #of}
	 */
	public static ImagePlus paired(final PairedCutout pair,
		final RootColors colors, final double alpha)
	{
		final ImagePlus image = of(pair.image());
		image.setOverlay(LabelOverlay.of(pair, colors, alpha));
		return image;
	}

	/**
	 * @throws Unsupported if there are more labels than ImageJ's images can tell
	 *           apart
	 */
	static void checkCount(final int labels) {
		if (labels > LabelStack.MOST_IN_FLOATS) throw new Unsupported(
			"Expected at most " + LabelStack.MOST_IN_FLOATS +
				" segments, as far as the 32-bit floats of ImageJ's images count, but the cutout has " +
				labels + "; try a smaller box, or a list of roots.");
	}

	/** Any planes as an image. */
	static ImagePlus of(final PlaneStack stack, final String title,
		final Rounding rounding)
	{
		final ImageJSamples samples = new ImageJSamples(stack.dataType(), rounding);
		final int channels = stack.channels();
		final int depth = (int) stack.size().z();
		final ImageStack slices = new ImageStack((int) stack.size().x(), (int) stack
			.size().y());
		for (int z = 0; z < depth; z++)
			for (int c = 0; c < channels; c++)
				slices.addSlice("z " + (stack.origin().z() + z), samples.pixels(stack
					.plane(c, z)));
		final ImagePlus plain = new ImagePlus(title, slices);
		plain.setDimensions(channels, depth, 1);
		final ImagePlus image = channels > 1 &&
			channels <= CompositeImage.MAX_CHANNELS ? new CompositeImage(plain,
				CompositeImage.COMPOSITE) : plain;
		image.setCalibration(NmCalibration.of(stack, samples));
		if (!stack.notes().isEmpty()) image.setProperty("Info", stack.notes());
		if (samples.bitDepth() > 8) image.resetDisplayRange();
		return image;
	}

	private static String title(final String source, final int mip) {
		final String[] parts = source.split("[/|]");
		return parts[parts.length - 1] + " mip " + mip;
	}

	private static LUT lut(final LabelIndex labels, final RootColors colors) {
		final byte[][] channels = new byte[3][256];
		for (int label = 1; label <= labels.size(); label++) {
			final int argb = colors.argb(labels.idOf(label));
			for (int c = 0; c < 3; c++)
				channels[c][label] = (byte) (argb >> 16 - 8 * c);
		}
		return new LUT(channels[0], channels[1], channels[2]);
	}
}
