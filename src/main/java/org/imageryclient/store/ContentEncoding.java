// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.store;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.brotli.dec.BrotliInputStream;
import org.imageryclient.CorruptData;
import org.tukaani.xz.XZInputStream;

/**
 * How the bytes of a stored object are compressed, apart from what the object
 * is: by {@code Content-Encoding} over http, by file name suffix on disk
 * (reference/formats.md §2.4). Decoding stops at a given size, so that a small
 * object can't fill the memory.
 */
public enum ContentEncoding {

		GZIP(".gz", "gzip", "x-gzip") {

			@Override
			InputStream open(final InputStream in) throws IOException {
				return new GZIPInputStream(in, INPUT_BUFFER);
			}

			/** The last four bytes hold the length, RFC 1952 §2.3.1. */
			@Override
			long expectedLength(final byte[] encoded) {
				final int n = encoded.length;
				return n < 18 ? 0 : encoded[n - 4] & 0xff | (encoded[n - 3] &
					0xff) << 8 | (encoded[n - 2] & 0xff) << 16 | (encoded[n - 1] &
						0xffL) << 24;
			}
		},

		BROTLI(".br", "br")
		{

			@Override
			InputStream open(final InputStream in) throws IOException {
				return new BrotliInputStream(in, INPUT_BUFFER);
			}
		},

		ZSTD(".zstd", "zstd")
		{

			@Override
			InputStream open(final InputStream in) throws IOException {
				return new ZstdInputStreamNoFinalizer(in);
			}
		},

		XZ(".xz", "xz", "x-xz")
		{

			@Override
			InputStream open(final InputStream in) throws IOException {
				return new XZInputStream(in, XZ_MEMORY_KIB);
			}
		},

		BZIP2(".bz2", "bzip2", "bz2", "x-bzip2")
		{

			@Override
			InputStream open(final InputStream in) throws IOException {
				return new BZip2CompressorInputStream(in, true);
			}
		};

	private static final int INPUT_BUFFER = 1 << 16;

	/** The dictionary of {@code xz -9} takes 65 MB. */
	private static final int XZ_MEMORY_KIB = 128 << 10;

	/** The most that one byte can become in gzip: 258 bytes from 2 bits. */
	private static final int STEEPEST = 1032;

	private final String suffix;
	private final List<String> words;

	ContentEncoding(final String suffix, final String... words) {
		this.suffix = suffix;
		this.words = List.of(words);
	}

	abstract InputStream open(InputStream encoded) throws IOException;

	/** What the encoded bytes themselves say, or 0; not to be trusted. */
	long expectedLength(final byte[] encoded) {
		return 0;
	}

	/** The end of the names of files in this encoding, such as {@code .gz}. */
	public String suffix() {
		return suffix;
	}

	/** The encoding for a word of a {@code Content-Encoding} header. */
	public static Optional<ContentEncoding> ofWord(final String word) {
		final String lower = word.strip().toLowerCase(Locale.ROOT);
		return Arrays.stream(values()).filter(e -> e.words.contains(lower))
			.findFirst();
	}

	/** Whether bytes begin as gzip does: 1f 8b, deflate, no reserved flag. */
	public static boolean looksGzipped(final byte[] bytes) {
		return bytes.length >= 18 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b &&
			bytes[2] == 8 && (bytes[3] & 0xe0) == 0;
	}

	/**
	 * Decodes a whole object. No I/O.
	 *
	 * @param atMost bytes that may come out
	 * @param where the full address, for messages
	 * @throws CorruptData if more would come out, or if the bytes are broken or
	 *           end too early
	 */
	public byte[] decode(final byte[] encoded, final long atMost,
		final String where)
	{
		final long steepest = (long) encoded.length * STEEPEST;
		final long expected = Math.min(expectedLength(encoded), Math.min(atMost,
			steepest));
		final int start = expected > 0 ? (int) Math.min(expected, 1 << 30)
			: (int) Math.min(1 << 26, Math.max(4096, 3L * encoded.length));
		try (InputStream in = open(new ByteArrayInputStream(encoded))) {
			return readAll(in, start, atMost, where);
		}
		catch (final IOException | RuntimeException e) {
			if (e instanceof CorruptData) throw (CorruptData) e;
			throw new CorruptData("Expected " + words.get(0) +
				"-encoded content but its " + encoded.length + " bytes are broken (" + e
					.getMessage() + ") at " + where +
				"; try again, and tell the publisher if that does not help.", e);
		}
	}

	/**
	 * Reads into arrays only, also where one byte tells whether there are more:
	 * after {@code read()} of a single byte, BrotliInputStream 0.1.2 says "end"
	 * instead of what it still holds.
	 */
	private byte[] readAll(final InputStream in, final int start,
		final long atMost, final String where) throws IOException
	{
		byte[] out = new byte[start];
		final byte[] next = new byte[1];
		int length = 0;
		while (true) {
			if (length == out.length) {
				if (in.read(next, 0, 1) < 0) return out;
				out = Arrays.copyOf(out, grown(length));
				out[length++] = next[0];
			}
			final int count = in.read(out, length, out.length - length);
			if (count < 0) break;
			length += count;
			if (length > atMost) throw tooLong(atMost, where);
		}
		if (length > atMost) throw tooLong(atMost, where);
		return length == out.length ? out : Arrays.copyOf(out, length);
	}

	private static int grown(final int length) {
		return (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(4096L, 2L * length));
	}

	private CorruptData tooLong(final long atMost, final String where) {
		return new CorruptData("Expected at most " + atMost + " bytes after " +
			words.get(0) + " decoding but there are more at " + where +
			"; decoding was stopped.");
	}
}
