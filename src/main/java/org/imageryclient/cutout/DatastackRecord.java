// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.cutout;

import java.net.URI;
import java.util.Optional;

import org.imageryclient.Unsupported;
import org.imageryclient.cave.DatastackInfo;
import org.imageryclient.cave.InfoService;
import org.imageryclient.store.SourceUrl;
import org.imageryclient.volume.ReadSession;

/**
 * The record of a datastack as the beginning of a client.
 *
 * @param name of the datastack
 * @param server that knows it, and that gets the user's token
 */
record DatastackRecord(String name, URI server) {

	/**
	 * Reads it. The server that it names shares the token (ruling 33 of
	 * doc/parity.md).
	 */
	DatastackInfo read(final ReadSession session) {
		final DatastackInfo info = new InfoService(server, session.stores()
			.transport()).datastack(name);
		info.localServer().flatMap(DatastackRecord::address).ifPresent(
			local -> session.credentials().share(server, local));
		return info;
	}

	/**
	 * A source that the record names.
	 *
	 * @throws Unsupported if it is no address on the web: a server must not lead
	 *           into the user's own disk
	 */
	SourceUrl source(final String recorded) {
		final SourceUrl url = SourceUrl.parse(recorded);
		if (url.isFile()) throw new Unsupported(
			"Expected a source on the web but the record of " + this + " names \"" +
				recorded + "\"; give the address of the source yourself.");
		return url;
	}

	/** Records are written by hand: an address may lack its beginning. */
	private static Optional<URI> address(final String text) {
		try {
			return Optional.of(URI.create(text.contains("://") ? text : "https://" +
				text)).filter(address -> address.getHost() != null);
		}
		catch (final IllegalArgumentException e) {
			return Optional.empty();
		}
	}

	@Override
	public String toString() {
		return name + " on " + server;
	}
}
