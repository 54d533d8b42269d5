// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.link;

/**
 * The JSON of old links, whose quotes and commas were replaced by characters
 * that addresses may hold: <code>{'a':['b'_1]}</code>. Source: Neuroglancer,
 * {@code urlSafeToJSON} of {@code src/util/json.ts}.
 */
final class UrlSafeJson {

	private final String text;
	private final StringBuilder json;
	private int at;

	private UrlSafeJson(final String text) {
		this.text = text;
		json = new StringBuilder(text.length() + 16);
	}

	/** As JSON; what is JSON already stays as it is. */
	static String toJson(final String text) {
		return new UrlSafeJson(text).read();
	}

	private String read() {
		while (at < text.length()) {
			final char c = text.charAt(at++);
			switch (c) {
				case '"', '\'' -> readString(c);
				case '_', '&' -> json.append(',');
				default -> json.append(c);
			}
		}
		return json.toString();
	}

	/**
	 * From behind the opening quote to behind the closing one, if there is one.
	 */
	private void readString(final char quote) {
		json.append('"');
		while (at < text.length()) {
			final char c = text.charAt(at++);
			if (c == quote) {
				json.append('"');
				return;
			}
			if (c == '\\' && at < text.length()) escaped(text.charAt(at++));
			else if (c == '"') json.append("\\\"");
			else json.append(c);
		}
	}

	/** JSON knows no {@code \'}. */
	private void escaped(final char c) {
		if (c != '\'') json.append('\\');
		json.append(c);
	}
}
