// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.golden;

import java.nio.file.Path;
import java.util.Map;

import com.google.gson.JsonElement;

/** What a call of this project gave, in the forms in which cases compare. */
sealed

interface CallResult {

	/** Arrays by the names that golden/README.md gives them. */
	record Arrays(Map<String, NumberArray> arrays) implements CallResult {}

	/** Files below a folder that was empty before. */
	record Files(Path folder) implements CallResult {}

	/** Values. */
	record Json(JsonElement value) implements CallResult {}

	/** A call that gives a single array. */
	static CallResult array(final NumberArray array) {
		return new Arrays(Map.of("result", array));
	}
}
