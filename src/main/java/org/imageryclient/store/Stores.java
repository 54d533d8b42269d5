// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.store;

import java.nio.file.Path;

import org.imageryclient.http.HttpTransport;

/**
 * Opens the store that an address names. One is made per session, over the one
 * transport:
 *
 * <pre>
 *
 * Stores stores = new Stores(HttpTransport.anonymous());
 * ByteStore volume = stores.open(SourceUrl.parse("gs://bucket/path"));
 * StoredBytes info = volume.read("info", 16 &lt;&lt; 20);
 * </pre>
 */
public final class Stores {

	private final HttpTransport transport;

	public Stores(final HttpTransport transport) {
		this.transport = transport;
	}

	/** The transport that all stores share. */
	public HttpTransport transport() {
		return transport;
	}

	/**
	 * Sends no token but its own to the server of an address that a link names,
	 * unless the user has named it too; see
	 * {@link org.imageryclient.auth.TokenSource#doubt}. No I/O.
	 */
	public void doubt(final String address) {
		transport.doubt(address);
	}

	/** The folder at an address, whether it exists or not. No I/O. */
	public ByteStore open(final SourceUrl source) {
		return source.isFile() ? new FileStore(Path.of(source.address()), Path.of(
			source.root())) : new HttpStore(transport, source);
	}
}
