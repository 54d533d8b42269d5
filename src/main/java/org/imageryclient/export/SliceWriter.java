// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.export;

import org.imageryclient.picture.Picture;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Writes one picture to one file, losslessly: a reader of the format gets equal
 * samples, and grey stays grey.
 */
public interface SliceWriter {

	/** How its file names end, without the dot. */
	String extension();

	/**
	 * A writer of the same format that takes more or less time for smaller or
	 * larger files. Samples are the same.
	 *
	 * @param level 0 for no compression to 9 for the most
	 */
	SliceWriter withCompression(int level);

	/**
	 * @param file a new file in a folder that exists. What is there when this
	 *          fails is the caller's to remove
	 * @throws IOException if the file can't be written
	 */
	void write(Picture picture, Path file) throws IOException;
}
