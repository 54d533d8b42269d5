// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.imageryclient.geom.Long3;
import org.imageryclient.precomputed.DataType;
import org.imageryclient.precomputed.codec.ChunkCodec;
import org.imageryclient.precomputed.codec.ChunkShape;
import org.imageryclient.precomputed.codec.Encoding;
import org.imageryclient.precomputed.codec.IndexedLabels;
import org.imageryclient.precomputed.codec.LabelCodec;
import org.imageryclient.store.ContentEncoding;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One chunk of real data, 256 x 256 x 10 voxels, from its bytes to its samples,
 * on one core. The score is in chunks per second: 655,360 voxels each.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 7, time = 1)
@Fork(1)
public class CodecBenchmark {

	private static final Path EM_CHUNK = Path.of(
		"samples/vnc/em/4.6_4.6_45.0/20256-20512_12256-12512_300-310");

	private static final Path LABEL_CHUNK = Path.of(
		"samples/vnc/seg/4.6_4.6_45.0/20256-20512_12256-12512_300-310.gz");

	private final ChunkShape grey = new ChunkShape(256, 256, 10, 1,
		DataType.UINT8);

	private final ChunkShape ids = new ChunkShape(256, 256, 10, 1,
		DataType.UINT64);

	private final ChunkCodec jpeg = Encoding.JPEG.codec(Optional.empty());

	private final ChunkCodec raw = Encoding.RAW.codec(Optional.empty());

	private final LabelCodec segmentation =
		(LabelCodec) Encoding.COMPRESSED_SEGMENTATION.codec(Optional.of(Long3.of(8,
			8, 8)));

	private byte[] jpegBytes;

	private byte[] rawBytes;

	private byte[] zippedLabelBytes;

	private byte[] labelBytes;

	@Setup
	public void readChunks() throws IOException {
		jpegBytes = Files.readAllBytes(EM_CHUNK);
		zippedLabelBytes = Files.readAllBytes(LABEL_CHUNK);
		labelBytes = gunzip();
		rawBytes = new byte[8 * ids.voxelCount()];
	}

	@Benchmark
	public Object jpeg() {
		return jpeg.decode(jpegBytes, grey);
	}

	/** Eight bytes a sample: of one byte, a raw chunk is its own samples. */
	@Benchmark
	public Object rawOf64Bits() {
		return raw.decode(rawBytes, ids);
	}

	@Benchmark
	public IndexedLabels compressedSegmentationToIndices() {
		return segmentation.decodeLabels(labelBytes, ids);
	}

	@Benchmark
	public Object compressedSegmentationToIds() {
		return segmentation.decode(labelBytes, ids);
	}

	@Benchmark
	public byte[] gunzip() {
		return ContentEncoding.GZIP.decode(zippedLabelBytes, 64 << 20, LABEL_CHUNK
			.toString());
	}
}
