// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.volume;

import java.util.List;

import org.imageryclient.geom.Long3;
import org.imageryclient.precomputed.ChunkRead;
import org.imageryclient.precomputed.DataType;
import org.imageryclient.precomputed.codec.IndexedLabels;

/**
 * Decoded chunks of a multi-scale volume, whatever format they are stored in.
 * {@link Volume} makes images of them. Shared between threads; reads end with
 * {@link org.imageryclient.Canceled} when the thread is interrupted.
 */
public interface ChunkSource {

	/** Where the volume is, for messages. Holds no token. */
	String address();

	/**
	 * What makes this volume the same as another one of the session, so that they
	 * share cached chunks: compared by {@code equals}.
	 */
	Object identity();

	/** Whether the samples are segment ids. */
	boolean isSegmentation();

	DataType dataType();

	/** The number of channels, at least 1. */
	int channels();

	/** The scales by mip, finest first; at least one. */
	List<VolumeScale> scales();

	/**
	 * Says before any fetch what reading a scale would say. No I/O.
	 *
	 * @throws org.imageryclient.Unsupported if its encoding can't be read
	 */
	void checkReadable(int mip);

	/** Whether chunks come over a network, so that waiting dominates. */
	boolean isRemote();

	/**
	 * One chunk's samples, x fastest, then y, z, channel: an array as
	 * {@link DataType#newArray} makes it. One object or range is fetched (a
	 * sharded volume's indices once per volume besides).
	 */
	ChunkRead<Object> readSamples(int mip, Long3 cell);

	/** One chunk's labels. Fetches the same as {@link #readSamples}. */
	ChunkRead<IndexedLabels> readLabels(int mip, Long3 cell);
}
