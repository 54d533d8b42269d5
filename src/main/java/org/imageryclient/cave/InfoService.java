// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.cave;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import org.imageryclient.AccessDenied;
import org.imageryclient.SourceNotFound;
import org.imageryclient.Unsupported;
import org.imageryclient.http.HttpCall;
import org.imageryclient.http.HttpReply;
import org.imageryclient.http.HttpTransport;
import org.imageryclient.json.JsonCursor;

/**
 * The CAVE info service of one server: which datastacks there are, and where
 * their data is. Each method is one GET with the server's token, repeated where
 * a retry may heal. Source: AnnotationFrameworkInfoService 4, API version 2;
 * reference/formats.md §7.
 */
public final class InfoService {

	/** The server that knows most public datastacks. */
	public static final URI GLOBAL_SERVER = URI.create(
		"https://global.daf-apis.com");

	/**
	 * The servers of the public deployments that share the users of
	 * {@link #GLOBAL_SERVER}: who has a token for all may send it to them,
	 * whoever names them. Source: reference/formats.md §8.
	 */
	public static final List<URI> PUBLIC_SERVERS = List.of(GLOBAL_SERVER, URI
		.create("https://minnie.microns-daf.com"), URI.create(
			"https://prod.flywire-daf.com"), URI.create("https://cave.fanc-fly.com"));

	static final long MOST_BYTES = 16 << 20;

	private final URI server;
	private final HttpTransport transport;

	/**
	 * @param server such as {@link #GLOBAL_SERVER}, without a path
	 * @throws IllegalArgumentException if it is no web address
	 */
	public InfoService(final URI server, final HttpTransport transport) {
		final String scheme = String.valueOf(server.getScheme());
		if (server.getHost() == null || !scheme.matches("(?i)https?"))
			throw new IllegalArgumentException(
				"Expected the address of a CAVE server, such as " + GLOBAL_SERVER +
					", but got \"" + server + "\".");
		this.server = server;
		this.transport = transport;
	}

	public URI server() {
		return server;
	}

	/**
	 * The names of the datastacks that the user may see.
	 *
	 * @throws AccessDenied without a token, or with one that is not valid
	 */
	public List<String> datastacks() {
		final URI address = address("datastacks");
		return JsonCursor.parse(content(get(address), address), address.toString())
			.elements().stream().map(JsonCursor::asString).toList();
	}

	/**
	 * What is recorded of a datastack. One GET, and a second for the list of
	 * names where there is none of this name.
	 *
	 * @throws SourceNotFound if there is no such datastack; names those that are
	 *           spelled alike
	 * @throws AccessDenied if the user may not view it, or has not accepted its
	 *           terms of service; names the page to visit
	 */
	public DatastackInfo datastack(final String name) {
		final URI address = address("datastack/full/" + URLEncoder.encode(name,
			StandardCharsets.UTF_8).replace("+", "%20"));
		final HttpReply reply = get(address);
		final boolean isUnknown = reply.status() == 404 || reply.errorName().equals(
			Optional.of("invalid_table_id"));
		if (isUnknown) throw notFound(name);
		return DatastackInfo.of(name, JsonCursor.parse(content(reply, address),
			address.toString()));
	}

	private SourceNotFound notFound(final String name) {
		final List<String> known = datastacks();
		final List<String> close = CloseMatches.of(name, known);
		final String hint = known.isEmpty()
			? "your token opens no datastack there; ask for permission, or name another server"
			: close.isEmpty() ? "your token opens " + String.join(", ", known)
				: "did you mean " + String.join(" or ", close) + "?";
		return new SourceNotFound("Expected a datastack of " + server +
			" but there is none named \"" + name + "\"; " + hint);
	}

	private URI address(final String path) {
		return below(server, "info/api/v2/" + path);
	}

	/** An address of a service of a server. */
	static URI below(final URI server, final String path) {
		return URI.create(server.toString().replaceFirst("/+$", "") + "/" + path);
	}

	private HttpReply get(final URI address) {
		return transport.send(HttpCall.get(address).withToken(true).withAtMost(
			MOST_BYTES));
	}

	private static String content(final HttpReply reply, final URI address) {
		if (reply.isSuccess()) return text(reply);
		if (reply.status() == 404) throw new SourceNotFound(
			"Expected a CAVE info service but there is none at " + address +
				"; check the address of the server.");
		throw new Unsupported("Expected an answer from " + address +
			" but the server refused the question with " + reply.statusAndWords() +
			".");
	}

	static String text(final HttpReply reply) {
		return new String(reply.body(), StandardCharsets.UTF_8);
	}
}
