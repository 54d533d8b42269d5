// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.http;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * One question to a server. Calls are repeated where a retry may heal, so only
 * questions belong here that may be asked twice.
 *
 * @param method such as GET or POST
 * @param address http or https, without user name, password or token
 * @param headers by name, without secrets: they are sent on to the target of a
 *          redirect
 * @param body empty for none
 * @param range the stretch that is wanted of the object, or nothing for all
 * @param authenticated whether the server's token is sent, where there is one
 * @param atMost the longest body that is read, in bytes
 */
public record HttpCall(String method, URI address, Map<String, String> headers,
	byte[] body, Optional<ByteRange> range, boolean authenticated, long atMost)
{

	private static final byte[] NO_BODY = {};

	private static final Pattern LOOPBACK = Pattern.compile(
		"(?i)localhost|127(\\.\\d{1,3}){3}|\\[::1\\]");

	/** No array is longer. */
	static final long LONGEST_BODY = Integer.MAX_VALUE - 8;

	public HttpCall {
		if (address.getHost() == null || !isHttp(address) || address
			.getRawUserInfo() != null) throw new IllegalArgumentException(
				"Expected an http or https address with a host and without a user name but got one of scheme " +
					address.getScheme() + " and host " + address.getHost() + ".");
		final TreeMap<String, String> copy = new TreeMap<>(
			String.CASE_INSENSITIVE_ORDER);
		copy.putAll(headers);
		if (copy.containsKey("Range")) throw new IllegalArgumentException(
			"Expected no Range among the headers; use withRange.");
		if (copy.containsKey("Authorization") || copy.containsKey("Cookie"))
			throw new IllegalArgumentException(
				"Expected headers without secrets but got Authorization or Cookie; tokens come from the TokenSource.");
		headers = copy;
		atMost = Math.min(atMost, LONGEST_BODY);
	}

	/** A plain, anonymous GET of any length. */
	public static HttpCall get(final URI address) {
		return new HttpCall("GET", address, Map.of(), NO_BODY, Optional
			.empty(), false, LONGEST_BODY);
	}

	/** A POST of {@code body}; say its type with a header. */
	public static HttpCall post(final URI address, final byte[] body) {
		return new HttpCall("POST", address, Map.of(), body, Optional.empty(),
			false, LONGEST_BODY);
	}

	public HttpCall withMethod(final String other) {
		return new HttpCall(other, address, headers, body, range, authenticated,
			atMost);
	}

	public HttpCall withHeader(final String name, final String value) {
		final Map<String, String> more = new TreeMap<>(headers);
		more.put(name, value);
		return new HttpCall(method, address, more, body, range, authenticated,
			atMost);
	}

	public HttpCall withBody(final byte[] other) {
		return new HttpCall(method, address, headers, other, range, authenticated,
			atMost);
	}

	/** Asks for a stretch of the object. */
	public HttpCall withRange(final ByteRange wanted) {
		return new HttpCall(method, address, headers, body, Optional.of(wanted),
			authenticated, atMost);
	}

	/** Sends the server's token, or leaves it out. */
	public HttpCall withToken(final boolean wanted) {
		return new HttpCall(method, address, headers, body, range, wanted, atMost);
	}

	/** Reads no body that is longer. */
	public HttpCall withAtMost(final long bytes) {
		return new HttpCall(method, address, headers, body, range, authenticated,
			bytes);
	}

	/** Whether what is sent travels encrypted, or does not leave this machine. */
	boolean keepsSecrets() {
		return "https".equalsIgnoreCase(address.getScheme()) || LOOPBACK.matcher(
			address.getHost()).matches();
	}

	/** The address without its query, which may hold a signature. */
	public String shownAddress() {
		return shown(address);
	}

	static String shown(final URI address) {
		final String text = address.toString();
		final int query = text.indexOf('?');
		return query < 0 ? text : text.substring(0, query) + "?…";
	}

	private static boolean isHttp(final URI address) {
		return "http".equalsIgnoreCase(address.getScheme()) || "https"
			.equalsIgnoreCase(address.getScheme());
	}
}
