// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.testing;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * What {@link FaultServer} sends back, and what it then does to the connection.
 *
 * @param status such as 200
 * @param headers one with an empty value is left out; Content-Length is the
 *          length of {@code body} unless it is given here or the body is chunked
 * @param body in full
 * @param sent how many bytes of the body are really sent
 * @param ending what becomes of the connection
 */
public record Answer(int status, Map<String, String> headers, byte[] body,
	int sent, Ending ending)
{

	/** An answer with a body. */
	public static Answer of(final int status, final byte[] body) {
		return new Answer(status, Map.of(), body, body.length, Ending.KEEP);
	}

	/** An answer in words. */
	public static Answer of(final int status, final String text) {
		return of(status, text.getBytes(StandardCharsets.UTF_8)).with(
			"Content-Type", "text/plain");
	}

	/** A connection that is reset before a byte is sent. */
	public static Answer reset() {
		return new Answer(0, Map.of(), new byte[0], 0, Ending.RESET);
	}

	/** A server that never answers. */
	public static Answer silence() {
		return new Answer(0, Map.of(), new byte[0], 0, Ending.HANG);
	}

	/** A redirect. */
	public static Answer redirect(final int status, final String location) {
		return of(status, new byte[0]).with("Location", location);
	}

	public Answer with(final String header, final String value) {
		final Map<String, String> more = new TreeMap<>(headers);
		more.put(header, value);
		return new Answer(status, more, body, sent, ending);
	}

	/** Sends the first bytes of the body only, then ends the connection. */
	public Answer cutAt(final int bytes, final Ending how) {
		return new Answer(status, headers, body, Math.min(bytes, body.length), how);
	}

	/** What becomes of the connection after the answer. */
	public enum Ending {
			/** It stays open for the next request. */
			KEEP,
			/** It is closed as usual. */
			CLOSE,
			/** It is reset (RST). */
			RESET,
			/** Nothing more is sent, and it stays open. */
			HANG
	}
}
