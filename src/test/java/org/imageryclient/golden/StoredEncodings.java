// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.golden;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The chunk encodings of the format that this version does not read. A refusal
 * that names one of them is what makes a case not supported; a refusal of any
 * other kind is a failure.
 */
final class StoredEncodings {

	private static final List<String> UNREAD = List.of("compresso", "crackle",
		"jxl", "kempressed", "fpzip", "zfpc");

	private StoredEncodings() {}

	/** The encoding that a message names as a word of its own. */
	static Optional<String> namedIn(final String message) {
		return UNREAD.stream().filter(e -> Pattern.compile("\\b" + e + "\\b")
			.matcher(message).find()).findFirst();
	}
}
