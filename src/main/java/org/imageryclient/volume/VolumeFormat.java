// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.volume;

/**
 * A format of volumes beside precomputed and graphene, known by its addresses,
 * such as {@code zarr://…}. A {@link ReadSession} reads those that it was
 * given.
 */
public interface VolumeFormat {

	/** Whether an address is of this format. No I/O. */
	boolean reads(String address);

	/**
	 * Opens the volume at an address of this format. A few GETs.
	 *
	 * @throws org.imageryclient.SourceNotFound if there is no volume
	 * @throws org.imageryclient.CutoutException if it can't be read
	 */
	ChunkSource open(String address);
}
