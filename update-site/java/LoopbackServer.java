// SPDX-License-Identifier: BSD-2-Clause

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** Folders over http, to this machine only. Which folder stands behind a name can be changed while it runs. */
final class LoopbackServer implements AutoCloseable {

	private final HttpServer server;
	private final Map<String, Path> folders = new ConcurrentHashMap<>();

	LoopbackServer() throws IOException {
		server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.createContext("/", this::answer);
		server.start();
	}

	void serve(final String name, final Path folder) {
		folders.put(name, folder);
	}

	String address(final String name) {
		return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + name + "/";
	}

	@Override
	public void close() {
		server.stop(0);
	}

	private void answer(final HttpExchange exchange) throws IOException {
		try (exchange) {
			final String[] path = exchange.getRequestURI().getPath().substring(1).split("/", 2);
			final Path folder = folders.get(path[0]);
			final Path file = folder == null || path.length < 2 ? null : folder.resolve(path[1]).normalize();
			if (file == null || !file.startsWith(folder) || !Files.isRegularFile(file)) {
				exchange.sendResponseHeaders(404, -1);
				return;
			}
			exchange.getResponseHeaders().set("Last-Modified", DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime
				.ofInstant(Files.getLastModifiedTime(file).toInstant(), ZoneOffset.UTC)));
			if (exchange.getRequestMethod().equals("HEAD")) {
				exchange.sendResponseHeaders(200, -1);
				return;
			}
			exchange.sendResponseHeaders(200, Files.size(file));
			Files.copy(file, exchange.getResponseBody());
		}
	}
}
