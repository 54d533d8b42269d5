// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.golden;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

import org.imageryclient.testing.FaultServer;

/**
 * The data folder at its two addresses: as files and on a web server of this
 * process.
 */
final class DataServer implements AutoCloseable {

	/** How the volumes of a case are reached. */
	enum Transport {
			FILE, HTTP
	}

	private final Map<Transport, String> addresses = new EnumMap<>(
		Transport.class);
	private final FaultServer server;

	DataServer(final Path data) {
		final Path folder = data.toAbsolutePath().normalize();
		server = FaultServer.over(folder);
		addresses.put(Transport.FILE, "file://" + folder);
		addresses.put(Transport.HTTP, server.url());
	}

	String address(final Transport transport) {
		return addresses.get(transport);
	}

	/** The server behind {@link Transport#HTTP}, to be told to misbehave. */
	FaultServer server() {
		return server;
	}

	@Override
	public void close() {
		server.close();
	}
}
