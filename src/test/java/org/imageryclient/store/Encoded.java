// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.store;

import com.github.luben.zstd.Zstd;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;

import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** A text, and at least two million zeros, in each content encoding. */
final class Encoded {

	static final byte[] TEXT = "given a line of text that repeats. ".repeat(40)
		.getBytes(StandardCharsets.UTF_8);

	/** Written by the brotli package of PyPI: there is no encoder in Java. */
	private static final String TEXT_IN_BROTLI =
		"G3cFGBWh0hPEZa4FIaQQzwS6lvGGVTEVdRKAKj90AA==";

	/** 50 MB. */
	private static final String ZEROS_IN_BROTLI =
		"y///P/gnAOKxQCD3/o///3/wTwDEYRGA7v0f////4J8AiMMCAN37P/7//8E/ARCHBQC6" +
			"93/8//+DfwIgDgsAdO//8g9eD/8EQBwWAOig6wE=";

	private Encoded() {}

	static byte[] text(final ContentEncoding encoding) {
		return encoding == ContentEncoding.BROTLI ? Base64.getDecoder().decode(
			TEXT_IN_BROTLI) : encode(encoding, TEXT);
	}

	static byte[] zeros(final ContentEncoding encoding) {
		return encoding == ContentEncoding.BROTLI ? Base64.getDecoder().decode(
			ZEROS_IN_BROTLI) : encode(encoding, new byte[2_000_000]);
	}

	static byte[] encode(final ContentEncoding encoding, final byte[] plain) {
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (OutputStream out = open(encoding, bytes)) {
			out.write(plain);
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
		return encoding == ContentEncoding.ZSTD ? Zstd.compress(plain) : bytes
			.toByteArray();
	}

	private static OutputStream open(final ContentEncoding encoding,
		final OutputStream out) throws IOException
	{
		return switch (encoding) {
			case GZIP -> new GZIPOutputStream(out);
			case XZ -> new XZOutputStream(out, new LZMA2Options(0));
			case BZIP2 -> new BZip2CompressorOutputStream(out);
			case ZSTD -> out;
			case BROTLI -> throw new IllegalArgumentException("no encoder");
		};
	}
}
