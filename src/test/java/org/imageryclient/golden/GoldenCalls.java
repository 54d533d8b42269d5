// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.golden;

import java.io.IOException;
import java.nio.file.Path;

/** A way to make the call of a case with this project. */
@FunctionalInterface
interface GoldenCalls {

	/**
	 * @param folder empty; where relative file names begin
	 * @throws CaseProblem if the call cannot be made
	 */
	CallResult call(GoldenCase golden, Placeholders places, Path folder)
		throws IOException;
}
