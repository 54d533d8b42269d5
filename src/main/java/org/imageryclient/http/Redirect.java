// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.http;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

import org.imageryclient.Unavailable;

/**
 * Where a server sends us, and with what. The token stays with its origin; a
 * secure connection never becomes a plain one; nothing but http(s) is followed
 * (RFC 9110 §15.4).
 */
final class Redirect {

	private Redirect() {}

	/** The call to make instead, or nothing if the reply is no redirect. */
	static Optional<HttpCall> of(final HttpCall call, final HttpReply reply) {
		final int status = reply.status();
		final boolean redirects = status == 301 || status == 302 || status == 303 ||
			status == 307 || status == 308;
		if (!redirects || reply.header("Location").isEmpty()) return Optional
			.empty();
		final URI target = target(call, reply.header("Location").get());
		final boolean again = call.method().equals("GET") || status >= 307;
		final HttpCall next = new HttpCall(again ? call.method() : "GET", target,
			call.headers(), again ? call.body() : new byte[0], call.range(), call
				.authenticated() && isSameOrigin(call.address(), target), call
					.atMost());
		return Optional.of(next);
	}

	private static URI target(final HttpCall call, final String location) {
		final URI target;
		try {
			target = call.address().resolve(location);
		}
		catch (final IllegalArgumentException e) {
			throw refused(call, "to something that is no address");
		}
		final String scheme = String.valueOf(target.getScheme()).toLowerCase(
			Locale.ROOT);
		if (!scheme.equals("https") && !scheme.equals("http")) throw refused(call,
			"to " + scheme + ":, not to http or https");
		if (scheme.equals("http") && "https".equalsIgnoreCase(call.address()
			.getScheme())) throw refused(call, "from https to plain http");
		if (target.getHost() == null || target.getRawUserInfo() != null)
			throw refused(call, "to an address without host or with a user name");
		return target;
	}

	static boolean isSameOrigin(final URI a, final URI b) {
		return a.getScheme().equalsIgnoreCase(b.getScheme()) && a.getHost()
			.equalsIgnoreCase(b.getHost()) && port(a) == port(b);
	}

	/** The port, also where the address leaves it out. */
	static int port(final URI address) {
		if (address.getPort() >= 0) return address.getPort();
		return "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80;
	}

	private static Unavailable refused(final HttpCall call, final String what) {
		return new Unavailable("Expected an answer from " + call.shownAddress() +
			" but it redirects " + what +
			", which is not followed; ask for the right address.");
	}
}
