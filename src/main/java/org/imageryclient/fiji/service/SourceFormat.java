// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.service;

import org.imageryclient.volume.VolumeFormat;
import org.scijava.plugin.SciJavaPlugin;

/**
 * A format of volumes that joins as a plugin: an address of it is a source like
 * any other, in dialogs, macros, scripts and manifests. Instances are shared.
 */
public interface SourceFormat extends VolumeFormat, SciJavaPlugin {
	// Its methods are those of the format.
}
