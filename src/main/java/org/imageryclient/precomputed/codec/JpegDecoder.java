// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.precomputed.codec;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/**
 * The JDK's JPEG reader, kept for one thread: making one costs more than
 * decoding a small chunk.
 */
final class JpegDecoder {

	/** Other readers, where installed, may know nothing of rasters. */
	private static final String JDK_READER = "com.sun.imageio.";

	/** What libjpeg says of streams whose pixels are still right. */
	private static final List<String> HARMLESS = List.of("extraneous",
		"unknown JFIF", "Unknown Adobe");

	private final ImageReader reader = newReader();

	private final List<String> warnings = new ArrayList<>();

	JpegDecoder() {
		reader.addIIOReadWarningListener((source, warning) -> warnings.add(
			warning));
	}

	/**
	 * @return the samples, row by row
	 * @throws MalformedChunk if the stream is broken or ends too early
	 */
	byte[] decodeGrey(final byte[] stream) {
		return read(stream, () -> {
			final Raster raster = reader.readRaster(0, null);
			return ((DataBufferByte) raster.getDataBuffer()).getData();
		});
	}

	/**
	 * @return all red samples, then all green, then all blue ones
	 * @throws MalformedChunk if the stream is broken or ends too early
	 */
	byte[] decodeColor(final byte[] stream) {
		return read(stream, () -> {
			final BufferedImage image = reader.read(0);
			if (image.getType() != BufferedImage.TYPE_3BYTE_BGR)
				throw new IOException("unexpected layout of pixels");
			return ImageChunks.toPlanes(((DataBufferByte) image.getRaster()
				.getDataBuffer()).getData(), 2, 1, 0);
		});
	}

	void dispose() {
		reader.dispose();
	}

	private byte[] read(final byte[] stream, final Decoding decoding) {
		warnings.clear();
		try (ByteArrayImageInput input = new ByteArrayImageInput(stream)) {
			reader.setInput(input, true, true);
			final byte[] samples = decoding.run();
			final Optional<String> warning = warnings.stream().filter(text -> HARMLESS
				.stream().noneMatch(text::contains)).findFirst();
			if (warning.isPresent()) throw broken(warning.get(), stream, input
				.getStreamPosition());
			return samples;
		}
		catch (final IOException | IllegalArgumentException | IllegalStateException
				| IndexOutOfBoundsException | NegativeArraySizeException
				| ClassCastException exc)
		{
			throw broken(String.valueOf(exc.getMessage()), stream, -1);
		}
		finally {
			reader.setInput(null);
		}
	}

	private static MalformedChunk broken(final String reason, final byte[] stream,
		final long position)
	{
		return new MalformedChunk(
			"Expected a whole JPEG stream but was a broken one of " + stream.length +
				" bytes (" + reason + ")", position);
	}

	private static ImageReader newReader() {
		final List<ImageReader> all = new ArrayList<>();
		final Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(
			"jpeg");
		readers.forEachRemaining(all::add);
		return all.stream().filter(r -> r.getClass().getName().startsWith(
			JDK_READER)).findFirst().orElseGet(() -> all.get(0));
	}

	private interface Decoding {

		byte[] run() throws IOException;
	}
}
