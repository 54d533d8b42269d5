// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.ij;

import ij.ImagePlus;
import ij.plugin.PNG_Writer;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.OptionalInt;
import java.util.zip.Deflater;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

import org.imageryclient.export.MaskPng;
import org.imageryclient.export.SliceWriter;
import org.imageryclient.picture.Picture;

/**
 * Writes PNG: imagery through ImageJ's writer; through ImageIO what is
 * see-through, which ImageJ's writer turns into opaque RGB. Masks have a
 * palette and one bit a pixel ({@link MaskPng}).
 */
public final class ImageJSliceWriter implements SliceWriter {

	private static final String PNG = "png";
	private static final int NO_TRANSPARENT_INDEX = -1;

	private final OptionalInt level;

	/** With the usual compression. */
	public ImageJSliceWriter() {
		this(OptionalInt.empty());
	}

	private ImageJSliceWriter(final OptionalInt level) {
		this.level = level;
	}

	/** Writes pictures through ImageIO: ImageJ has one level. */
	@Override
	public SliceWriter withCompression(final int value) {
		return new ImageJSliceWriter(OptionalInt.of(value));
	}

	@Override
	public String extension() {
		return PNG;
	}

	@Override
	public void write(final Picture picture, final Path file) throws IOException {
		if (picture instanceof Picture.Mask mask) {
			Files.write(file, MaskPng.encode(mask, level.orElse(
				Deflater.DEFAULT_COMPRESSION)));
			return;
		}
		// Where this fails, ImageIO would print a stack trace before it throws.
		Files.write(file, new byte[0]);
		if (picture instanceof Picture.Rgba rgba) write(image(rgba), file);
		else write(PictureImages.processor(picture), file);
	}

	private void write(final ImageProcessor pixels, final Path file)
		throws IOException
	{
		if (level.isPresent()) {
			write(pixels instanceof ShortProcessor gray ? gray.get16BitBufferedImage()
				: pixels.getBufferedImage(), file);
			return;
		}
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

	private static BufferedImage image(final Picture.Rgba picture) {
		final BufferedImage image = new BufferedImage(picture.width(), picture
			.height(), BufferedImage.TYPE_INT_ARGB);
		image.setRGB(0, 0, picture.width(), picture.height(), picture.samples(), 0,
			picture.width());
		return image;
	}

	private void write(final BufferedImage image, final Path file)
		throws IOException
	{
		final Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName(
			PNG);
		if (!writers.hasNext()) throw new IOException(
			"this Java has no PNG writer");
		final ImageWriter writer = writers.next();
		try (ImageOutputStream out = ImageIO.createImageOutputStream(file
			.toFile()))
		{
			writer.setOutput(out);
			final ImageWriteParam param = writer.getDefaultWriteParam();
			if (level.isPresent()) {
				param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
				param.setCompressionQuality((9 - level.getAsInt()) / 9f);
			}
			writer.write(null, new IIOImage(image, null, null), param);
		}
		finally {
			writer.dispose();
		}
	}
}
