// SPDX-License-Identifier: BSD-2-Clause
package org.imageryclient.golden;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

import javax.imageio.ImageIO;

/**
 * A decoded picture: four samples (red, green, blue, alpha) per pixel, row by
 * row. Grey is spread over the three colours and a missing alpha is opaque, so
 * that a grey picture equals a colour one of the same grey; 8 and 16 bits stay
 * apart, since that is what is lost when a volume is saved too narrow.
 */
record Picture(int width, int height, int bitDepth, int[] samples) {

	private static final String[] NAMES = { "red", "green", "blue", "alpha" };

	/**
	 * @throws IOException if there is no such file, or it is no picture
	 */
	static Picture read(final Path file) throws IOException {
		final BufferedImage image = ImageIO.read(file.toFile());
		if (image == null) throw new IOException("Expected a picture at " + file +
			".");
		return of(image);
	}

	static Picture of(final BufferedImage image) {
		final int w = image.getWidth();
		final int h = image.getHeight();
		final boolean deep = image.getSampleModel().getSampleSize(0) == 16;
		final int[] samples = new int[4 * w * h];
		final int[] pixel = new int[4];
		for (int i = 0; i < w * h; i++) {
			readPixel(image, i % w, i / w, deep ? 0xffff : 0xff, pixel);
			System.arraycopy(pixel, 0, samples, 4 * i, 4);
		}
		return new Picture(w, h, deep ? 16 : 8, samples);
	}

	/**
	 * Reads stored samples, not colours: a grey pixel's colour as AWT computes it
	 * has another gamma.
	 */
	private static void readPixel(final BufferedImage image, final int x,
		final int y, final int opaque, final int[] rgba)
	{
		final Raster raster = image.getRaster();
		final ColorModel colors = image.getColorModel();
		if (colors instanceof IndexColorModel) {
			final int argb = colors.getRGB(raster.getSample(x, y, 0));
			for (int b = 0; b < 3; b++)
				rgba[b] = argb >> 16 - 8 * b & 0xff;
			rgba[3] = argb >>> 24;
			return;
		}
		final int bands = raster.getNumBands();
		final boolean grey = bands < 3;
		for (int b = 0; b < 3; b++)
			rgba[b] = raster.getSample(x, y, grey ? 0 : b);
		rgba[3] = colors.hasAlpha() ? raster.getSample(x, y, bands - 1) : opaque;
	}

	/** The first difference from {@code found}, if there is one. */
	Optional<String> firstDifference(final Picture found) {
		if (width != found.width || height != found.height) return Optional.of(
			"expected " + width + " x " + height + " pixels, found " + found.width +
				" x " + found.height);
		if (bitDepth != found.bitDepth) return Optional.of("expected " + bitDepth +
			" bits per sample, found " + found.bitDepth);
		for (int i = 0; i < samples.length; i++) {
			if (samples[i] != found.samples[i]) return Optional.of("at column " + i /
				4 % width + ", row " + i / 4 / width + ": expected " + NAMES[i % 4] +
				" " + samples[i] + ", found " + found.samples[i]);
		}
		return Optional.empty();
	}
}
