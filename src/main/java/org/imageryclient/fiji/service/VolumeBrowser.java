// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.service;

import org.imageryclient.cutout.ImageryClient;
import org.scijava.plugin.RichPlugin;

/**
 * A viewer in which whole volumes are browsed. Plugins of this type are found
 * by {@link CutoutService#browse}, which takes the one of highest priority.
 */
public interface VolumeBrowser extends RichPlugin {

	/**
	 * Opens a window on all mips of a client's volumes, lazily. Not to be called
	 * on the event thread.
	 *
	 * @return the window, for scripts to go on with
	 * @throws org.imageryclient.Unsupported without a screen
	 */
	Object browse(ImageryClient client);
}
