// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.cutout;

import java.nio.file.Path;

import org.imageryclient.geom.Long3;
import org.imageryclient.geom.Resolution;
import org.imageryclient.http.HttpTransport;
import org.imageryclient.precomputed.DataType;
import org.imageryclient.store.Stores;
import org.imageryclient.testing.FormulaVolume;
import org.imageryclient.testing.PositionFormula;
import org.imageryclient.volume.ReadSession;

/**
 * An imagery and a segmentation volume that share a corner at 4000, 8000, 4000
 * nm, and clients over them.
 */
final class SampleClients implements AutoCloseable {

	static final Resolution R4 = Resolution.of(4, 4, 40);
	static final Resolution R8 = Resolution.of(8, 8, 40);
	static final Resolution R16 = Resolution.of(16, 16, 80);

	private static final Long3 CHUNK = new Long3(32, 32, 4);

	/** Imagery: 4 x 4 x 40, 8 x 8 x 40, 16 x 16 x 80 nm. */
	final FormulaVolume em = FormulaVolume.raw(DataType.UINT8,
		PositionFormula.DISTINCT).scale(R4, new Long3(1000, 2000, 100), new Long3(
			120, 100, 12), CHUNK).scale(R8, new Long3(500, 1000, 100), new Long3(60,
				50, 12), CHUNK).scale(R16, new Long3(250, 500, 50), new Long3(30, 25,
					6), CHUNK);

	/** Segmentation: 8 x 8 x 40, 16 x 16 x 80 nm. */
	final FormulaVolume seg = FormulaVolume.labels(DataType.UINT64,
		PositionFormula.CUBES).scale(R8, new Long3(500, 1000, 100), new Long3(60,
			50, 12), CHUNK).scale(R16, new Long3(250, 500, 50), new Long3(30, 25, 6),
				CHUNK);

	private final Path folder;
	final ReadSession session = session();

	SampleClients(final Path folder) {
		this.folder = folder;
		em.writeTo(folder.resolve("em"));
		seg.writeTo(folder.resolve("seg"));
	}

	static ReadSession session() {
		return ReadSession.builder(new Stores(HttpTransport.anonymous())).threads(4)
			.build();
	}

	String address(final String volume) {
		return "precomputed://" + folder.resolve(volume).toUri();
	}

	/** Both volumes, coordinates in voxels of 4 x 4 x 40 nm. */
	ImageryClientBuilder both() {
		return imagery().segmentationSource(address("seg"));
	}

	ImageryClientBuilder imagery() {
		return ImageryClient.builder(session).imageSource(address("em"));
	}

	ImageryClientBuilder segmentation() {
		return ImageryClient.builder(session).segmentationSource(address("seg"));
	}

	@Override
	public void close() {
		session.close();
	}
}
