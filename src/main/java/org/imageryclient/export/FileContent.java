// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.export;

import java.io.IOException;
import java.nio.file.Path;

/** What is in a file of a kind that {@link CutoutWriter} need not know. */
@FunctionalInterface
public interface FileContent {

	/**
	 * Writes all of it.
	 *
	 * @param file a new file in a folder that exists. What is there when this
	 *          fails is the caller's to remove
	 * @throws IOException if the file can't be written
	 */
	void writeTo(Path file) throws IOException;
}
