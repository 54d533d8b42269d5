// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.precomputed.codec;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

import org.imageryclient.geom.Long3;
import org.imageryclient.precomputed.DataType;

/**
 * The encodings of chunks that can be read, by the word in {@code info} files.
 * To read another one, write its {@link ChunkCodec} and name it here.
 */
public enum Encoding {

		/** The samples themselves, little-endian. */
		RAW("raw", "any number of channels of any type") {

			@Override
			public boolean holds(final DataType type, final int channels) {
				return true;
			}

			@Override
			public ChunkCodec codec(final Optional<Long3> blockSize) {
				return new RawCodec();
			}
		},
		/** A grey or colour JPEG picture. */
		JPEG("jpeg", "1 or 3 channels of uint8") {

			@Override
			public boolean holds(final DataType type, final int channels) {
				return type == DataType.UINT8 && (channels == 1 || channels == 3);
			}

			@Override
			public ChunkCodec codec(final Optional<Long3> blockSize) {
				return new JpegCodec();
			}
		},
		/** A PNG picture of any colour type. */
		PNG("png", "1 to 4 channels of uint8 or uint16") {

			@Override
			public boolean holds(final DataType type, final int channels) {
				return (type == DataType.UINT8 || type == DataType.UINT16) &&
					channels <= 4;
			}

			@Override
			public ChunkCodec codec(final Optional<Long3> blockSize) {
				return new PngCodec();
			}
		},
		/** Blocks of labels, each with its own small table. */
		COMPRESSED_SEGMENTATION("compressed_segmentation",
			"any number of channels of uint32 or uint64")
		{

			@Override
			public boolean holds(final DataType type, final int channels) {
				return type == DataType.UINT32 || type == DataType.UINT64;
			}

			@Override
			public ChunkCodec codec(final Optional<Long3> blockSize) {
				return new CompressedSegmentationCodec(blockSize.orElseThrow(
					() -> new IllegalArgumentException(
						"Expected a block size with compressed_segmentation but got none.")));
			}
		};

	private final String word;

	private final String capacity;

	Encoding(final String word, final String capacity) {
		this.word = word;
		this.capacity = capacity;
	}

	/** The word in {@code info} files. */
	public String word() {
		return word;
	}

	/** What the encoding can hold, in words. */
	public String capacity() {
		return capacity;
	}

	/** Whether the encoding can hold samples of this type and number. */
	public abstract boolean holds(DataType type, int channels);

	/**
	 * The codec of one scale.
	 *
	 * @param blockSize in voxels; needed for compressed_segmentation only
	 */
	public abstract ChunkCodec codec(Optional<Long3> blockSize);

	/** The encoding for a word, in any case; empty if it can't be read. */
	public static Optional<Encoding> ofWord(final String word) {
		return Arrays.stream(values()).filter(e -> e.word.equalsIgnoreCase(word))
			.findFirst();
	}

	/** All words, for messages. */
	public static String words() {
		return Arrays.stream(values()).map(Encoding::word).collect(Collectors
			.joining(", "));
	}
}
