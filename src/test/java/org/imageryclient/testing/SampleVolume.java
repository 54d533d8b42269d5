// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.testing;

import java.nio.file.Path;

/** The sample of real tissue that the project brings. */
public final class SampleVolume {

	public static final Path FOLDER = Path.of("samples", "vnc");

	private SampleVolume() {}

	/** Address of the imagery: 1024 x 1024 x 20 voxels from 20000, 12000, 300. */
	public static String em() {
		return FOLDER.resolve("em").toString();
	}

	/** Address of the segmentation, on the same voxels. */
	public static String seg() {
		return FOLDER.resolve("seg").toString();
	}
}
