// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.testing;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads HTTP/1.1 requests with a Content-Length or without a body. */
final class RequestReader {

	private RequestReader() {}

	/** The next request, or nothing when the client has closed. */
	static Optional<LoggedRequest> read(final InputStream in, final long number)
		throws IOException
	{
		final String first = line(in);
		if (first.isEmpty()) return Optional.empty();
		final Map<String, String> headers = new TreeMap<>(
			String.CASE_INSENSITIVE_ORDER);
		for (String line = line(in); !line.isEmpty(); line = line(in)) {
			final int colon = line.indexOf(':');
			headers.put(line.substring(0, colon).strip(), line.substring(colon + 1)
				.strip());
		}
		final byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault(
			"Content-Length", "0")));
		final String[] words = first.split(" ");
		final String path = URLDecoder.decode(words[1].split("\\?")[0].replace("+",
			"%2B"), StandardCharsets.UTF_8);
		return Optional.of(new LoggedRequest(number, words[0], path, words[1],
			Collections.unmodifiableMap(headers), body, System.nanoTime()));
	}

	private static String line(final InputStream in) throws IOException {
		final StringBuilder line = new StringBuilder();
		for (int c = in.read(); c >= 0 && c != '\n'; c = in.read())
			if (c != '\r') line.append((char) c);
		return line.toString();
	}
}
