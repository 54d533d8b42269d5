// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.export;

import java.io.IOException;
import java.nio.file.Path;

import org.imageryclient.picture.PlaneStack;
import org.imageryclient.Canceled;
import org.imageryclient.Progress;
import org.imageryclient.Unsupported;

/**
 * Writes voxels to one file, with their size in nm and their position, plane by
 * plane.
 */
public interface StackWriter {

	/** How its file names end, without the dot. */
	String extension();

	/**
	 * Asks for each plane once, in the order of the file, so that no more than a
	 * few planes are in memory if the stack makes them on demand.
	 *
	 * @param file a new file in a folder that exists. What is there when this
	 *          fails is the caller's to remove
	 * @throws IOException if the file can't be written
	 * @throws Unsupported if the format can't hold the samples exactly
	 * @throws Canceled if the user asked to stop
	 */
	void write(PlaneStack stack, Path file, Progress progress) throws IOException;
}
