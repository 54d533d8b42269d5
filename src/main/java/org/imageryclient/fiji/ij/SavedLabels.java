// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.ij;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import net.imglib2.img.planar.PlanarImg;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.type.numeric.integer.UnsignedIntType;

import org.imageryclient.CorruptData;
import org.imageryclient.SourceNotFound;
import org.imageryclient.export.IdTable;
import org.imageryclient.mask.LabelImage;
import org.imageryclient.volume.Planes;

/**
 * Reads saved labels back as the ids that they stand for.
 *
 * <pre>
 *
 * LabelImage labels = SavedLabels.open(Path.of("fig_labels.tif"));
 * MaskSet masks = MaskSet.of(labels); // the same ids and voxels as before
 * </pre>
 */
public final class SavedLabels {

	private SavedLabels() {}

	/**
	 * The labels of a file that {@link TiffStackFormat} wrote, by the table
	 * beside it: {@code fig_labels.csv} for {@code fig_labels.tif}.
	 *
	 * @throws SourceNotFound if one of the two is not there or can't be read
	 * @throws CorruptData if they do not belong together; says why
	 */
	public static LabelImage open(final Path tiff) {
		final Optional<ImagePlus> image = Files.isReadable(tiff) ? Optional
			.ofNullable(IJ.openImage(tiff.toString())) : Optional.empty();
		return of(image.orElseThrow(() -> new SourceNotFound(
			"Expected an image of labels at " + tiff.toAbsolutePath() +
				" but ImageJ can open none there; try the TIFF file that was saved.")),
			read(tableOf(tiff)));
	}

	/** Where the table of an image of labels lies, if there is one. */
	public static Path tableOf(final Path tiff) {
		final String name = tiff.getFileName().toString();
		final int dot = name.lastIndexOf('.');
		return tiff.resolveSibling(name.substring(0, dot < 0 ? name.length()
			: dot) + TiffStackFormat.TABLE);
	}

	/** The same, for scripts that have a path as text. */
	public static LabelImage open(final String tiff) {
		return open(Path.of(tiff));
	}

	/**
	 * The labels of an image, perhaps changed by other plugins: its pixels are
	 * positions in the table.
	 *
	 * @param image of 8, 16 or 32 bits and one channel
	 * @param table which id each label is, such as {@link IdTable#parse} gives
	 * @throws CorruptData if a pixel is no position in the table; names it
	 */
	public static LabelImage of(final ImagePlus image, final long[] table) {
		final ImageStack stack = image.getStack();
		final PlanarImg<UnsignedIntType, ?> indices = PlanarImgs.unsignedInts(image
			.getWidth(), image.getHeight(), stack.size());
		final Planes planes = Planes.of(indices);
		for (int z = 0; z < stack.size(); z++)
			fill((int[]) planes.array(z), stack.getPixels(z + 1), table, z);
		return LabelImage.of(indices, table.clone());
	}

	private static void fill(final int[] out, final Object pixels,
		final long[] table, final int z)
	{
		for (int i = 0; i < out.length; i++) {
			final double value = value(pixels, i);
			out[i] = (int) value;
			if (out[i] != value || out[i] < 0 || out[i] >= table.length)
				throw new CorruptData("Expected labels from 0 to " + (table.length -
					1) + ", which the table has, but a pixel of slice " + z + " is " +
					value + "; try the table that was saved with this image.");
		}
	}

	private static double value(final Object pixels, final int i) {
		if (pixels instanceof byte[] bytes) return bytes[i] & 0xff;
		if (pixels instanceof short[] shorts) return shorts[i] & 0xffff;
		if (pixels instanceof float[] floats) return floats[i];
		throw new CorruptData(
			"Expected an image of labels in 8, 16 or 32 bits but it is in colour; try the one that was saved.");
	}

	private static long[] read(final Path table) {
		try {
			return IdTable.parse(Files.readString(table));
		}
		catch (final IOException e) {
			throw new SourceNotFound("Expected the table of the labels at " + table
				.toAbsolutePath() +
				" but it can't be read; try to put it back beside the image.", e);
		}
	}
}
