// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.testing;

import java.util.Map;
import java.util.Optional;

/**
 * A request as {@link FaultServer} got it.
 *
 * @param connection which connection it came by, from 1
 * @param method such as GET
 * @param path decoded, without query, with a slash at its beginning
 * @param rawPath as it was sent
 * @param headers by name, in any case
 * @param body what was posted
 * @param arrivedNanos {@code System.nanoTime()}
 */
public record LoggedRequest(long connection, String method, String path,
	String rawPath, Map<String, String> headers, byte[] body, long arrivedNanos)
{

	public Optional<String> header(final String name) {
		return Optional.ofNullable(headers.get(name));
	}

	/** The Range header, or {@code all}. */
	public String range() {
		return header("Range").orElse("all");
	}
}
