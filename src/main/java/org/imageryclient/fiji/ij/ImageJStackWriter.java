// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.ij;

import ij.ImageJ;
import ij.io.FileInfo;
import ij.io.TiffEncoder;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import org.imageryclient.Progress;
import org.imageryclient.picture.PlaneStack;
import org.imageryclient.export.StackWriter;
import org.imageryclient.fiji.ij.ImageJSamples.Rounding;
import org.imageryclient.geom.Long3;
import org.imageryclient.geom.Resolution;

/**
 * Writes TIFF stacks as ImageJ does: z slices (and channels), pixel size in nm,
 * and an origin that makes ImageJ's calibrated coordinates positions in nm.
 * Each slice is made, written and forgotten.
 */
public final class ImageJStackWriter implements StackWriter {

	private static final int BUFFER_BYTES = 1 << 16;

	@Override
	public String extension() {
		return "tif";
	}

	@Override
	public void write(final PlaneStack stack, final Path file,
		final Progress progress) throws IOException
	{
		write(stack, new byte[0][], file, progress);
	}

	/**
	 * The same, with the elements of an overlay over it.
	 *
	 * @param elements as ImageJ encodes ROIs
	 */
	void write(final PlaneStack stack, final byte[][] elements, final Path file,
		final Progress progress) throws IOException
	{
		final ImageJSamples samples = new ImageJSamples(stack.dataType(),
			Rounding.REFUSED);
		final PlaneVirtualStack slices = new PlaneVirtualStack(stack, samples,
			progress);
		final FileInfo info = fileInfo(stack, samples, slices);
		if (elements.length > 0) info.overlay = elements;
		try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(
			file), BUFFER_BYTES))
		{
			new TiffEncoder(info).write(out);
		}
		TiffResolution.write(file, stack.resolution());
	}

	private static FileInfo fileInfo(final PlaneStack stack,
		final ImageJSamples samples, final PlaneVirtualStack slices)
	{
		final FileInfo info = new FileInfo();
		info.width = slices.getWidth();
		info.height = slices.getHeight();
		info.nImages = slices.getSize();
		info.fileType = switch (samples.bitDepth()) {
			case 8 -> FileInfo.GRAY8;
			case 16 -> FileInfo.GRAY16_UNSIGNED;
			default -> FileInfo.GRAY32_FLOAT;
		};
		if (info.nImages == 1) info.pixels = slices.getPixels(1);
		else info.virtualStack = slices;
		info.unit = NmCalibration.UNIT;
		info.pixelWidth = stack.resolution().x();
		info.pixelHeight = stack.resolution().y();
		info.description = description(stack, samples);
		if (!stack.notes().isEmpty()) info.info = stack.notes();
		return info;
	}

	/** The lines that ImageJ's TIFF reader knows. It ends with a zero byte. */
	private static String description(final PlaneStack stack,
		final ImageJSamples samples)
	{
		final Long3 size = stack.size();
		final Resolution resolution = stack.resolution();
		final Long3 origin = stack.origin();
		final StringBuilder lines = new StringBuilder("ImageJ=" + ImageJ.VERSION +
			"\nunit=" + NmCalibration.UNIT + "\nspacing=" + resolution.z() + "\n");
		final long images = size.z() * stack.channels();
		if (images > 1) lines.append("images=" + images + "\nslices=" + size.z() +
			"\nloop=false\n");
		if (stack.channels() > 1) lines.append("channels=" + stack.channels() +
			"\nhyperstack=true\nmode=composite\n");
		if (samples.isShifted()) lines.append(
			"cf=0\nc0=-32768.0\nc1=1.0\nvunit=Gray Value\n");
		return lines + "xorigin=" + (0.0 - origin.x()) + "\nyorigin=" + (0.0 -
			origin.y()) + "\nzorigin=" + (0.0 - origin.z()) + "\n\0";
	}
}
