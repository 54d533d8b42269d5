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
 * @param status such as 200, 206, 403, 404, 416; never 401, 408, 429 or 5xx,
 *          which are thrown
 * @param address that answered: the call's own, or where it was redirected to
 * @param headers by name, in any case
 * @param body as it came over the wire, content encoding not undone; of a refusal
 *          its beginning; owned by the receiver
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
}
