// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.ij;

import ij.ImagePlus;
import ij.plugin.PNG_Writer;
import ij.process.ImageProcessor;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.imageio.ImageIO;

import org.imageryclient.picture.Picture;
import org.imageryclient.export.SliceWriter;

/**
 * Writes PNG: imagery through ImageJ's writer; through ImageIO what is
 * see-through, which ImageJ's writer turns into opaque RGB. Masks have a
 * palette and one bit a pixel.
 */
public final class ImageJSliceWriter implements SliceWriter {

	private static final String PNG = "png";
	private static final int NO_TRANSPARENT_INDEX = -1;

	@Override
	public String extension() {
		return PNG;
	}

	@Override
	public void write(final Picture picture, final Path file) throws IOException {
		// Where this fails, ImageIO would print a stack trace before it throws.
		Files.write(file, new byte[0]);
		if (picture instanceof Picture.Rgba rgba) write(rgba, file);
		else if (picture instanceof Picture.Mask mask) write(mask, file);
		else write(PictureImages.processor(picture), file);
	}

	private static void write(final ImageProcessor pixels, final Path file)
		throws IOException
	{
		try {
			new PNG_Writer().writeImage(new ImagePlus("", pixels), file.toString(),
				NO_TRANSPARENT_INDEX);
		}
		catch (final IOException | RuntimeException e) {
			throw e;
		}
		catch (final Exception e) {
			throw new IOException(e.getMessage(), e);
		}
	}

	private static void write(final Picture.Mask mask, final Path file)
		throws IOException
	{
		final int argb = mask.argb();
		final IndexColorModel palette = new IndexColorModel(1, 2, new int[] { 0,
			argb }, 0, true, -1, DataBuffer.TYPE_BYTE);
		final BufferedImage image = new BufferedImage(mask.width(), mask.height(),
			BufferedImage.TYPE_BYTE_BINARY, palette);
		final byte[] row = new byte[mask.width()];
		for (int y = 0; y < mask.height(); y++) {
			for (int x = 0; x < row.length; x++)
				row[x] = (byte) (mask.samples()[y * row.length + x] == 0 ? 0 : 1);
			image.getRaster().setDataElements(0, y, row.length, 1, row);
		}
		write(image, file);
	}

	private static void write(final Picture.Rgba picture, final Path file)
		throws IOException
	{
		final BufferedImage image = new BufferedImage(picture.width(), picture
			.height(), BufferedImage.TYPE_INT_ARGB);
		image.setRGB(0, 0, picture.width(), picture.height(), picture.samples(), 0,
			picture.width());
		write(image, file);
	}

	private static void write(final BufferedImage image, final Path file)
		throws IOException
	{
		if (!ImageIO.write(image, PNG, file.toFile())) throw new IOException(
			"this Java has no PNG writer");
	}
}
