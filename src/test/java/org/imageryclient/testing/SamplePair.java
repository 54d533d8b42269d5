// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.testing;

import java.nio.file.Path;

import org.imageryclient.cutout.ImageryClient;
import org.imageryclient.geom.Long3;
import org.imageryclient.geom.Resolution;
import org.imageryclient.http.HttpTransport;
import org.imageryclient.precomputed.DataType;
import org.imageryclient.store.Stores;
import org.imageryclient.volume.ReadSession;

/**
 * A small imagery of 4 x 4 x 40 nm and a segmentation of 8 x 8 x 40 nm over it,
 * as formulas, and a client that reads them. Bounds in voxels of the imagery:
 * [100, 200, 10] to [164, 248, 14].
 */
public final class SamplePair implements AutoCloseable {

	private final FormulaVolume imagery;
	private final FormulaVolume labels;
	private final ReadSession session = ReadSession.builder(new Stores(
		HttpTransport.anonymous())).threads(2).build();
	private final ImageryClient client;

	/**
	 * @param folder to write the volumes to
	 */
	public SamplePair(final Path folder, final DataType type,
		final int channels)
	{
		imagery = FormulaVolume.raw(type, PositionFormula.DISTINCT).channels(
			channels).scale(new Resolution(4, 4, 40), new Long3(100, 200, 10),
				new Long3(64, 48, 4), new Long3(32, 32, 4));
		labels = FormulaVolume.labels(DataType.UINT64, PositionFormula.CUBES).scale(
			new Resolution(8, 8, 40), new Long3(50, 100, 10), new Long3(32, 24, 4),
			new Long3(16, 16, 4));
		imagery.writeTo(folder.resolve("em"));
		labels.writeTo(folder.resolve("seg"));
		client = ImageryClient.builder(session).imageSource("precomputed://" +
			folder.resolve("em").toUri()).segmentationSource("precomputed://" + folder
				.resolve("seg").toUri()).build();
	}

	public ImageryClient client() {
		return client;
	}

	/** The sample of the imagery at a voxel of its grid. */
	public long sampleAt(final long x, final long y, final long z,
		final int channel)
	{
		return imagery.valueAt(0, x, y, z, channel);
	}

	/** The id at a voxel of the imagery's grid. */
	public long idAt(final long x, final long y, final long z) {
		return labels.valueAt(0, Math.floorDiv(x, 2), Math.floorDiv(y, 2), z, 0);
	}

	@Override
	public void close() {
		session.close();
	}
}
