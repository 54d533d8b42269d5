// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

import org.imageryclient.Canceled;
import org.imageryclient.Unavailable;

/**
 * Tries the way to a server piece by piece, as a {@link HttpTransport} goes it:
 * the proxy, the name, the connection with its certificate. For people whose
 * request has failed and who need to know where. Nothing is repeated, and no
 * token is sent.
 */
public final class ConnectionCheck {

	private static final int PROXY_WANTS_LOGIN = 407;

	private final HttpTransport transport;

	public ConnectionCheck(final HttpTransport transport) {
		this.transport = transport;
	}

	/** The proxy on the way to a server, {@code host:port}; nothing for none. */
	public static Optional<String> proxy(final URI server) {
		final ProxySelector selector = ProxySelector.getDefault();
		final List<Proxy> proxies = selector == null ? List.of() : selector.select(
			server);
		return proxies.stream().filter(p -> p.type() != Proxy.Type.DIRECT)
			.findFirst().map(p -> p.address() instanceof InetSocketAddress at ? at
				.getHostString() + ":" + at.getPort() : p.toString());
	}

	/**
	 * The numeric addresses of a server's name.
	 *
	 * @throws Unavailable if nobody knows the name
	 */
	public static String addresses(final URI server) {
		try {
			return Arrays.stream(InetAddress.getAllByName(server.getHost())).map(
				InetAddress::getHostAddress).distinct().collect(Collectors.joining(
					", "));
		}
		catch (final UnknownHostException e) {
			throw new Unavailable("Expected a server called " + server.getHost() +
				" but the network knows none; check the spelling, that this computer is online, and whether a VPN is needed.",
				e);
		}
	}

	/**
	 * Connects, and asks for no more than the headers of {@code /}. Any answer
	 * will do.
	 *
	 * @return what the connection is like: {@code "TLSv1.3, certificate of …"}
	 * @throws Unavailable if there is no connection; says what to look at
	 * @throws Canceled if the thread is interrupted; it stays so
	 */
	public String connect(final URI server) {
		final URI root = server.resolve("/");
		try {
			final HttpResponse<Void> answer = transport.client(root).send(HttpRequest
				.newBuilder(root).method("HEAD", HttpRequest.BodyPublishers.noBody())
				.timeout(transport.limits().idleTimeout()).build(),
				HttpResponse.BodyHandlers.discarding());
			if (answer.statusCode() == PROXY_WANTS_LOGIN) throw new Unavailable(
				"Expected to pass the proxy " + proxy(root).orElse("") +
					" but it wants a name and a password; ask whoever runs the network for a way past it.");
			return answer.sslSession().map(ConnectionCheck::describe).orElse(
				"not encrypted");
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new Canceled("The check of " + root + " was canceled.");
		}
		catch (final SSLException e) {
			throw new Unavailable("Expected a certificate of " + root.getHost() +
				" that this Java trusts but " + reason(e) +
				"; check the computer's clock, and whether a proxy or virus scanner reads along: its certificate must be in Java's trust store then.",
				e);
		}
		catch (final IOException e) {
			throw new Unavailable("Expected to connect to " + root + " but " + reason(
				e) +
				"; the server may be down, or a firewall in between: try its address in a browser, and in Fiji Edit > Options > Proxy Settings.",
				e);
		}
	}

	private static String describe(final SSLSession session) {
		return session.getProtocol() + certificate(session).map(
			c -> ", certificate of " + c.getSubjectX500Principal().getName() +
				" by " + c.getIssuerX500Principal().getName() + " until " +
				DateTimeFormatter.ISO_LOCAL_DATE.format(c.getNotAfter().toInstant()
					.atOffset(ZoneOffset.UTC))).orElse("");
	}

	private static Optional<X509Certificate> certificate(
		final SSLSession session)
	{
		try {
			final Certificate[] chain = session.getPeerCertificates();
			return chain.length > 0 && chain[0] instanceof X509Certificate own
				? Optional.of(own) : Optional.empty();
		}
		catch (final SSLPeerUnverifiedException e) {
			return Optional.empty();
		}
	}

	private static String reason(final IOException e) {
		return e.getMessage() == null ? "there was a " + e.getClass()
			.getSimpleName() : e.getMessage();
	}
}
