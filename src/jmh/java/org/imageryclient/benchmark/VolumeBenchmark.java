// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.benchmark;

import java.util.concurrent.TimeUnit;

import org.imageryclient.Progress;
import org.imageryclient.geom.Long3;
import org.imageryclient.geom.VoxelBox;
import org.imageryclient.http.HttpTransport;
import org.imageryclient.store.SourceUrl;
import org.imageryclient.store.Stores;
import org.imageryclient.volume.LabelRead;
import org.imageryclient.volume.ReadSession;
import org.imageryclient.volume.Volume;
import org.imageryclient.volume.VolumeRead;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Whole reads of the sample volume from files, without the chunk cache, on all
 * cores: 1024 x 1024 x 20 voxels, and a slice of 256 x 256.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 7, time = 1)
@Fork(1)
public class VolumeBenchmark {

	private static final VoxelBox WHOLE = VoxelBox.ofSize(Long3.of(20000, 12000,
		300), Long3.of(1024, 1024, 20));

	private static final VoxelBox SLICE = VoxelBox.ofSize(Long3.of(20100, 12100,
		305), Long3.of(256, 256, 1));

	private ReadSession session;

	private Volume<?> imagery;

	private Volume<?> segmentation;

	@Setup
	public void openVolumes() {
		session = ReadSession.builder(new Stores(HttpTransport.anonymous()))
			.cacheBytes(0).build();
		imagery = Volume.open(SourceUrl.parse("samples/vnc/em"), session);
		segmentation = Volume.open(SourceUrl.parse("samples/vnc/seg"), session);
	}

	@TearDown
	public void closeSession() {
		session.close();
	}

	@Benchmark
	public VolumeRead<?> imagery() {
		return imagery.read(0, WHOLE, Progress.NONE);
	}

	@Benchmark
	public VolumeRead<?> imagerySlice() {
		return imagery.read(0, SLICE, Progress.NONE);
	}

	@Benchmark
	public LabelRead labels() {
		return segmentation.readLabels(0, WHOLE, Progress.NONE);
	}

	@Benchmark
	public VolumeRead<?> labelsAsIds() {
		return segmentation.read(0, WHOLE, Progress.NONE);
	}
}
