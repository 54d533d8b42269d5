// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.http;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a server answered, after redirects and retries.
 *
 * @param status such as 200, 206, 403, 404, 416; never 408, 429 or 5xx, which
 *          are thrown, and 401 only where a graph doesn't know an id
 * @param address that answered: the call's own, or where it was redirected to
 * @param headers by name, in any case
 * @param body as it came over the wire, content encoding not undone; of a refusal
 *          its beginning, without the token should the server echo it; owned by
 *          the receiver
 * @param tokenSent whether the server that answered had got a token
 */
public record HttpReply(int status, URI address,
	Map<String, List<String>> headers, byte[] body, boolean tokenSent)
{

	public HttpReply {
		final Map<String, List<String>> copy = new TreeMap<>(
			String.CASE_INSENSITIVE_ORDER);
		copy.putAll(headers);
		headers = copy;
	}

	/** The first value of a header, its name in any case. */
	public Optional<String> header(final String name) {
		return headers.getOrDefault(name, List.of()).stream().findFirst();
	}

	/** Whether the status is 2xx. */
	public boolean isSuccess() {
		return status / 100 == 2;
	}

	/**
	 * The name that a CAVE server gives to an error, such as {@code
	 * invalid_table_id}; nothing where it gives none.
	 */
	public Optional<String> errorName() {
		return ServerWords.of(this).member("error");
	}

	/** For messages: {@code "400: Invalid table_id for service"}. */
	public String statusAndWords() {
		final String words = ServerWords.of(this).quote();
		return words.isEmpty() ? "" + status : status + ": " + words;
	}
}
