// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.bdv;

import org.imageryclient.cutout.ImageryClient;
import org.imageryclient.geom.Resolution;
import org.scijava.service.SciJavaService;

/**
 * The window of BigDataViewer in which volumes are browsed and cutouts shown:
 * the one that was opened last, as long as it is open.
 */
public interface BrowseWindowService extends SciJavaService {

	/**
	 * Opens a window on a client's volumes. Not on the event thread.
	 *
	 * @throws org.imageryclient.Unsupported without a screen
	 */
	BrowseWindow browse(ImageryClient client);

	/**
	 * The window that is open, else a new one.
	 *
	 * @param voxels in which a new one shows positions
	 * @throws org.imageryclient.Unsupported without a screen
	 */
	BrowseWindow current(Resolution voxels);
}
